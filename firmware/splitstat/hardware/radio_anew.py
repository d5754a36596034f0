"""The radio off and on again: some states are left in no other way (field reports)."""


def anew(station):
    """station: network.WLAN. What goes wrong shows at the next try."""
    for act, args in (
        (station.disconnect, ()),
        (station.active, (False,)),
        (station.active, (True,)),
    ):
        try:
            act(*args)
        except (OSError, RuntimeError):
            pass

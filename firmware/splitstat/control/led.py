"""A unit that is led finer than by a setpoint: which of the two ways its room has.

Apart from room.py, because only homes that have one load it.
"""


def led(way: int, traits):
    """The Modulation of compiled `feel`: 1 fed, 2 the setpoint follows the return air."""
    if way == 1:
        from splitstat.control.feed import FedModulation

        return FedModulation(traits)
    from splitstat.control.follow import FollowModulation

    return FollowModulation(traits)

"""What the radio hears, and why it was not let in (network.WLAN). For the first run alone."""

import network

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_NOT_FOUND = const(201)  # status() of the ESP32 port
_WRONG = const(202)


def networks():
    """(name as text, dBm, whether it wants a password) of all that is heard; the board stands
    still for two seconds or three. Raises OSError."""
    for name, _, _, rssi, security, _ in network.WLAN(network.WLAN.IF_STA).scan():
        yield str(name, "utf-8"), rssi, security > 0


def why_not(station) -> str:
    """not_found, wrong_password or no_answer. station: network.WLAN."""
    status = station.status()
    if status == _NOT_FOUND:
        return "not_found"
    return "wrong_password" if status == _WRONG else "no_answer"

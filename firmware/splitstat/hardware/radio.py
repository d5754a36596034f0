"""Wi-Fi as station (network.WLAN). It waits for nothing: app/wifi_join.py does. Loaded while there
is something to do; what lasts is the station itself."""

import network


def station(hostname: str):
    """hostname: as the router and `<name>.local` shall know the board."""
    network.hostname(hostname)
    return network.WLAN(network.WLAN.IF_STA)


def begin(station, ssid: str, password):
    """Starts to connect; station.isconnected() tells. password: None for an open network. Raises
    OSError, and RuntimeError in odd states."""
    station.active(True)
    try:
        station.config(reconnects=0)  # how often and when is decided here
    except (ValueError, OSError):
        pass
    station.connect(ssid, password)

"""An access point of this board's own (network.WLAN)."""

import network


def open_point(ssid: str, password: str) -> str:
    """WPA2, three clients. Returns its address."""
    point = network.WLAN(network.WLAN.IF_AP)
    point.active(True)
    point.config(ssid=ssid, key=password, security=3, max_clients=3)
    return point.ifconfig()[0]


def close_point():
    """Switches it off."""
    network.WLAN(network.WLAN.IF_AP).active(False)

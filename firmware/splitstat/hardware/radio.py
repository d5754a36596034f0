"""Wi-Fi as station (network.WLAN). It waits for nothing: app/wifi.py does."""

import network


class Radio:
    """hostname: as the router and `<name>.local` shall know the board."""

    def __init__(self, hostname: str):
        network.hostname(hostname)
        self.station = network.WLAN(network.WLAN.IF_STA)

    def begin(self, ssid: str, password: str):
        """Starts to connect; connected() tells. Raises OSError, and RuntimeError in odd states."""
        station = self.station
        station.active(True)
        try:
            station.config(reconnects=0)  # how often and when is decided here
        except (ValueError, OSError):
            pass
        station.connect(ssid, password)

    def connected(self) -> bool:
        """With an address."""
        return self.station.isconnected()

    def address(self):
        """(own address, name server), as text."""
        found = self.station.ifconfig()
        return found[0], found[3]

    def rssi(self):
        """dBm, or None."""
        try:
            return self.station.status("rssi")
        except (OSError, ValueError, TypeError):
            return None

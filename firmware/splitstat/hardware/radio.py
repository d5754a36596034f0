"""Wi-Fi as station and as access point (network.WLAN). It waits for nothing: app/wifi.py does."""

import network


class Radio:
    """hostname: as the router and `<name>.local` shall know the board."""

    def __init__(self, hostname: str):
        network.hostname(hostname)
        self.station = network.WLAN(network.WLAN.IF_STA)
        self.point = None

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

    def again(self):
        """Off and on: some states are left in no other way (field reports)."""
        for act in (self.station.disconnect, self._off, self._on):
            try:
                act()
            except (OSError, RuntimeError):
                pass

    def _off(self):
        self.station.active(False)

    def _on(self):
        self.station.active(True)

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

    def open_point(self, ssid: str, password: str):
        """An access point of its own, WPA2. Returns its address."""
        self.point = network.WLAN(network.WLAN.IF_AP)
        self.point.active(True)
        self.point.config(ssid=ssid, key=password, security=3, max_clients=3)
        return self.point.ifconfig()[0]

    def close_point(self):
        """Nobody needs it any more."""
        if self.point is not None:
            self.point.active(False)
            self.point = None

    def mac(self) -> bytes:
        """Six bytes that no other board has."""
        return self.station.config("mac")

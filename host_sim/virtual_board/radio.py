"""Wi-Fi of one board: which networks are in the air, and how far its station is.

Numbers of the states are those of the ESP32 port (its network module).
"""

IDLE, CONNECTING, GOT_IP, NO_AP_FOUND, WRONG_PASSWORD = 1000, 1001, 1010, 201, 202
CONNECTS_US = 2_000_000


class Radio:
    """air: name -> password of the networks in reach, or None: any name with any password."""

    def __init__(self, board):
        self.board = board
        self.air: dict[str, str] | None = None
        self.up = True
        self.rssi = -58
        self.hostname = "mpy-esp32"
        self.active = [False, False]
        self.wanted = None
        self.status = IDLE
        self.since = 0

    def ask(self, said: dict) -> dict:
        what, interface = said["what"], said["if"]
        if what == "active":
            self.active[interface] = said["on"]
            if interface == 0 and not said["on"]:
                self._leave(IDLE)
        elif what == "connect":
            self.wanted = said["ssid"], said["key"]
            self._begin()
        elif what == "disconnect":
            self.wanted = None
            self._leave(IDLE)
        elif what == "scan":
            known = self.air if self.air is not None else {"home": ""}
            return {"found": [[name, self.rssi] for name in known] if self.up else []}
        address = self.board.config["address"]
        if interface == 1:
            return {
                "status": IDLE,
                "rssi": 0,
                "ifconfig": [address, "255.255.255.0"] + [address] * 2,
            }
        connected = self.status == GOT_IP
        own = address if connected else "0.0.0.0"
        server = "10.77.0.53" if connected else "0.0.0.0"
        return {
            "status": self.status,
            "rssi": self.rssi if connected else 0,
            "ifconfig": [own, "255.255.255.0" if connected else "0.0.0.0", server, server],
        }

    def _begin(self):
        self._leave(CONNECTING)
        server = self.board.server
        attempt = self.since
        server.later.at(server.now_us() + CONNECTS_US, lambda: self._decide(attempt))

    def _decide(self, attempt):
        if attempt != self.since or self.status != CONNECTING:
            return
        name, key = self.wanted or (None, None)
        if not self.up or (self.air is not None and name not in self.air):
            self.status = NO_AP_FOUND
        elif self.air is not None and self.air.get(name or "") != key:
            self.status = WRONG_PASSWORD
        else:
            self.status = GOT_IP
            self._tell()

    def _leave(self, status):
        self.since += 1
        self.status = status
        self._tell()

    def _tell(self):
        reachable = (self.status == GOT_IP and self.up) or self.active[1]
        self.board.send(b"D", bytes([not reachable]))

    def reset(self):
        """The chip starts anew: both interfaces are off."""
        self.active = [False, False]
        self.wanted = None
        self._leave(IDLE)

    def set_up(self, up: bool):
        """The access point goes away, or comes back."""
        self.up = up
        if not up and self.status == GOT_IP:
            self._leave(NO_AP_FOUND)

    def set_silent(self, silent: bool):
        """Connected still, but nothing gets through."""
        self.board.send(b"D", bytes([silent]))

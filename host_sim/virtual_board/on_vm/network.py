"""network of the virtual board: a station and an access point as state machines.

The home says over the wire which networks are in the air. It takes 2 s to connect.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: I001

import board_wire
import json

_wire = board_wire.wire
STA_IF, AP_IF = 0, 1
AUTH_OPEN, AUTH_WPA2_PSK = 0, 3
STAT_IDLE, STAT_CONNECTING, STAT_GOT_IP = 1000, 1001, 1010
STAT_NO_AP_FOUND, STAT_WRONG_PASSWORD = 201, 202
_name = ["mpy-esp32"]


def hostname(name=None):
    if name is None:
        return _name[0]
    if len(name) > 32:
        raise ValueError
    _name[0] = name
    _wire.call(b"h", name.encode())


def country(code=None):
    return "XX"


class WLAN:
    IF_STA, IF_AP = 0, 1
    SEC_OPEN, SEC_WPA2 = 0, 3
    PM_NONE, PM_PERFORMANCE, PM_POWERSAVE = 0, 1, 2
    both = {}

    def __init__(self, interface=0):
        self.interface = interface
        self.state = WLAN.both.setdefault(interface, {"active": False, "ssid": ""})

    def _ask(self, what, **more):
        more["what"] = what
        more["if"] = self.interface
        return json.loads(_wire.call(b"L", json.dumps(more).encode(), 1200))

    def active(self, on=None):
        if on is None:
            return self.state["active"]
        self.state["active"] = bool(on)
        self._ask("active", on=bool(on))
        return True

    def connect(self, ssid=None, key=None, *, bssid=None):
        if not self.state["active"]:
            raise OSError("Wifi Not Started")
        self._ask("connect", ssid=ssid, key=key)

    def disconnect(self):
        self._ask("disconnect")

    def status(self, param=None):
        if param == "rssi":
            return self._ask("status")["rssi"]
        if param == "stations":
            return []
        return self._ask("status")["status"]

    def isconnected(self):
        return self.interface == 0 and self._ask("status")["status"] == STAT_GOT_IP

    def ifconfig(self, config=None):
        return tuple(self._ask("status")["ifconfig"])

    def scan(self):
        return [
            (name.encode(), b"\2\0\0\0\0\1", 6, rssi, 3, False)
            for name, rssi in self._ask("scan")["found"]
        ]

    def config(self, what=None, **settings):
        if what == "mac":
            return bytes(_wire.config["id"])
        if what in ("ssid", "essid"):
            return self.state["ssid"]
        if what is not None:
            return self.state.get(what, 0)
        for key in settings:
            self.state["ssid" if key == "essid" else key] = settings[key]
        self._ask("config", ssid=self.state["ssid"])

"""socket of the virtual board: the machine's own sockets, with the board's ports and addresses
mapped to free ones of the loopback. Names are looked up as slowly as on an ESP32: everything
stands still meanwhile."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: UP031

import board_wire
from usocket import *  # noqa: F403
from usocket import SOCK_DGRAM
from usocket import getaddrinfo as _getaddrinfo
from usocket import socket as _socket

_wire = board_wire.wire
_AGAIN = 11  # EAGAIN


def _numeric(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() for part in parts)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if _numeric(host):
        if type == SOCK_DGRAM:
            return [(2, type, 0, "", (host, port))]
        return _getaddrinfo(*_mapped(host, port), family, type)
    import time

    _wire.call(b"A", host.encode())
    time.sleep(5)
    raise OSError(-2)


def _mapped(host, port):
    config = _wire.config
    known = config["ports"].get("%s:%d" % (host, port)) or config["ports"].get(str(port))
    return known or (config["address"] if host == "0.0.0.0" else host, port)


def socket(family=2, type=1, proto=0):
    return Datagrams() if type == SOCK_DGRAM else _socket(family, type, proto)


class Datagrams:
    """UDP with addresses as an ESP32 has them: ("a.b.c.d", port). The boards of one home hear each
    other and broadcasts; several homes of one machine do not. Without a radio all is lost."""

    def __init__(self):
        self.native = _socket(2, SOCK_DGRAM)
        self.bound = False

    def setsockopt(self, *setting):
        pass

    def setblocking(self, flag):
        self.native.setblocking(flag)

    def settimeout(self, seconds):
        self.native.settimeout(seconds)

    def bind(self, address):
        self.bound = True
        port = address[1]
        self.native.bind(self._raw(_wire.config["address"], port and self._shifted(port)))

    def sendto(self, data, address):
        if not self.bound:
            self.bind(("", 0))
        host, port = address
        if _wire.down:
            return len(data)
        neighbours = _wire.config["neighbours"]
        if host == "255.255.255.255":
            for each in neighbours:
                self.native.sendto(data, self._raw(each, self._shifted(port)))
        elif host in neighbours:
            self.native.sendto(data, self._raw(host, self._shifted(port)))
        else:
            self.native.sendto(data, self._raw(*_mapped(host, port)))
        return len(data)

    def recvfrom(self, most):
        data, sender = self.native.recvfrom(most)
        if _wire.down:
            raise OSError(_AGAIN)
        port = (sender[2] << 8 | sender[3]) - 12000
        if 0 <= port < 20000:
            port = (port - _wire.config["port_shift"]) % 20000  # what _shifted() makes that again
        return data, ("%d.%d.%d.%d" % tuple(sender[4:8]), port)

    def close(self):
        self.native.close()

    def _raw(self, host, port):
        return _getaddrinfo(host, port, 2, SOCK_DGRAM)[0][-1]

    def _shifted(self, port):
        return 12000 + (port + _wire.config["port_shift"]) % 20000

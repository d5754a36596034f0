"""socket of the virtual board: the machine's own sockets, with the board's ports and addresses
mapped to free ones of the loopback. Names are looked up as slowly as on an ESP32: everything
stands still meanwhile."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: UP031

import board_wire
from usocket import *  # noqa: F403
from usocket import getaddrinfo as _getaddrinfo

_wire = board_wire.wire


def _numeric(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() for part in parts)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    config = _wire.config
    if _numeric(host):
        mapped = config["ports"].get("%s:%d" % (host, port)) or config["ports"].get(str(port))
        if mapped:
            host, port = mapped
        elif host == "0.0.0.0":
            host = config["address"]
        return _getaddrinfo(host, port, family, type)
    import time

    _wire.call(b"A", host.encode())
    time.sleep(5)
    raise OSError(-2)

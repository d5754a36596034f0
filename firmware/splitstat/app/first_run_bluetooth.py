"""Which thermometers shout in the air, while somebody looks for theirs. Not tried on hardware."""

import asyncio
from binascii import hexlify

from splitstat.hardware.bluetooth_scan import BluetoothScan
from splitstat.sensors import bluetooth_thermometer

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_MOST = const(12)


class _Everybody:
    """In place of a list of addresses: all of them, as long as there is room."""

    def __init__(self):
        self.there = []

    def __contains__(self, address):
        if address not in self.there and len(self.there) < _MOST:
            self.there.append(address)
        return address in self.there


async def listen(found, seconds: int):
    """Fills the list with thermometers that were heard. Raises ImportError and OSError where this
    board has no Bluetooth, or no memory left for it."""
    scan = BluetoothScan(_Everybody())
    for _ in range(seconds):
        await asyncio.sleep(1)
        for address in list(scan.heard):
            said = bluetooth_thermometer.decode(scan.heard.pop(address))
            if said is not None and said[1] is not None:
                _put(found, _text(address), said)


def _text(address) -> str:
    plain = str(hexlify(address), "utf-8").upper()
    return ":".join([plain[at : at + 2] for at in range(0, 12, 2)])


def _put(found, address, said):
    for each in found:
        if each["address"] == address:
            each["cdeg"] = said[1]
            each["cpct"] = said[2] if said[2] is not None else each["cpct"]
            return
    found.append(
        {
            "kind": "bluetooth_thermometer",
            "port": None,
            "pin": None,
            "address": address,
            "cdeg": said[1],
            "cpct": said[2],
        }
    )

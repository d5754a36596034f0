"""The way into the Wi-Fi, and an access point of the board's own where there is none to join.

Law: control does not need it. The board never resets because the Wi-Fi is gone; it tries again
after 1, 2, 4 ... 300 s, a little earlier or later than other boards do. The access point is never
open: its key is the board's own, and shown on the serial line.
"""

import asyncio
import os

from splitstat.app.secrets import kept, secrets
from splitstat.app.seldom import addresses

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRY_S = const(20)  # from begin() to an address
_LONGEST_S = const(300)
_POINT = const(8)  # so many tries in vain, some five minutes, and the access point is opened
_AGAIN = const(3)  # so many tries in vain, and the radio is switched off and on
_FAILS = (OSError, RuntimeError, ValueError, MemoryError, ImportError)


async def join(house):
    """Until house.station is connected, to the Wi-Fi that the secrets name."""
    network = house.network
    station = house.station
    known = secrets().get("wifi") or {}
    lost = network.get("wifi") == "connected"  # a moment ago: the radio may well be back by itself
    tried = 0
    if not known.get("ssid"):
        _open(house)
        while True:
            await asyncio.sleep(_LONGEST_S)
    while True:
        if not lost:
            network["wifi"] = "connecting"
            try:
                if tried and tried % _AGAIN == 0:
                    from splitstat.hardware.radio_anew import anew

                    anew(station)
                from splitstat.hardware.radio import begin

                begin(station, known["ssid"], known.get("password"))
                for _ in range(_TRY_S):
                    await asyncio.sleep(1)
                    if station.isconnected():
                        _joined(network, station)
                        return
            except _FAILS:
                pass
        lost = False
        network["wifi"] = "lost"
        tried += 1
        if tried == _POINT:
            try:
                _open(house)
            except _FAILS:
                pass
        await asyncio.sleep(pause_s(tried, os.urandom(1)[0]))


def pause_s(tried: int, chance: int):
    """Seconds until the next try: doubled each time, a quarter of it by chance (0..255)."""
    longest = min(1 << min(tried - 1, 9), _LONGEST_S)
    return longest - longest * chance / 1024


def _joined(network, station):
    own, _, _, addresses[""] = station.ifconfig()
    if "point" in network:
        from splitstat.app.wifi_point import end

        end(network)
    network["address"] = own
    network["wifi"] = "connected"


def _open(house):
    from splitstat.app.wifi_point import begin

    begin(house, kept(house.nvs, "point")[:12])

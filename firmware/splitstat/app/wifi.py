"""Keeps the board in the Wi-Fi, and opens an access point of its own where there is none to join.

Law: control does not need it. The board never resets because the Wi-Fi is gone; it tries again
after 1, 2, 4 ... 300 s, a little earlier or later than other boards do.
"""

import asyncio
import os

from splitstat.app import resolver

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRY_S = const(20)  # from begin() to an address
_LONGEST_S = const(300)
_AGAIN = const(3)  # so many tries in vain, and the radio is switched off and on


async def run(house, radio, ssid: str, password: str):
    """radio: hardware.radio.Radio. For ever."""
    network = house.network
    tried = 0
    while True:
        network["wifi"] = "connecting"
        try:
            if tried and tried % _AGAIN == 0:
                radio.again()
            radio.begin(ssid, password)
            for _ in range(_TRY_S):
                await asyncio.sleep(1)
                if radio.connected():
                    break
            if radio.connected():
                tried = 0
                await _stay(network, radio)
        except (OSError, RuntimeError, ValueError):
            pass
        network["wifi"] = "lost"
        tried += 1
        await asyncio.sleep(pause_s(tried, os.urandom(1)[0]))


def pause_s(tried: int, chance: int):
    """Seconds until the next try: doubled each time, a quarter of it by chance (0..255)."""
    longest = min(1 << min(tried - 1, 9), _LONGEST_S)
    return longest - longest * chance / 1024


async def _stay(network, radio):
    """As long as the connection holds."""
    own, server = radio.address()
    network["wifi"] = "connected"
    network["address"] = own
    resolver.servers[0] = server
    while radio.connected():
        network["rssi"] = radio.rssi()
        await asyncio.sleep(5)

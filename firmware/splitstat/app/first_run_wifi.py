"""The first run's Wi-Fi: an access point for whoever stands before the board, and the network that
they name.

Law: the access point stays open until the home is written, joined or not, and has a key. A
password is written down (in /secrets.json, apart from all else) once the network has let the board
in with it, and never said again.
"""

import asyncio

from splitstat.app import wifi_point
from splitstat.app.seldom import addresses
from splitstat.app.wifi_secrets import problem, remember
from splitstat.hardware import radio
from splitstat.hardware.radio_look import networks as in_the_air
from splitstat.hardware.radio_look import why_not

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRY_S = const(20)  # from begin() to an address
_SURE_S = const(4)  # until then the radio may still say what it said of the try before
_AGAIN_S = const(30)
_MOST = const(20)  # networks shown


async def keep(setup, station, key: str):
    """Opens the access point, then does what setup.wish says. For ever."""
    if "point" not in setup.network:
        wifi_point.begin(setup, key)
    while True:
        wish = setup.wish
        if wish is None or station.isconnected():
            await asyncio.sleep(1)
            continue
        setup.wifi = {"state": "connecting", "ssid": wish[0]}
        try:
            radio.begin(station, wish[0], wish[1])
        except (OSError, RuntimeError, ValueError):
            pass  # an odd state: the next try says
        for second in range(_TRY_S):
            await asyncio.sleep(1)
            if station.isconnected() or setup.wish is not wish:
                break
            if second > _SURE_S and why_not(station) != "no_answer":
                break
        if setup.wish is not wish:
            _leave(station)
        elif station.isconnected():
            _joined(setup, station, wish)
        else:
            why = why_not(station)
            setup.wifi = {"state": "failed", "ssid": wish[0], "why": why}
            _leave(station)
            if wish[2]:
                await asyncio.sleep(_AGAIN_S)
            elif setup.wish is wish:
                setup.wish = None


def _leave(station):
    try:
        station.disconnect()
    except (OSError, RuntimeError):
        pass


def _joined(setup, station, wish):
    own, _, _, addresses[""] = station.ifconfig()
    setup.network["address"] = own
    setup.wifi = {"state": "connected", "ssid": wish[0], "address": own}
    if not wish[2]:
        remember({"ssid": wish[0], "password": wish[1]})
        setup.wish = wish[0], wish[1], True
        if setup.facts["step"] == "wifi":
            setup.keep({"step": "parts"})


async def networks(setup, job):
    """The job that fills job["found"]: [name, dBm, whether it wants a password], strongest first.
    While the radio listens the board stands still, two seconds or three."""
    await asyncio.sleep(0.2)  # the page has its answer first
    found = {}
    for name, rssi, closed in in_the_air():
        if name and (name not in found or found[name][1] < rssi):
            found[name] = [name, rssi, closed]
    job["found"] = sorted(found.values(), key=lambda each: -each[1])[:_MOST]


def join(setup, body):
    """What is wrong with a network and its password as a sentence; else it is tried."""
    ssid = body.get("ssid")
    password = body.get("password") or None
    if ssid is None:
        setup.wish = None
        setup.wifi = {"state": "none"}
        setup.keep({"step": "parts"})
        return None
    why = problem(ssid, password)
    if why:
        return why
    setup.wish = ssid, password, False
    setup.wifi = {"state": "connecting", "ssid": ssid}
    return None

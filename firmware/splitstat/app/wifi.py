"""Keeps the board in the Wi-Fi. How it gets there, or opens an access point of its own where there
is none to join, is in wifi_join.py, which is loaded while it is not connected.

Law: control does not need it.
"""

import asyncio

from splitstat.app.name_servers import servers


async def run(house, radio, ssid, password, key: str):
    """radio: hardware.radio.Radio; ssid: None where no Wi-Fi is known; key: of the access point.
    For ever."""
    lost = False
    while True:
        await _join(house, radio, ssid, password, key, lost)
        try:
            await _stay(house.network, radio)
        except (OSError, RuntimeError, ValueError, MemoryError, ImportError):
            pass
        lost = True


async def _join(*args):
    from splitstat.app.wifi_join import join

    await join(*args)


async def _stay(network, radio):
    """As long as the connection holds."""
    own, servers[0] = radio.address()
    if "point" in network:
        from splitstat.app.wifi_point import end

        end(network)
    network["wifi"] = "connected"
    network["address"] = own
    while radio.connected():
        network["rssi"] = radio.rssi()
        await asyncio.sleep(5)

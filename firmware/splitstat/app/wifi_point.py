"""The access point of a board that has no Wi-Fi to join, for whoever stands before it. Loaded when
it is opened and when it is closed."""

import asyncio

from splitstat.app import captive
from splitstat.hardware import access_point


def begin(house, key: str):
    """Opens it and says so. Raises OSError, RuntimeError or ValueError."""
    name = house.board if house.board[:10] == "splitstat-" else "splitstat-" + house.board
    address = access_point.open_point(name, key)
    house.network["address"] = house.network["point_address"] = address
    house.network["point"] = name
    house.names = asyncio.create_task(captive.answer_names(house.network))
    house.log.add(house, -1, "access_point")
    print("splitstat: access point", name, "key", key, "page", house.network["address"])


def end(network: dict):
    """Nobody needs it any more. network: House.network."""
    del network["point"]
    del network["point_address"]
    access_point.close_point()

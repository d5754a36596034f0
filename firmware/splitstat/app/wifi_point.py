"""The access point of a board that has no Wi-Fi to join, for whoever stands before it. Loaded when
it is opened and when it is closed."""

from splitstat.hardware import access_point


def begin(house, key: str):
    """Opens it and says so. Raises OSError, RuntimeError or ValueError."""
    name = "splitstat-" + house.board
    house.network["address"] = access_point.open_point(name, key)
    house.network["point"] = name
    house.log.add(house, -1, "access_point")
    print("splitstat: access point", name, "key", key, "page", house.network["address"])


def end(network: dict):
    """Nobody needs it any more. network: House.network."""
    del network["point"]
    access_point.close_point()

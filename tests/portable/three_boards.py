"""Three boards of one home without a network: their doors, and their houses with one room each."""

import hashlib

from one_home import House, home
from splitstat.app.neighbour_door import Door as _Door
from splitstat.app.neighbours import Neighbours as _Neighbours

KEY = "00112233445566778899aabbccddeeff"
NAMES = ("attic", "cellar", "west")


_drawn = [0]


def random(n):
    """Never the same bytes twice; the 32-bit VM of the tests has no os.urandom."""
    _drawn[0] += 1
    return hashlib.sha256(str(_drawn[0]).encode()).digest()[:n]


def door(name, key=KEY, of="flat"):
    return _Door(bytes.fromhex(key), of, name, [other for other in NAMES if other != name], random)


def board(name, key=KEY):
    """Neighbours of a house that has scanned once; its clock is `seconds` (now)."""
    compiled = home()
    others = [other for other in NAMES if other != name]
    compiled["boards"] = others
    compiled["outdoor_units"][0]["peers"] = [[other, 0, 1] for other in others]
    compiled["rooms"][0]["board"] = name
    compiled["rooms"][0]["name"] = "room " + name
    house = House(compiled, home.traits)
    house.board = name
    scan(house, 5)
    return _Neighbours(house, key, random)


def scan(house, now_s):
    house.heard(0, 0, 2050)
    house.scan(now_s)


def exchange(boards, now_s):
    """Everybody says what there is to say, and everybody hears it, the speaker too."""
    for speaker in boards:
        for data in list(speaker.say(now_s)):
            for listener in boards:
                listener.hear(now_s, data)

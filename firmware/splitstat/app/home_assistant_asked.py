"""What people ask for over MQTT, in the words of asking.ask(). Loaded when a message comes."""

import json

from splitstat.app.asking import ask, push
from splitstat.app.house_state import state

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOW_CDEG = const(500)
_HIGH_CDEG = const(3500)
_BOOST_MIN = const(60)
KEYS = "mode temperature low high preset fan swing boost hold vacation resume".split()


def cents(text: str):
    """A plain decimal number of at most 9 signs in hundredths ("21.5": 2150), or None."""
    n = 0
    places = -1  # behind the point
    for sign in text.lstrip("-"):
        if sign == "." and places < 0:
            places = 0
        elif not "0" <= sign <= "9":
            return None
        elif places < 2:
            n = n * 10 + ord(sign) - 48
            places += places >= 0
    if not "0" <= text[-1:] <= "9" or len(text) > 9 or text[1:2] == "-":
        return None
    n *= 1 if places == 2 else 10 if places == 1 else 100
    return -n if text[0] == "-" else n


def take(door, topic: str, text: str):
    """A message: what it asks for waits for a scan with room for it. Raises ValueError."""
    if topic == door.prefix + "/status":
        door.greet = door.greet or text == "online"
        return
    if topic == door.top + "outdoor":
        _push(door.house, -1, 0, text)
        return
    name, kind, key = topic[len(door.top) :].split("/")
    if name == "plant" and kind == "set" and door.house.plant is not None:
        _plant(door.house.plant, key, text)
        return
    for i in door.rooms:
        if door.house.home["rooms"][i]["name"] == name:
            if kind == "sensor":
                _push(door.house, i, int(key), text)
                return
            # What is asked for anew takes the place of what waits.
            door.orders = [each for each in door.orders if each[:2] != (i, key)]
            if key in KEYS:
                door.orders.append((i, key, text))


def _plant(plant, key, text):
    """What is asked of a whole-home system; what makes no sense is dropped, as Home Assistant
    offers nothing else."""
    if key == "mode":
        plant.ask("boost", int(text == "performance"))
    elif key == "temperature":
        plant.ask("setpoint", cents(text))
    elif key == "boost" or key == "surplus":
        plant.ask(key, int(text in ("on", "ON", "1")))
    elif key == "power":
        watts = cents(text)
        plant.ask(key, watts and watts // 100)
    elif key == "price":
        cents_per_kwh = cents(text)
        plant.ask("price", cents_per_kwh and cents_per_kwh * 10)
    elif key == "prices":
        plant.ask(key, json.loads(text))


async def obey(door, i: int, key: str, text: str):
    """What was asked for, or a word why not."""
    why = asked(door, i, key, text)
    if why:
        topic = door.top + door.house.home["rooms"][i]["name"] + "/refused"
        await door.mqtt.say(topic, [why.encode()])


def _push(house, room, sensor, text):
    cdeg, _, humidity = text.partition(" ")
    push(house, room, sensor, cents(cdeg), cents(humidity) if humidity else None)


def asked(door, i: int, key: str, text: str):
    """A command in the words of asking.ask(); the sentence why not, or None."""
    house = door.house
    if key == "preset":
        for preset, word, a in (
            ("none", "resume", None),
            ("away", "away", 1),
            ("boost", "boost", _BOOST_MIN),
            ("hold", "hold", -1),
        ):
            if text == preset:
                return ask(house, i, word, a)
        return "allowed are none, away, boost, hold"
    if key == "mode":
        why = ask(house, i, key, text)
        if not why:
            door.meant[i] = (house.scans, text)
        return why
    if key == "fan" or key == "swing":
        return ask(house, i, key, text)
    if key == "resume":
        return ask(house, i, key)
    number = cents(text)
    if number is None:
        return "not a number"
    if key in ("temperature", "low", "high"):
        return _set(door, i, key, number)
    return ask(house, i, key, number // 100)


def _set(door, i, key, cdeg):
    """One temperature in a mode with two moves both, as far apart as they are."""
    house = door.house
    said = state(house, i)
    heat, cool = said["heat_cdeg"], said["cool_cdeg"]
    meant = door.meant[i]
    mode = meant[1] if meant and meant[0] == house.scans else said["wish"]
    gap = house.home["rooms"][i]["deadband_cdeg"]
    if key == "temperature" and mode == "heat_cool" and heat is not None and cool is not None:
        half = max(cool - heat, gap) // 2
        cdeg = min(max(cdeg, _LOW_CDEG + half), _HIGH_CDEG - half)
        return ask(house, i, "setpoint", cdeg - half, cdeg + half)
    if key == "low" or (key == "temperature" and mode == "heat"):
        return ask(house, i, "setpoint", min(max(cdeg, _LOW_CDEG), _HIGH_CDEG - gap), None)
    return ask(house, i, "setpoint", None, min(max(cdeg, _LOW_CDEG + gap), _HIGH_CDEG))

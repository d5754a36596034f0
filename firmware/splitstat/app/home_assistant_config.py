"""What Home Assistant is told of a room and its board: one message an entity, as its MQTT
discovery reads them since long before 2024.3 and still does.

The messages stand in home_assistant.txt beside this file, so that they cost flash, not heap. A
line "=component key [flag]" begins one; of its lines, those behind "?flag" are left out where the
room has not that. Keys of boards begin with "board_".
"""

import json

from splitstat.app.mqtt_begin import subscribe
from splitstat.app.reason_text import beside

# Long texts are let go with this module; a board keeps each short one for ever.
_LISTS: str = "$MODES $FANS $SWINGS"
_MARKS: str = "$R $T $I"
_LAST: str = (
    '"avty_t":"splitstat/%s/status","o":{"name":"Splitstat","sw":"%s"},'
    '"dev":{"ids":["%s"],"name":"%s","mf":"Splitstat","mdl":"%s","sw":"%s","cu":"http://%s/"%s}}'
)


def _listed(first, able):
    words = [first]
    for word in able:
        if word != first:
            words.append(word)
    return json.dumps(words)


def modes(traits):
    """The words of modes that a room with such a unit can be in."""
    words = ["off"]
    for word in ("heat", "cool", "heat_cool", "dry", "fan_only"):
        if word in traits.modes or (
            word == "heat_cool" and "heat" in traits.modes and "cool" in traits.modes
        ):
            words.append(word)
    return words


def described(house, room, version):
    """(flags, [(mark, text)]) for the messages of a room, of the board itself (None), or of its
    whole-home system ("plant")."""
    board = house.board
    node = "splitstat_" + board
    name = board
    model = "board"
    flags = []
    words = []
    if room == "plant":
        name = model = "hot water and heating"
        node += "_plant"
        water = house.plant.control.water
        if water is not None:
            flags.append("tank")
            words = [("$MOST", str(water.config["most_cdeg"] // 100))]
            if water.config["sensors"] > 1:
                flags.append("lower")
            if water.hygiene is not None:
                flags.append("hygiene")
        if house.plant.accounts is not None:
            flags.append("energy")
    elif room is not None:
        inputs = house.inputs.rooms[room]
        traits = house.traits[room]
        name = house.home["rooms"][room]["name"]
        model = house.home["rooms"][room]["unit"]
        node += "_" + name
        able = modes(traits)
        if "heat_cool" in able:
            flags.append("both")
        if len(traits.swings):
            flags.append("swing")
        if inputs.humidity_cpct is not None:
            flags.append("humidity")
        if house.controller.rooms[room].air.cdeg is not None:
            flags.append("outdoor")
        able = json.dumps(able), _listed("auto", traits.fans), _listed("auto", traits.swings)
        words = list(zip(_LISTS.split(" "), able))
    place = house.network.get("address") or board + ".local"
    via = "" if room is None else ',"via_device":"splitstat_%s"' % board
    words += zip(_MARKS.split(" "), (name, "splitstat/" + board, node))
    last = _LAST % (board, version, node, name, model, version, place, via)
    return node, flags, words, last


async def greet(door):
    """All that who listens must know of us. door: of home_assistant.py."""
    mqtt = door.mqtt
    top = door.top
    if door.new:
        door.new = False
        status = door.prefix + "/status"
        await subscribe(mqtt, (top + "+/set/+", top + "+/sensor/+", top + "outdoor", status))
    for room in [None] + list(door.rooms):
        await announce(mqtt, door.house, room, door.prefix, door.hidden)
    await mqtt.publish(top + "status", b"online")
    door.sums.clear()


async def announce(mqtt, house, room, prefix, gone=False):
    """Every entity of a room, or of the board (None) and its whole-home system; gone: there are no
    such entities (any more)."""
    await _announce(mqtt, house, room, prefix, gone, "home_assistant.txt")
    if room is None and house.plant is not None:
        await _announce(mqtt, house, "plant", prefix, gone, "home_assistant_plant.txt")


async def _announce(mqtt, house, room, prefix, gone, file):
    node, flags, words, last = described(house, room, house.version)
    topic = None
    pieces = []
    with open(beside(file), "rb") as lines:
        for line in lines:
            line = str(line, "utf-8").strip()
            if line[0] == "=":
                await _say(mqtt, topic, pieces, last)
                part = line[1:].split(" ")
                pieces = []
                topic = None
                if part[1].startswith("board_") == (room is None):
                    topic = "%s/%s/%s/%s/config" % (prefix, part[0], node, part[1])
                    if gone or (len(part) > 2 and part[2] not in flags):
                        await mqtt.say(topic, [], True)
                        topic = None
            elif topic:
                if line[0] == "?":
                    flag, _, line = line[1:].partition(" ")
                    if flag not in flags:
                        continue
                for mark, text in words:
                    line = line.replace(mark, text)
                pieces.append(line.encode())
    await _say(mqtt, topic, pieces, last)


async def _say(mqtt, topic, pieces, last):
    if topic:
        pieces.append(last.encode())
        await mqtt.say(topic, pieces, True)

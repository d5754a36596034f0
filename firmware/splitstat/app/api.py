"""What the page and other programs can ask: the JSON API.

Law: names and units are those of House.state; what people ask for goes through House.ask and
House.settings, which alone know what is allowed. Long answers are generators of text, so that no
answer is ever whole in memory.

    GET  /api/state                 everything the page shows live; events: the same, room by room
    POST /api/rooms/N/ask           {"word", "a", "b"}: a word of House.ask
    GET, PUT /api/rooms/N/schedule  {"blocks", "sleep"} as in the compiled home
    GET  /api/history?room=N&hours=H, /api/history.csv?room=N, /api/log, /api/diagnostics,
         /api/settings
    POST /api/push                  {"room", "sensor", "cdeg", "humidity_cpct"}
"""

import binascii
import gc
import hashlib
import json

from splitstat.app.web_request import Refused

_HOURS = 168  # a week of history is kept


def news(house):
    """What an event stream sends each time: one event a room, [number, state], and the board."""
    for room in range(len(house.traits)):
        yield "event: room\ndata: " + json.dumps([room, house.state(room)]) + "\n\n"
    yield "event: board\ndata: " + json.dumps(_board(house)) + "\n\n"


def answer(web, request, body):
    """The answer of one question: a dict, or a generator of text. Raises Refused.

    body: the JSON object of a POST or PUT, None of a GET."""
    house = web.house
    path = request.path
    if path[:11] == "/api/rooms/":
        number, _, rest = path[11:].partition("/")
        room = _whole(number, len(house.traits) - 1, "room")
        if rest == "ask" and request.method == "POST":
            return _asked(house.ask(room, _word(body), _plain(body, "a"), _plain(body, "b")))
        if rest == "schedule" and request.method == "PUT":
            return _asked(
                house.settings.set_schedule(room, body.get("blocks"), body.get("sleep"))
            )
        if rest == "schedule" and body is None:
            return {
                "blocks": house.settings.schedule(room),
                "sleep": house.settings.sleep(room),
            }
    elif path == "/api/push" and body is not None:
        return _push(house, body)
    elif body is None:
        if path == "/api/state":
            return _state(house)
        if path == "/api/log":
            return _listed(house.log.lines())
        if path == "/api/diagnostics":
            return _diagnostics(web)
        if path == "/api/history" or path == "/api/history.csv":
            return _history(house, request.query, path[-4:] == ".csv")
        if path == "/api/settings":
            return _settings(house)
    raise Refused(404, "there is no such question")


def _whole(text: str, highest: int, name: str) -> int:
    if text.isdigit() and len(text) < 4 and int(text) <= highest:
        return int(text)
    raise Refused(404, "%s is a number from 0 to %d" % (name, highest))


def _word(body) -> str:
    word = body.get("word")
    if type(word) is not str:
        raise Refused(400, "word is missing")
    return word


def _plain(body, key: str):
    """A word, a whole number or None; true, 21.5 and lists are refused here for every word."""
    value = body.get(key)
    if value is None or type(value) is str or (type(value) is int and -(2**30) < value < 2**30):
        return value
    raise Refused(400, key + " is a word, a whole number or null")


def _asked(problem) -> dict:
    if problem is not None:
        raise Refused(400, problem)
    return {}


def _push(house, body) -> dict:
    room = body.get("room")
    cdeg = _plain(body, "cdeg")
    if type(room) is not int or not 0 <= room < len(house.traits) or type(cdeg) is not int:
        raise Refused(400, "send room, sensor and cdeg as whole numbers")
    sensor = body.get("sensor", 0)
    if type(sensor) is not int:
        raise Refused(400, "sensor is a whole number")
    return _asked(house.push(room, sensor, cdeg, _plain(body, "humidity_cpct")))


def _board(house) -> dict:
    return {
        "home": house.name,
        "board": house.board,
        "version": house.version,
        "now_s": house.now_s,
        "utc_min": house.utc_min,
        "network": house.network,
    }


def _state(house):
    yield '{"board":' + json.dumps(_board(house)) + ',"traits":['
    comma = ""
    for traits in house.traits:
        yield comma + json.dumps(
            {
                "modes": traits.modes,
                "heat": traits.heat,
                "cool": traits.cool,
                "step_cdeg": traits.step_cdeg,
                "fans": traits.fans,
                "swings": traits.swings,
                "reports": traits.reports,
            }
        )
        comma = ","
    yield '],"rooms":['
    comma = ""
    for room in range(len(house.traits)):
        yield comma + json.dumps(house.state(room))
        comma = ","
    yield "]}"


def _listed(rows):
    yield "["
    comma = ""
    for row in rows:
        yield comma + json.dumps(row)
        comma = ",\n"
    yield "]"


def _history(house, query, csv: bool):
    from splitstat.app import history_export  # seldom asked for

    room = _whole(query.get("room", ""), len(house.traits) - 1, "room")
    if house.history is None:
        raise Refused(404, "this board keeps no history")
    if csv:
        return history_export.csv(house.history, room)
    hours = _whole(query.get("hours", "24"), _HOURS, "hours")
    return history_export.json(house.history, room, (house.utc_min or 0) - hours * 60)


def _settings(house):
    """What people have changed, for a backup; nothing of it is secret."""
    yield '{"home":' + json.dumps(house.name) + ',"schedules":['
    comma = ""
    for room in range(len(house.traits)):
        blocks = house.settings.schedule(room)
        yield comma + json.dumps({"blocks": blocks, "sleep": house.settings.sleep(room)})
        comma = ","
    yield "]}"


def _configuration_hash(home) -> str:
    """Which configuration it runs, without saying what is in it (room names are private)."""
    known = hashlib.sha256()
    for room in home["rooms"]:
        for name in sorted(room):
            known.update((name + json.dumps(room[name])).encode())
    return binascii.hexlify(known.digest())[:16].decode()


def _diagnostics(web):
    """What a person who helps from afar asks for first."""
    house = web.house
    gc.collect()
    found = {"version": house.version, "board": house.board}
    found["configuration"] = _configuration_hash(house.home)
    if hasattr(gc, "mem_free"):
        found["heap_free"] = gc.mem_free()
        found["heap_used"] = gc.mem_alloc()
    found["clients"] = web.busy
    found["event_streams"] = web.streams
    found["failed_clients"] = web.failed
    found["failed_logins"] = web.login.failures
    found["scans"] = house.scans
    found["up_s"] = house.now_s
    found["network"] = house.network
    found["tasks"] = house.beats
    return found

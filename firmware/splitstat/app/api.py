"""What the page and other programs can ask: the JSON API.

Law: names and units are those of house_state.py; what people ask for goes through asking.py and
settings.py, which alone know what is allowed. Long answers are generators of text, so that no
answer is ever whole in memory. Loaded while somebody asks; what is seldom asked for is in
api_seldom.py.

    GET  /api/state                 everything the page shows live; events: the same, room by room
    POST /api/rooms/N/ask           {"word", "a", "b"}: a word of asking.ask()
    POST /api/plant/ask             {"word", "a"}: a word of Plant.ask
    GET  /api/plant/energy          its accounts, a month each
    GET, PUT /api/rooms/N/schedule  {"blocks", "sleep"} as in the compiled home
    GET  /api/history?room=N&hours=H, /api/history.csv?room=N, /api/log, /api/diagnostics,
         /api/settings
    POST /api/push                  {"room", "sensor", "cdeg", "humidity_cpct"}
"""

import json

from splitstat.app.house_state import state
from splitstat.app.web import Refused, board

_TRAITS = ("modes", "heat", "cool", "step_cdeg", "fans", "swings", "reports")


def answer(web, request, body):
    """The answer of one question: a dict, or a generator of text. Raises Refused.

    body: the JSON object of a POST or PUT, None of a GET."""
    house = web.house
    path = request.path
    if path == "/api/state" and body is None:
        return _state(house)
    if path[:11] == "/api/rooms/" and path[-4:] == "/ask" and request.method == "POST":
        room = whole(path[11:-4], len(house.traits) - 1, "room")
        word = body.get("word")
        if type(word) is not str:
            raise Refused(400, "word is missing")
        from splitstat.app.asking import ask

        return asked(ask(house, room, word, plain(body, "a"), plain(body, "b")))
    from splitstat.app import api_seldom

    return api_seldom.answer(web, request, body)


def whole(text: str, highest: int, name: str) -> int:
    """A number in an address. Raises Refused."""
    if text.isdigit() and len(text) < 4 and int(text) <= highest:
        return int(text)
    raise Refused(404, "%s is a number from 0 to %d" % (name, highest))


def plain(body, key: str):
    """A word, a whole number or None; true, 21.5 and lists are refused here for every word."""
    value = body.get(key)
    if value is None or type(value) is str or (type(value) is int and -(2**30) < value < 2**30):
        return value
    raise Refused(400, key + " is a word, a whole number or null")


def asked(problem) -> dict:
    """problem: None, or the sentence that says what is allowed."""
    if problem is not None:
        raise Refused(400, problem)
    return {}


def listed(values):
    """A JSON list, a value at a time."""
    comma = "["
    for value in values:
        yield comma + json.dumps(value)
        comma = ",\n"
    yield "]" if comma[0] == "," else "[]"


def _state(house):
    yield '{"board":' + json.dumps(board(house)) + ',"traits":'
    yield from listed({key: getattr(traits, key) for key in _TRAITS} for traits in house.traits)
    yield ',"rooms":'
    yield from listed(state(house, room) for room in range(len(house.traits)))
    yield "}"

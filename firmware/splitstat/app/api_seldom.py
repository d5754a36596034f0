"""The questions of api.py that are seldom asked: schedules, history, log, settings, diagnostics,
and values pushed for a sensor."""

import gc
import json

from splitstat.app import settings
from splitstat.app.api import asked, listed, plain, whole
from splitstat.app.asking import push
from splitstat.app.log_lines import lines
from splitstat.app.slots import configuration, running
from splitstat.app.web import Refused

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_HOURS = const(168)  # a week of history is kept


def answer(web, request, body):
    """As api.answer."""
    house = web.house
    path = request.path
    if path[:11] == "/api/rooms/" and path[-9:] == "/schedule":
        room = whole(path[11:-9], len(house.traits) - 1, "room")
        if body is None:
            return _schedule(house, room)
        if request.method == "PUT":
            blocks = body.get("blocks")
            return asked(settings.set_schedule(house, room, blocks, body.get("sleep")))
    elif path == "/api/plant/ask" and body is not None and house.plant:
        word = body.get("word")
        if type(word) is not str:
            raise Refused(400, "word is missing")
        told = body.get("a") if word == "prices" else plain(body, "a")
        return asked(house.plant.ask(word, told))
    elif path == "/api/plant/energy" and body is None and house.plant and house.plant.accounts:
        from splitstat.app.plant_energy_file import months

        return months(house.plant.accounts)
    elif path == "/api/push" and body is not None:
        return _push(house, body)
    elif body is None:
        if path == "/api/log":
            return listed(lines(house))
        if path == "/api/diagnostics":
            return _diagnostics(web)
        if path == "/api/history" or path == "/api/history.csv":
            return _history(house, request.query, path[-4:] == ".csv")
        if path == "/api/settings":
            return _settings(house)
    raise Refused(404, "there is no such question")


def _schedule(house, room: int) -> dict:
    return {"blocks": settings.schedule(house, room), "sleep": settings.sleep(house, room)}


def _push(house, body) -> dict:
    room = body.get("room")
    sensor = body.get("sensor", 0)
    cdeg = body.get("cdeg")
    for number in (room, sensor, cdeg):
        if type(number) is not int:
            raise Refused(400, "send room, sensor and cdeg as whole numbers")
    return asked(push(house, room, sensor, plain(body, "cdeg"), plain(body, "humidity_cpct")))


def _history(house, query, csv: bool):
    from splitstat.app import history_export

    room = whole(query.get("room", ""), len(house.traits) - 1, "room")
    if house.history is None:
        raise Refused(404, "this board keeps no history")
    if csv:
        return history_export.csv(house.history, room)
    hours = whole(query.get("hours", "24"), _HOURS, "hours")
    return history_export.json(house.history, room, (house.utc_min or 0) - hours * 60)


def _settings(house):
    """What people have changed, for a backup; nothing of it is secret."""
    yield '{"home":' + json.dumps(house.name) + ',"schedules":'
    yield from listed(_schedule(house, room) for room in range(len(house.traits)))
    yield "}"


def _diagnostics(web) -> dict:
    """What a person who helps from afar asks for first."""
    house = web.house
    gc.collect()
    found = {"version": house.version, "board": house.board}
    found["slot"] = running()
    found["proved"] = house.proved
    found["configuration"] = configuration()
    if hasattr(gc, "mem_free"):
        found["heap_free"] = gc.mem_free()  # pyright: ignore  (MicroPython)
        found["heap_used"] = gc.mem_alloc()  # pyright: ignore  (MicroPython)
    found["clients"] = web.busy
    found["event_streams"] = web.streams
    found["failed_clients"] = web.failed
    found["failed_logins"] = web.login.failures
    found["scans"] = house.scans
    found["up_s"] = house.now_s
    found["network"] = house.network
    found["tasks"] = house.beats
    return found

"""What the wizard's page may ask. Every answer is the whole state, so that a page loaded anew
shows what one that was always there shows.

    GET  /api/setup            {"board", "kind", "steps", "facts", "wifi", "job", "usual"}
    POST /api/setup/step       {"to"}: another step, one that can be done already
    POST /api/setup/networks   {}            a job: which Wi-Fi is in the air
    POST /api/setup/wifi       {"ssid", "password"}; ssid null: without
    POST /api/setup/sensors    {"kind", "pin"}   a job: which sensors answer
    POST /api/setup/parts      {"lamp", "receiver", "sensor"}
    POST /api/setup/press      {"want"}      a job: hears the handset; off, cool, heat
    POST /api/setup/units      {"units"}     candidates by their brand, without a receiver
    POST /api/setup/try        {"unit", "mode"}  a job: starts the unit
    POST /api/setup/answer     {"beep", "start"}
    POST /api/setup/aim        {}            a job: ten frames
    POST /api/setup/beeps      {"beeps"}
    POST /api/setup/test       {"mode"}      a job; {"stop": true} ends it
    POST /api/setup/room       {"name", "heat_cdeg", ..., "blocks", "sleep", "tz"}
    POST /api/setup/done       {}            writes the home, the board starts anew
"""

import asyncio
import json

from splitstat.app.web import Refused

# What must be known before a step can be done.
NEEDS = {
    "unit": ("lamp", "sensor"),
    "beep": ("lamp", "sensor", "fits"),
    "aim": ("lamp", "sensor", "unit"),
    "test": ("lamp", "sensor", "unit"),
    "room": ("lamp", "sensor", "unit"),
    "done": ("lamp", "sensor", "unit", "room"),
}
_MODES = None, "heat", "cool"


def answer(setup, request, body) -> dict:
    """Raises Refused."""
    path = request.path
    if path == "/api/setup" and body is None:
        return _state(setup)
    if path[:11] != "/api/setup/" or request.method != "POST":
        raise Refused(404, "this board has no home yet")
    why = _do(setup, path[11:], body)
    if why:
        raise Refused(400, why)
    return _state(setup)


def _state(setup) -> dict:
    from splitstat.app.first_run_parts import usual

    return {
        "board": setup.board,
        "kind": _kind(setup),
        "steps": setup.steps,
        "facts": setup.facts,
        "wifi": setup.wifi,
        "point": setup.network.get("point"),
        "job": setup.job,
        "usual": usual(),
    }


def _kind(setup):
    try:
        with setup.file("manifest.json") as file:
            return json.loads(file.readline().rstrip() + "]}")["board"]
    except (OSError, ValueError, KeyError):
        return None


def _do(setup, word, body):
    """What is not allowed, as a sentence, or None."""
    facts = setup.facts
    if word in ("press", "units"):
        _need(facts, "unit")
    elif word in ("try", "answer"):
        _need(facts, "beep")
    elif word in ("aim", "beeps", "test", "done"):
        _need(facts, "aim" if word == "beeps" else word)
    if word == "step":
        return _step(setup, body.get("to"))
    if word == "networks":
        from splitstat.app.first_run_wifi import networks

        return setup.begin("networks", networks)
    if word == "wifi":
        from splitstat.app.first_run_wifi import join

        return join(setup, body)
    if word in ("sensors", "parts"):
        return _parts(setup, word, body)
    if word == "press":
        if body.get("want") not in ("off", "cool", "heat"):
            return "allowed are off, cool and heat"
        if facts.get("receiver") is None:
            return "this board has no receiver"
        from splitstat.app.first_run_hear import press

        return setup.begin("press", press, body["want"])
    if word == "units":
        return _units(setup, body.get("units"))
    if word in ("try", "answer", "aim", "beeps"):
        return _send(setup, word, body)
    if word == "test":
        if body.get("stop") is True:
            if setup.job is not None and setup.job["name"] == "test":
                setup.job["stop"] = True
            return None
        return _test(setup, body.get("mode"))
    if word == "room":
        from splitstat.app.first_run_home import room

        return room(setup, body)
    if word == "done":
        return _done(setup)
    raise Refused(404, "there is no such question")


def _need(facts, step):
    for name in NEEDS.get(step, ()):
        if name not in facts:
            raise Refused(409, "not yet: %s is missing" % name)


def _step(setup, to):
    if to not in setup.steps:
        return "allowed are " + ", ".join(setup.steps)
    _need(setup.facts, to)
    setup.keep({"step": to})
    return None


def _parts(setup, word, body):
    from splitstat.app import first_run_parts

    if word == "parts":
        return first_run_parts.place(setup, body)
    kind, pin = body.get("kind"), body.get("pin")
    return first_run_parts.problem(kind, pin) or setup.begin(
        "sensors", first_run_parts.look, kind, pin
    )


def _units(setup, names):
    """Candidates that a person picked by their brand."""
    from splitstat.app.first_run_hear import unit_list

    if type(names) is not list or not 0 < len(names) <= 24:
        return "a brand has 1 to 24 units"
    found = [[name, 0] for name in unit_list(setup) if name in names]
    if not found:
        return "there is no such unit"
    setup.keep(
        {
            "fits": found,
            "presses": [],
            "unit": None,
            "trying": None,
            "answers": None,
            "step": "beep",
        }
    )
    return None


def _send(setup, word, body):
    from splitstat.app import first_run_send

    if word == "answer":
        return first_run_send.answer(setup, body)
    if word == "beeps":
        return first_run_send.counted(setup, body.get("beeps"))
    if word == "aim":
        return setup.begin("aim", first_run_send.aim)
    name = body.get("unit")
    if name not in [each[0] for each in setup.facts["fits"]] or body.get("mode") not in _MODES:
        return "try one of the candidates"
    return setup.begin("try", first_run_send.try_one, name, body.get("mode"))


def _test(setup, mode):
    from splitstat.app.first_run_test import respond

    if mode not in _MODES:
        return "allowed are heat and cool"
    return setup.begin("test", respond, mode)


def _done(setup):
    from splitstat.app.first_run_home import finish

    job = setup.job
    if job is not None and job["state"] == "runs":
        return "something is under way: wait for its end"
    why = finish(setup)
    if why is None:
        setup.begin("done", _restart)
    return why


async def _restart(setup, job):
    """A moment, so that the page has its answer."""
    from splitstat.hardware.reset import restart

    await asyncio.sleep(1)
    restart()

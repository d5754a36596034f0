"""The first run's proof: the unit is told to heat (or cool) for a quarter of an hour, and the room
answers, or does not.

A sensor that follows is in the right room, the unit obeys, and heat is heat. What is asked for is
safe as the last word (first_run_send.py); at the end, and after a power cut in its midst, the unit
is told its plain setpoint again.
"""

import asyncio

from splitstat.app.first_run_parts import probe_of
from splitstat.app.first_run_send import CALM, STRONG, command, head_of, mode_of, say

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TEST_S = const(900)
_EVERY_S = const(10)
_TRAIL_S = const(30)
_CLEAR_CDEG = const(50)  # so far, and the test is over before its time
_LEAST_CDEG = const(20)
_SOONEST_S = const(180)
_LAST = const(3)  # values whose mean counts: a chip's last digits tremble


async def respond(setup, job, mode):
    """The job. job["trail"]: the room in cdeg every 30 s; job["verdict"]: "moved", "opposite",
    "still" or "silent" (the sensor). mode: heat or cool, or None: whichever has work to do."""
    probe = probe_of(setup, setup.facts["sensor"])
    if probe is None:
        raise OSError("there is no sensor that this board could read")
    values = []
    for _ in range(_LAST):
        await _read(setup, probe, values)
        await asyncio.sleep(2)
    if not values:
        job["verdict"] = "silent"
        return
    began_cdeg = _mean(values)
    head = head_of(setup, setup.facts["unit"])
    mode = mode or mode_of(head, began_cdeg)
    setup.keep({"testing": mode})
    job["mode"], job["of_s"], job["s"] = mode, _TEST_S, 0
    job["trail"] = [began_cdeg]
    began_s = setup.now_s
    moved = 0
    await say(head, command(mode, STRONG[mode]))
    try:
        while job["s"] < _TEST_S and "stop" not in job:
            await asyncio.sleep(_EVERY_S)
            await _read(setup, probe, values)
            job["s"] = setup.now_s - began_s
            job["cdeg"] = _mean(values)
            if job["s"] >= _TRAIL_S * len(job["trail"]):
                job["trail"].append(job["cdeg"])
            moved = job["cdeg"] - began_cdeg
            if mode == "cool":
                moved = -moved
            if moved >= _CLEAR_CDEG and job["s"] >= _SOONEST_S:
                break
    finally:
        await say(head, command(mode, CALM[mode]))
    word = "moved" if moved >= _LEAST_CDEG else "opposite" if -moved >= _LEAST_CDEG else "still"
    if "stop" in job and word != "moved":
        word = "stopped"
    job["verdict"] = word
    result = {"mode": mode, "verdict": word, "moved_cdeg": moved, "s": job["s"]}
    step = "room" if word == "moved" else "test"
    setup.keep({"testing": None, "test": result, "step": step})


async def _read(setup, probe, values):
    setup.said = None
    await probe.step()
    setup.beats["first_run"] = 0
    if setup.said is not None and setup.said[0] is not None:
        values.append(setup.said[0])
        del values[:-_LAST]


def _mean(values) -> int:
    return (2 * sum(values) + len(values)) // (2 * len(values))


async def break_off(setup, job):
    """The job after a power cut in mid-test: the plain setpoint; the test is to be done anew."""
    mode = setup.facts["testing"]
    head = head_of(setup, setup.facts["unit"])
    await say(head, command(mode, CALM[mode]))
    setup.keep({"testing": None})

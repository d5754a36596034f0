"""What boards tell each other: one report an outdoor unit, the outdoor air, the rooms to show.

Law: nothing that another board says is believed beyond its range, not even with a right HMAC: an
epoch that is taken over never falls again (control/peers.py). Lines of JSON, the first of them
    [address, outdoor air in cdeg, [[outdoor unit, epoch, rest_s, [[wants, score, waits_s, runs,
    wish], ...]], ...], count of rooms]
or empty where the message goes on with an earlier one; each further line a room: its number, then
the values of SHOWN. Classes: 0 none, 1 heat, 2 cool.
"""

import json

from splitstat.app.neighbour_door import TEXT
from splitstat.control.held import within
from splitstat.control.peers import PeerHead, PeerReport

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

# Of house_state.py: what the page shows of a room of another board.
SHOWN = (
    "name room_cdeg humidity_cpct mode heat_cdeg cool_cdeg action provenance reason faults"
    " why until_min occupied source"
).split()
_CLASSES = (None, "heat", "cool")
_OUTDOOR_S = const(300)  # so young is the outdoor air that is told
# 100,000 reversals are 136 years at two a day; a home that did more is none.
_EPOCH = const(100000)
_SCORE = const(1000000)
_LONG_S = const(500000000)
_ROOMS = const(16)
_LINE = const(400)  # bytes of a room


def said(house):
    """The texts of one round, each at most TEXT bytes."""
    from splitstat.app.house_state import state

    text = _first(house)
    for i in range(len(house.traits)):
        shown = state(house, i)
        values = [i]
        for name in SHOWN:
            values.append(shown[name])
        line = json.dumps(values).encode()
        if len(text) + 1 + len(line) > TEXT:
            yield text
            text = b""
        text += b"\n" + line
    yield text


def _first(house):
    outdoor_cdeg = None
    if house.outdoor_rank < 2 and house.now_s - house.outdoor_at_s <= _OUTDOOR_S:
        outdoor_cdeg = house.inputs.outdoor_cdeg
    reports = []
    gates = house.controller.gates
    for n in range(len(gates)):
        if gates[n].peers is not None and gates[n].awake:
            report = gates[n].report(house.now_s, house.board, n)
            heads = []
            for head in report.heads:
                heads.append(
                    [
                        _CLASSES.index(head.wants),
                        head.score,
                        head.waits_s,
                        _CLASSES.index(head.runs),
                        int(head.wish),
                    ]
                )
            reports.append([n, report.epoch, report.rest_s, heads])
    first = [house.network.get("address"), outdoor_cdeg, reports, len(house.traits)]
    return json.dumps(first).encode()


class Heard:
    """What the page is told of another board. rooms: a line of JSON each, or None."""

    def __init__(self):
        self.address = None
        self.at_s: int | None = None
        self.rooms = []

    def shown(self):
        """The rooms as house_state.py would say it, as far as SHOWN goes."""
        found = []
        for line in self.rooms:
            if line is not None:
                values = json.loads(line)
                found.append({SHOWN[k]: values[1 + k] for k in range(len(SHOWN))})
        return found


def take(house, heard, name: str, age_s: int, text: bytes):
    """Hands on what `name` said age_s ago; raises ValueError, TypeError, KeyError, IndexError or
    AttributeError where it makes no sense, and then nothing of that line counts."""
    lines = text.split(b"\n")
    if lines[0]:
        address, outdoor_cdeg, reports, count = json.loads(lines[0])
        if not within(count, 0, _ROOMS) or not (address is None or _is_address(address)):
            raise ValueError
        found = [_report(house, name, age_s, one) for one in reports]
        if outdoor_cdeg is not None:
            if not within(outdoor_cdeg, -6000, 6000):
                raise ValueError
            house.heard_outdoor(outdoor_cdeg, 2)
        house.inputs.peers.extend(found)
        heard.address = address
        if len(heard.rooms) != count:
            heard.rooms = [None] * count
    for line in lines[1:]:
        values = json.loads(line)
        if len(line) > _LINE or len(values) != 1 + len(SHOWN) or type(values[1]) is not str:
            raise ValueError
        if not within(values[0], 0, len(heard.rooms) - 1):
            raise ValueError
        heard.rooms[values[0]] = line


def _report(house, name, age_s, one):
    """A PeerReport. Raises as take()."""
    n, epoch, rest_s, heads = one
    units = house.home["outdoor_units"]
    if not within(n, 0, len(units) - 1) or [name, n, len(heads)] not in units[n]["peers"]:
        raise ValueError
    if not within(epoch, 0, _EPOCH) or not within(rest_s, 0, _LONG_S):
        raise ValueError
    found = []
    for wants, score, waits_s, runs, wish in heads:
        if not (
            within(wants, 0, 2)
            and within(score, 0, _SCORE)
            and within(waits_s, 0, _LONG_S)
            and within(runs, 0, 2)
            and within(wish, 0, 1)
        ):
            raise ValueError
        found.append(PeerHead(_CLASSES[wants], score, waits_s, _CLASSES[runs], wish == 1))
    # age_s is the most it can be; its rest must not look longer by that.
    return PeerReport(name, n, age_s, epoch, rest_s - age_s, tuple(found))


def _is_address(said):
    """Digits and dots: a page makes a link of it."""
    return type(said) is str and len(said) < 16 and said.replace(".", "").isdigit()

"""Inputs and Outputs of one scan as plain lists, and back: the "in" and "out" of a trace.

Lists, not dicts, because MicroPython does not keep the order of a dict; words as they are, absence
as None.

    in   [utc_min, outdoor_cdeg, outdoor_age_s, shed, [room, ...], [event, ...], [peer, ...]]
         room    [[cdeg, ...], [age_s, ...], humidity_cpct, window, presence, supply_cdeg,
                  status or None, handset or None]
         status  the fields of UnitStatus; handset  the fields of UnitCommand
         event   [room index, word, number or None, number or None]
         peer    the fields of PeerReport, its heads as lists of the fields of PeerHead
    out  [[room, ...], [class or None, ...], [peer or None, ...]]
         room    [send or None, command or None, mode, heat_cdeg, cool_cdeg, room_cdeg, action,
                  provenance, reason, [fault, ...]]
"""

from splitstat.control.peers import PeerHead, PeerReport
from splitstat.control.types import Inputs, UnitCommand
from splitstat.control.unit_status import UnitStatus

ROOM_OUT = (
    "send",
    "command",
    "mode",
    "heat_cdeg",
    "cool_cdeg",
    "room_cdeg",
    "action",
    "provenance",
    "reason",
    "faults",
)


def plain(value):
    """Tuples, named or not, as lists, all the way down."""
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def inputs_to_list(inputs) -> list:
    rooms = [
        [
            list(room.cdeg),
            list(room.age_s),
            room.humidity_cpct,
            room.window,
            room.presence,
            room.supply_cdeg,
            plain(room.status),
            plain(room.handset),
        ]
        for room in inputs.rooms
    ]
    return [
        inputs.utc_min,
        inputs.outdoor_cdeg,
        inputs.outdoor_age_s,
        inputs.shed,
        rooms,
        plain(inputs.events),
        plain(inputs.peers),
    ]


def new_inputs(home: dict):
    """Empty Inputs of the right shape for a compiled home."""
    return Inputs([len(room["sensors"]) for room in home["rooms"]])


def fill_inputs(inputs, data: list) -> None:
    """Overwrites `inputs` with what inputs_to_list() gave."""
    inputs.utc_min = data[0]
    inputs.outdoor_cdeg = data[1]
    inputs.outdoor_age_s = data[2]
    inputs.shed = data[3]
    for room, found in zip(inputs.rooms, data[4]):
        room.cdeg[:] = found[0]
        room.age_s[:] = found[1]
        room.humidity_cpct = found[2]
        room.window = found[3]
        room.presence = found[4]
        room.supply_cdeg = found[5]
        room.status = None if found[6] is None else UnitStatus(*found[6])
        room.handset = None if found[7] is None else UnitCommand(*found[7])
    inputs.events = [tuple(event) for event in data[5]]
    inputs.peers = [peer_from_list(peer) for peer in data[6]]


def peer_from_list(data: list):
    return PeerReport(*data[:-1], tuple([PeerHead(*head) for head in data[-1]]))


def outputs_to_list(outputs) -> list:
    rooms = [[plain(getattr(room, name)) for name in ROOM_OUT] for room in outputs.rooms]
    return [rooms, list(outputs.classes)]


def same(one, other) -> bool:
    """Equal in value and in kind: True is not 1 here."""
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return False
        for a, b in zip(one, other):
            if not same(a, b):
                return False
        return True
    return type(one) is type(other) and one == other


def first_difference(recorded: list, found: list):
    """(what, recorded, found) of the first field in which two outputs differ, or None."""
    if same(recorded, found):
        return None
    for n in range(len(found[0])):
        for k in range(len(ROOM_OUT)):
            if not same(recorded[0][n][k], found[0][n][k]):
                return ("room %d %s" % (n, ROOM_OUT[k]), recorded[0][n][k], found[0][n][k])
    if not same(recorded[1], found[1]):
        return ("classes", recorded[1], found[1])
    return ("reports", recorded[2], found[2])

"""What survives a power cut: the controller's snapshot, in two blobs that take turns.

Law: at any instant one of the two is whole. A blob is
    number of the writing (4), home (4), the packed snapshot, CRC-32 of all before (4)
and the newest whole one of the same home counts. `home` is a sum over the names and units of the
rooms: a snapshot of another home is not a memory of this one.

A snapshot is written in the scan in which something in it changed that is no mere age, before that
scan's frames go out; otherwise every hour while a hold or a boost runs down, and every six hours.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TIMED_S = const(3600)
_IDLE_S = const(21600)


class Store:
    """nvs: the space of hardware/nvs.py. snapshot.py writes and restore.py goes on from what it
    wrote; they leave `home`, `number`, `at_s` and `seen`. failed: the last writing did."""

    failed = False
    home = bytes(4)
    number = at_s = 0
    seen: list | None = None  # state() of the last writing

    def __init__(self, nvs, house):
        self.nvs = nvs
        self.house = house

    def due(self) -> bool:
        """Whether something changed that must survive, or the ages have grown old."""
        house = self.house
        longest_s = _IDLE_S
        for room in house.controller.rooms:
            if room.intent.timed:
                longest_s = _TIMED_S
        return house.now_s - self.at_s >= longest_s or self.state() != self.seen

    def state(self) -> list:
        """What must survive and is no mere age."""
        controller = self.house.controller
        found = [gate.changeover.epoch for gate in controller.gates]
        for room in controller.rooms:
            intent = room.intent
            found.append(
                (
                    (intent.wish, intent.hold, intent.held, intent.until, intent.boost_s),
                    (intent.person_at_s, room.zone.wants, room.zone.dry, room.sender.last),
                    (room.gate.call[room.head], room.verify.fault),
                )
            )
        return found

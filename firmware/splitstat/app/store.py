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
    """nvs: get(key) -> bytes or None, put(key, bytes) which may raise OSError. restore.py goes on
    from what snapshot.py wrote, and leaves `home` and `number`."""

    def __init__(self, nvs, house):
        self.nvs = nvs
        self.house = house
        self.home = bytes(4)
        self.number = 0
        self.writes = 0
        self.at_s = 0
        self.seen: list = [None] * len(house.traits)
        self.classes: list = [None] * len(house.controller.gates)

    def due(self) -> bool:
        """Whether this scan changed what must survive, or the ages have grown old."""
        house = self.house
        controller = house.controller
        changed = timed = False
        for i in range(len(self.seen)):
            room = controller.rooms[i]
            intent = room.intent
            timed = timed or intent.timed
            now = (
                (intent.wish, intent.hold, intent.held, intent.until, intent.boost_s),
                (intent.person_at_s, room.zone.wants, room.zone.dry, room.sender.last),
                (room.gate.call[room.head], room.verify.fault),
            )
            if now != self.seen[i]:
                self.seen[i] = now
                changed = True
        for n in range(len(self.classes)):
            epoch = controller.gates[n].changeover.epoch
            if epoch != self.classes[n]:
                self.classes[n] = epoch
                changed = True
        return changed or house.now_s - self.at_s >= (_TIMED_S if timed else _IDLE_S)

    def put(self):
        """Writes the snapshot of the last scan. Raises OSError, and where there is no memory for
        it; the older blob then stands, and the next scan tries again."""
        from splitstat.app.snapshot import write

        seen = self.seen[0]
        self.seen[0] = None
        write(self, "s", self.house.controller.snapshot(self.house.now_s))
        self.seen[0] = seen

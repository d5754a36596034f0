"""What every door of the board sees and asks: the page, MQTT, other boards.

Law: there is one validator, asking.ask(): whatever door a wish came through, it is checked there,
and what was accepted waits for the next scan. Nobody else touches the controller.
"""

import asyncio

from splitstat.app.log import Log
from splitstat.control.controller import Controller
from splitstat.control.types import Inputs, Outputs

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SHOWN_CDEG = const(10)  # a room temperature that moved so far is news
_OUTDOOR_S = const(900)  # so long a better source of the outdoor air keeps others away
_MUTE = const(6)  # tries in a row without a value, ten seconds apart, that are a fault
_SENSOR_FAULTS = ("no_sensor", "sensor_failed")
_DOUBTS = ("range", "flat", "stale")  # causes of SensorHealth; a single jump is none


class House:
    """home: the compiled home, of which kept_home.py leaves a little; traits: those of each room's
    unit, in order.

    outputs, inputs: of the last scan, overwritten in place. at_s: when each room's sensors spoke
    last. changes rises when a scan changed what a person sees. quiet: the lock that flash writes,
    infra-red sending and receiving share. network: what Wi-Fi and MQTT say of themselves. beats:
    task -> seconds since its last sign of life, which it sets to 0 at least every 30 s
    (supervisor.py counts on).
    """

    home: dict  # what house_made.py begins with
    name: str
    traits: list
    controller: Controller
    outputs: Outputs
    changes: int
    scans: int
    now_s: int
    inputs: Inputs
    at_s: list
    mute: list  # as at_s: tries in a row that brought no value
    seen: list
    log: Log
    beats: dict
    network: dict
    schedules: dict  # room name -> [blocks, sleep] that a person wanted
    quiet: asyncio.Lock
    news: asyncio.Event
    version = "0"
    board = ""
    settings_path = None  # of the file of what people changed (settings.py)
    unsaved = False
    history = None
    outbox = ()  # a list of (topic, pieces) for blasters at the broker (blaster.py)
    neighbours = None  # neighbours.Neighbours where the home has several boards and a key
    plant = None  # plant.Plant where the home has a whole-home system
    refuses = None  # why nothing may be asked now, as a sentence
    proved = False  # whether this start is a good one (trial.py)
    nvs = None  # the space of hardware/nvs.py
    station = None  # of hardware/radio.py
    joining = None  # the task that joins the Wi-Fi (wifi_join.py)
    clock_due_s = 0  # when a time server is to be asked next
    clock_doubt_s = None  # what an answer was off by, where that was too much to be believed alone
    outdoor_at_s = 0
    outdoor_rank = 9
    minute_s = 0  # now_s at which utc_min was `minute` (clock.py)
    minute = None

    def __init__(self, home: dict, traits):
        from splitstat.app.house_made import fill

        fill(self, home, traits)

    @property
    def utc_min(self):
        """Minutes since 2000-01-01 UTC, or None while nobody knows the time."""
        if self.minute is None:
            return None
        return self.minute + (self.now_s - self.minute_s) // 60

    def scan(self, now_s: int):
        """Everything was read: decide, and see what is new. Returns the outputs."""
        self.now_s = now_s
        inputs = self.inputs
        inputs.utc_min = self.utc_min
        inputs.outdoor_age_s = now_s - self.outdoor_at_s
        for i in range(len(self.at_s)):
            ages = inputs.rooms[i].age_s
            for n in range(len(ages)):
                ages[n] = now_s - self.at_s[i][n]
        outputs = self.controller.scan(now_s, inputs)
        inputs.events.clear()
        inputs.peers.clear()
        before = self.changes
        for i in range(len(self.seen)):
            inputs.rooms[i].handset = None
            self._look(i)
        self.scans += 1
        if self.changes != before:
            self.news.set()
            self.news.clear()
        return outputs

    def _look(self, i):
        """Has a person something new to see of a room? New reasons and faults are logged."""
        out = self.outputs.rooms[i]
        intent = self.controller.rooms[i].intent
        was = self.seen[i]
        cdeg = out.room_cdeg
        cpct = self.inputs.rooms[i].humidity_cpct
        if was and cdeg is not None and was[2] is not None:
            if abs(cdeg - was[2]) < _SHOWN_CDEG:
                cdeg = was[2]
        faults = self.faults(i)
        now = (
            out.reason[0],
            faults,
            cdeg,
            None if cpct is None else cpct // 100,
            (out.mode, out.heat_cdeg, out.cool_cdeg, intent.wish, intent.why, intent.until),
            (out.action, out.provenance, out.command),
        )
        if now != was:
            self.seen[i] = now
            self.changes += 1
            if was is None or was[0] != now[0]:
                self.log.add(self, i, now[0], out.reason[1])
            for word in faults:
                if was is None or word not in was[1]:
                    self.log.add(self, i, word, 0)

    def heard(self, room: int, sensor: int, cdeg, humidity_cpct=None):
        """A sensor of a room spoke just now; cdeg None: it tried, and has nothing to say."""
        inputs = self.inputs.rooms[room]
        if cdeg is None:
            self.mute[room][sensor] += 1
        else:
            self.mute[room][sensor] = 0
            inputs.cdeg[sensor] = cdeg
            self.at_s[room][sensor] = self.now_s
        if humidity_cpct is not None:
            inputs.humidity_cpct = humidity_cpct

    def doubt(self, room: int, sensor: int):
        """Why a sensor is not believed just now: "mute", or a cause of SensorHealth; or None."""
        if self.mute[room][sensor] >= _MUTE:
            return "mute"
        return self.controller.rooms[room].reading.sensors[sensor].cause

    def faults(self, room: int):
        """The faults that the core has named, and "sensor_doubtful" while a last value bridges
        what it will call a failed sensor only when that is too old."""
        found = self.outputs.rooms[room].faults
        for word in found:
            if word in _SENSOR_FAULTS:
                return found
        for n in range(len(self.mute[room])):
            if self.mute[room][n] >= _MUTE or self.doubt(room, n) in _DOUBTS:
                return found + ("sensor_doubtful",)
        return found

    def heard_outdoor(self, cdeg: int, rank: int):
        """The outdoor air. rank: 0 a sensor of this home, 1 an outdoor unit, 2 another board."""
        if rank <= self.outdoor_rank or self.now_s - self.outdoor_at_s > _OUTDOOR_S:
            self.inputs.outdoor_cdeg = cdeg
            self.outdoor_at_s = self.now_s
            self.outdoor_rank = rank

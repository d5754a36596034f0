"""What is cut: the writing of intents and lockouts in NVS, while a home lives and people press
buttons. The unit goes on with what it was told last, as a real one does."""

import random

from one_home import House, home
from power_cuts_files import Files, supply
from splitstat.app import asking, house_state, snapshot
from splitstat.app.loop import Loop
from splitstat.app.restore import restore
from splitstat.app.store import Store
from splitstat.hardware.nvs import opened

SCAN_S = 15
MIN_OFF_S, REVERSAL_S, PERSON_S = 600, 3600, 300
START_S = 60
ASKS = (
    ("mode", "heat"), ("mode", "cool"), ("mode", "heat_cool"), ("mode", "off"), ("away", 1),
    ("setpoint", 2150, 2500), ("setpoint", 1900, 2300), ("setpoint", 2300, 2700), ("resume",),
    ("boost", 20),
)  # fmt: skip


class Seconds:
    """The controller's own seconds, set by hand."""

    rest_ms = 0
    now_s = 0

    def step(self, ticks_ms):
        return self.now_s


class Head:
    """One unit: it does what it was told last, whatever becomes of the board."""

    status = None

    def __init__(self, timeline):
        self.timeline = timeline
        self.previous = None

    def tell(self, command):
        self.previous = command
        self.timeline.told(command)


class Snapshot(Files):
    """A wish that was written down is there after any cut: the new one, or (cut while it was being
    written) the one before. A unit that stopped rests, whatever the board forgot."""

    def begin(self):
        supply.format()
        self.at_s = 0  # of the world
        self.on = None  # class of the call that the unit obeys
        self.stopped_at = -REVERSAL_S
        self.last = None  # the class before
        self.person_at = -REVERSAL_S
        self.cdeg = 2100
        self.written = self.wished = None
        self.boot()
        self._live(1800)

    def boot(self):
        supply.mount()
        self.house = House(home(), home.traits)
        self.store = Store(opened(), self.house)
        found = restore(self.store, 0)
        self.head = Head(self)
        self.head.previous = self.house.controller.rooms[0].sender.last
        self.loop = Loop(self.house, [self.head], (), self.store)
        self.loop.seconds = Seconds()
        self.begun_at = self.at_s
        self.called = None  # what the core called for at its last scan
        return found

    def remember(self):
        self.written = self.wished = self.intent()

    def intent(self):
        intent = self.house.controller.rooms[0].intent
        return (intent.wish, intent.hold, intent.held)

    def told(self, command):
        """A command reaches the unit; after a start it may be the first that ends an old call."""
        self.decided()

    def decided(self):
        """What the core calls for, after a scan that ended or with a command that went out. A call
        that begins is held against the limits: they count from decision to decision."""
        room = self.house.controller.rooms[0]
        call = room.gate.call[room.head]
        if call is not None and self.on is None:
            rest_s = self.at_s - self.stopped_at
            least = REVERSAL_S if self.last not in (None, call) else MIN_OFF_S
            if self.person_at >= self.stopped_at - REVERSAL_S:
                least = PERSON_S
            if rest_s < least:
                self.short += 1
        elif call is not None and self.on != call:
            self.short += 1
        if self.on is not None and call is None:
            # lockout.py takes the unit to have stopped at the start of the board; the word that
            # stops it goes out within a minute, so much shorter may its rest be (seen: 45 s).
            young = self.at_s - self.begun_at <= START_S
            self.stopped_at = self.begun_at if young else self.at_s
        if call is not None:
            self.last = call
        self.on = call

    def _live(self, seconds):
        """So long, unless the power goes."""
        for _ in range(seconds // SCAN_S):
            self.at_s += SCAN_S
            self.cdeg += {"heat": 4, "cool": -4, None: random.choice((-3, 2))}[self.on]
            self.cdeg = min(max(self.cdeg, 1600), 3000)
            self.loop.seconds.now_s = self.at_s - self.begun_at
            self.house.now_s = self.loop.seconds.now_s
            self.house.heard(0, 0, self.cdeg)
            step = self.loop.step()
            try:
                step.send(None)
                raise AssertionError("the scan waits")
            except StopIteration:
                pass
            self.written = self.intent()
            room = self.house.controller.rooms[0]
            if self.called is not None or room.gate.call[room.head] is not None:
                self.decided()
            self.called = room.gate.call[room.head]

    def act(self):
        """Somebody presses a button, and the home lives on for a while."""
        ask = random.choice(ASKS)
        if asking.ask(self.house, 0, *ask) is None:
            self.person_at = self.at_s
        try:
            self._live(random.choice((30, 600, 2400)))
        finally:
            self.wished = self.intent()

    def check(self):
        """The wish is one of the two; the board is off for a while, and lives on."""
        self.at_s += random.choice((1, 20, 90, 1200))
        if not self.boot():
            self.lost += 1
        elif self.intent() not in (self.written, self.wished):
            self.lost += 1

    def settle(self):
        self._live(random.choice((30, 900)))


asking, house_state, snapshot = asking, house_state, snapshot

"""What is cut: a settings write and a history write. Each knows what must be there afterwards."""

import os

from one_home import House, home, set_clock
from power_supply import supply
from splitstat.app import schedule_check, sealed, settings
from splitstat.app.history import History as _History
from splitstat.app.history_file import add, head, path, records, write
from splitstat.app.log_lines import lines

supply = supply


class Files:
    """What all campaigns on files share: a boot that must succeed."""

    def __init__(self):
        self.lost = self.unbootable = self.short = 0
        self.seed = 0

    def boot(self):
        """Power on: file system and house as after a start. False where it cannot be."""
        try:
            supply.mount()
        except OSError:
            self.unbootable += 1
            return False
        self.house = House(home(), home.traits)
        return True

    def remember(self):
        """The memories were set back to an older state."""

    def settle(self):
        """After a check everything is as act() wants it."""


class Settings(Files):
    """Another schedule each time. Afterwards it is the old one or the new one, and never none."""

    def begin(self):
        supply.format()
        supply.mount()
        sealed.folder("/data")
        self.boot()
        self.old = self.new = None
        self.act()
        self.boot()

    def act(self):
        house = self.house
        settings.load(house, "/data/settings")
        self.seed += 1
        self.old = settings.schedule(house, 0)
        blocks = []
        for day in range(7):
            for k in range(1 + self.seed % 5):
                minute = day * 1440 + k * 200 + self.seed % 60
                blocks.append([None, 2000 + 10 * (self.seed % 9), 2600, 1, minute])
        self.new = blocks
        assert settings.set_schedule(house, 0, blocks, []) is None
        settings.save(house)

    def check(self):
        if self.boot():
            settings.load(self.house, "/data/settings")
            found = settings.schedule(self.house, 0)
            log = [line[3] for line in lines(self.house)]
            if found not in (self.old, self.new) or "settings_lost" in log:
                self.lost += 1


class History(Files):
    """Two hours of points more, over eight days and their ring of files. Afterwards every record
    that was there is there, and the new ones whole or not at all."""

    def begin(self):
        supply.format()
        supply.mount()
        self.minute = 1440 * 9000
        self.boot()
        self.act()
        self.boot()

    def act(self):
        history = _History(self.house, "/data")
        set_clock(self.house, self.minute)
        self.house.scan(self.house.now_s + 5)
        self.path = path(history, self.minute // 1440)
        try:
            with open(self.path, "rb") as file:
                self.before = file.read()
        except OSError:
            self.before = b""
        begun = self.minute // 1440
        while not (history.due() and add(history)) and self.minute // 1440 == begun:
            self.minute += 5
            set_clock(self.house, self.minute)
        self.minute += 5
        self.points = bytes(memoryview(history.points)[: history.count * history.size])
        self.head = head(history)
        self.day = history.day
        self.other = records(history, history.day) is None
        write(history)

    def check(self):
        if not self.boot():
            return
        history = _History(self.house, "/data")
        try:
            with open(self.path, "rb") as file:
                now = file.read()
        except OSError:
            now = b""
        # A new day takes the place of the day of the ring before it, in one step.
        whole = (self.head if self.other else self.before) + self.points
        if now not in (self.before, whole):
            self.lost += 1
        if now == whole and records(history, self.day) is None:
            self.lost += 1
        assert os.stat("/data")[0] & 0x4000


schedule_check = schedule_check

"""What the indoor unit was last told, and whether it may be told something now.

Law: OFF goes at once. Anything else waits for the frame budget: an indoor unit beeps at every
frame, and people sleep. A standing command is repeated, because an infra-red frame may be lost:
once after 20 min, outside of sleep hours, then every refresh_s. Of five frames one lost, all but
one command in a hundred so reach the unit within refresh_s; an early one more would be heard more
than it helps. Nothing is sent before something is known: until the first command, the unit is left
as it was found.
"""

from splitstat.control.types import OFF, UnitCommand

const = int  # see zone.py

_AGAIN_S = const(1200)


class Sender:
    """One indoor unit. step() returns the command to transmit now, or None; .waits tells that the
    budget is spent, .before what the unit is taken to obey until then (toggling.py), or None, and
    .reread what a person's press is found to have been (the same), or None."""

    before = None
    reread = None

    def __init__(self, room: dict, traits):
        self.frames_per_h_sleep = room["frames_per_h_sleep"]
        # A unit that is read back is repaired when it differs.
        self.refresh_s = 0 if traits.reports else room["refresh_s"]
        self.sent_s = [None] * room["frames_per_h"]  # when the last frames went out
        self.at = 0
        self.last = None
        self.last_s = 0
        self.said = None  # a unit that is read back: () once it has said the same (hand.py)
        self.found = True  # the unit is as it was found: nothing was said to it since the start
        self.waits = False
        self.repeated = True  # once after it was told, or it needs no repeat

    def step(self, now_s: int, command, sleep: bool, supply_cdeg=None):
        last_s = now_s
        if command == self.last:
            self.waits = False
            age_s = now_s - self.last_s
            if self.repeated or sleep or age_s >= self.refresh_s:
                if not self.refresh_s or age_s < self.refresh_s:
                    return None
            elif age_s < _AGAIN_S:
                return None
            elif age_s < self.refresh_s - 3600:  # one that sleep kept back is the refresh
                last_s = self.last_s
        begins = self.last is None or self.last.mode == "off"
        if command.mode != "off" and not self._may(now_s, sleep, 0 if begins else 1):
            self.waits = True
            return None
        self.waits = False
        self.at = (self.at + 1) % len(self.sent_s)
        self.sent_s[self.at] = now_s
        self.repeated = command == self.last or not self.refresh_s
        self._told(last_s, command)
        return command

    def _told(self, now_s, command):
        self.last = command
        self.last_s = now_s
        self.said = None
        self.found = False

    def _may(self, now_s, sleep, spare):
        """Whether the last hour had so few frames that `spare` of the budget would be left after
        this one.

        A change of a running unit leaves one for the OFF or the start that may follow.
        """
        size = len(self.sent_s)
        frames = max(1, (min(self.frames_per_h_sleep, size) if sleep else size) - spare)
        oldest = self.sent_s[(self.at + 1 - frames) % size]
        return oldest is None or now_s - oldest >= 3600

    def heard(self, now_s: int, command):
        """The unit was told by someone else: its handset, or its wall controller."""
        self._told(now_s, OFF if command.mode == "off" else command)
        self.repeated = True

    def snapshot(self, now_s: int):
        return None if self.last is None else list(self.last)

    def restore(self, now_s: int, data):
        """After a reboot the first frame is a repeat: nobody knows what happened to the unit
        meanwhile."""
        if data is not None:
            self.last = UnitCommand(*data)
            self.last_s = now_s - self.refresh_s

"""One outdoor unit and its heads on this board: changeover.py decides, lockout.py gates.

A head is an indoor unit, a call what we ask of it, a class heat or cool.

Law. A call changes only here. A head ended at once stops in the same scan, and so does one whose
class is no longer the outdoor unit's (another board's class won). A head whose want is gone, or
whose class is released, stops after min_on_s. A head starts when it wants the class of the outdoor
unit, the class is not being released, every other board agrees (peers.py) and the lockout lets it.

A person's wish is good for one start: it is fresh from the act until the head has started, and
again after an at-once end.

Store the snapshot of a scan before its frames are sent, at least whenever `call` or `cls` changed:
starts and reversals then survive a cut at any instant.
"""

from splitstat.control.changeover import Changeover
from splitstat.control.lockout import Lockout


class OutdoorUnit:
    """Inputs, one per head, set by the caller before each step:
        wants (None, heat, cool), score (0: resting), end (at once), person (wants is his act)
    Results, one per head:
        call (None, heat, cool), why (a word or None), wait_s (its seconds, 0: nobody can know)

    config is the outdoor unit's entry of the compiled home, peers the list of
    [board, outdoor unit, heads] of the other boards.
    """

    def __init__(self, config, heads: int, peers=()):
        self.changeover = Changeover(config, heads)
        self.lockout = Lockout(config, heads)
        self.peers = None
        if peers:
            from splitstat.control.peers import Peers

            self.peers = Peers(peers)
        season = config["season"]
        self.forbidden = {"heat_only": "cool", "cool_only": "heat"}.get(season)
        self.automatic = config["changeover"] == "auto"
        self.awake = False
        self.heads = heads
        self.wants: list = [None] * heads
        self.score = [0] * heads
        self.end = [False] * heads
        self.person = [False] * heads
        self.call = self.lockout.call
        self.why: list = [None] * heads
        self.wait_s = [0] * heads
        self.asks: list = [None] * heads  # wants that count: allowed, and not ended in this scan
        self.wish = [False] * heads  # fresh wishes of persons
        self.served = [False] * heads  # persons' wishes that have had their start

    @property
    def cls(self):
        """The class of the outdoor unit, heat or cool, whether a head runs or not."""
        return self.changeover.cls

    @property
    def releasing(self):
        """Whether the class is being given up: every head must be off then, fan_only too."""
        return self.changeover.due or self.changeover.wished

    def step(self, now_s: int, reports=(), outdoor_known: bool = True):
        """One scan. reports: the PeerReports that came in since the last one. outdoor_known
        False (nobody knows the outdoor temperature): no automatic reversal."""
        if not self.awake:
            self.restore(now_s, None)
        changeover = self.changeover
        lockout = self.lockout
        for i in range(self.heads):
            want = self.wants[i]
            ended = self.end[i]
            self.asks[i] = None if ended or want == self.forbidden else want
            if ended or not self.person[i]:
                self.served[i] = False
            self.wish[i] = self.person[i] and not self.served[i]
        if self.peers is not None:
            self.peers.step(now_s, reports, changeover, lockout)
        automatic = outdoor_known and self.automatic and lockout.may_reverse(now_s)
        changeover.step(now_s, self.asks, self.score, self.wish, self.peers, automatic)
        released = self.releasing
        if released and not lockout.running and self._reverse(now_s):
            released = False
        for i in range(self.heads):
            self.why[i] = None
            self.wait_s[i] = 0
            if self.call[i] is not None:
                self._hold_or_stop(now_s, i, released)
        for i in range(self.heads):
            if self.call[i] is None:
                if self.asks[i] is not None:
                    self._wait_or_start(now_s, i, released)
                elif self.wants[i] is not None and not self.end[i]:
                    self.why[i] = "season"

    def _reverse(self, now_s):
        """Take the other class if a head that waits for it may start now: it leads."""
        changeover = self.changeover
        if self.peers is not None and not self.peers.fresh:
            return False
        for i in range(self.heads):
            wish = self.wish[i]
            if self.asks[i] == changeover.other and self.score[i] and (wish or changeover.due):
                if self.lockout.wait_s(now_s, i, changeover.other, wish) == 0:
                    changeover.reverse(changeover.epoch + 1)
                    if self.peers is None:
                        self._start(now_s, i)
                    else:
                        self.peers.agreed = False  # on an epoch that they have not heard of
                    return True
        return False

    def _hold_or_stop(self, now_s, i, released):
        call = self.call[i]
        lockout = self.lockout
        if self.end[i] or call != self.changeover.cls:
            lockout.stop(now_s, i)
        elif released or self.asks[i] != call:
            left_s = lockout.config["min_on_s"] + lockout.since_at[i] - now_s
            if left_s > 0:
                self.why[i] = "min_on"
                self.wait_s[i] = left_s
            else:
                lockout.stop(now_s, i)

    def _wait_or_start(self, now_s, i, released):
        cls = self.asks[i]
        lockout = self.lockout
        wait_s = lockout.wait_s(now_s, i, cls, self.wish[i])
        why = lockout.why
        if cls != self.changeover.cls:
            if why != "reversals_per_day":
                why = "reversal" if released else "other_class"
                if not released or lockout.running:
                    wait_s = 0
        elif released:
            wait_s = 0
            why = "released"
        elif self.peers is not None and not self.peers.agreed:
            wait_s = 0
            why = "peers"
        elif wait_s == 0:
            self._start(now_s, i)
            return
        self.why[i] = why
        self.wait_s[i] = wait_s

    def _start(self, now_s, i):
        self.lockout.start(now_s, i, self.asks[i], self.wish[i])
        self.served[i] = self.person[i]

    def report(self, now_s: int, board, outdoor_unit: int):
        """What this board tells the others, as a PeerReport."""
        from splitstat.control.peers import report

        return report(self, now_s, board, outdoor_unit)

    def snapshot(self, now_s: int):
        """[epoch, what lockout.py keeps]."""
        return [self.changeover.epoch, self.lockout.snapshot(now_s)]

    def restore(self, now_s: int, data):
        """Power-up at now_s with what snapshot() gave, or None where nothing was kept."""
        self.awake = True
        self.changeover.restore(0 if data is None else data[0])
        self.lockout.restore(now_s, None if data is None else data[1])
        if self.peers is not None:
            self.peers.restore(now_s)

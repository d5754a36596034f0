"""What the other boards of one outdoor unit said: their demand, their agreement, their silence.

Law. There is no leader and no vote. Every board keeps the epoch (changeover.py) and tells it with
the state of its heads; every board takes over the highest epoch that it hears, and ends at once
what it runs in the other class.
    fresh   every known board was heard within FRESH_S, at our epoch: this board may reverse
    steady  every known board was heard within STEADY_S: a release under way may go on
    agreed  the last word of every known board is our epoch, and none of its heads runs in the
            other class: a head of this board may start
A configured board that is silent for GONE_S (from our power-up at the earliest; half an hour after
it was no longer fresh, so that no side of a partition reverses sooner) is gone: not known, no
demand, nothing to wait for. Shorter silence forbids reversals and nothing else: not what runs, and
no start in the class that was agreed on.

Why opposite classes never run at once, whatever is lost, late or out of order: a board that said
"epoch e, nothing runs in the other class" can not start that other class before an epoch above e,
and then needs our word for that epoch, which we give with our heads of the old class off. Epochs
never fall: they survive a reboot (outdoor_unit.py), and a board that lost its memory must hear
ours before it starts anything.
"""

from collections import namedtuple

FRESH_S = 120
STEADY_S = 600
GONE_S = FRESH_S + 1800

# What one board tells the others of one outdoor unit. epoch counts its reversals (even: heat, odd:
# cool), rest_s is how long ago the board last ran a head, heads one PeerHead for each of its
# rooms.
PeerReport = namedtuple(
    "PeerReport", ("board", "outdoor_unit", "age_s", "epoch", "rest_s", "heads")
)
# wants: heat, cool or None; score: how much; waits_s: how long in vain for the other class; runs:
# heat, cool or None; wish: True while wants is a person's act that has not had its start yet.
PeerHead = namedtuple("PeerHead", ("wants", "score", "waits_s", "runs", "wish"))


class Peers:
    """The other boards. peers: the configuration's [board, outdoor unit, heads] of each."""

    def __init__(self, peers):
        self.peers = peers
        self.reports = [None] * len(peers)
        self.heard_at = [0] * len(peers)
        self.mine = self.theirs = self.waited_s = 0  # demand, as in Changeover.step()
        self.wished = self.kept = False
        self.fresh = self.agreed = self.steady = False

    def step(self, now_s: int, reports, changeover, lockout):
        """Take in what has come, then sum up. May raise the epoch and put off the rest."""
        for report in reports:
            self._hear(now_s, report, changeover)
        self.mine = self.theirs = self.waited_s = 0
        self.wished = self.kept = False
        self.fresh = self.agreed = self.steady = True
        runs = None
        for j in range(len(self.peers)):
            silent_s = now_s - self.heard_at[j]
            if silent_s < GONE_S:
                report = self.reports[j]
                if report is None:
                    self.fresh = self.agreed = self.steady = False
                else:
                    if report.epoch != changeover.epoch:
                        self.fresh = self.agreed = False
                    self.fresh = self.fresh and silent_s <= FRESH_S
                    self.steady = self.steady and silent_s <= STEADY_S
                    runs = self._weigh(silent_s, report, changeover) or runs
                    lockout.rest_at = max(lockout.rest_at, self.heard_at[j] - report.rest_s)
        if runs and not lockout.running and (not lockout.joined or lockout.ran != runs):
            lockout.count_start(now_s, runs, False)
        lockout.joined = runs is not None

    def _hear(self, now_s, report, changeover):
        for j in range(len(self.peers)):
            if report.board == self.peers[j][0] and report.outdoor_unit == self.peers[j][1]:
                last = self.reports[j]
                # A lower epoch than before is an old message that came late.
                if last is None or report.epoch >= last.epoch:
                    self.reports[j] = report
                    self.heard_at[j] = now_s - report.age_s
                if report.epoch > changeover.epoch:
                    changeover.reverse(report.epoch)

    def _weigh(self, silent_s, report, changeover):
        """Add a board's demand; returns the class that it runs, or None."""
        runs = None
        for head in report.heads:
            if head.runs is not None:
                runs = head.runs
                self.agreed = self.agreed and head.runs == changeover.cls
            if head.wants == changeover.other and head.score:
                self.theirs += head.score
                self.waited_s = max(self.waited_s, head.waits_s + silent_s)
                self.wished = self.wished or head.wish
            elif head.wants is not None and head.score:
                self.mine += head.score
                self.kept = self.kept or head.wish
        return runs

    def restore(self, now_s: int):
        """Power-up: nobody has been heard."""
        for j in range(len(self.peers)):
            self.reports[j] = None
            self.heard_at[j] = now_s


def report(unit, now_s: int, board, outdoor_unit: int):
    """What this board tells the others of one outdoor unit, as a PeerReport of age 0."""
    heads = []
    waits_at = unit.changeover.waits_at
    for i in range(unit.heads):
        heads.append(
            PeerHead(
                wants=unit.asks[i],
                score=unit.score[i],
                waits_s=0 if waits_at[i] is None else now_s - waits_at[i],
                runs=unit.call[i],
                wish=unit.wish[i],
            )
        )
    return PeerReport(
        board=board,
        outdoor_unit=outdoor_unit,
        age_s=0,
        epoch=unit.changeover.epoch,
        rest_s=0 if unit.lockout.running else now_s - max(unit.lockout.since_at),
        heads=tuple(heads),
    )

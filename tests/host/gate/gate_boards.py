"""Several boards on one outdoor unit in virtual time: messages lost and late, reboots,
partitions.

Each board has its own clock origin and its own scan period. It sends its report to each other
board every SEND_S, three times an exchange (EXCHANGE_S, 30 s); a message is lost with
probability LOSS and takes up to DELAY_S, so messages overtake each other. A reboot loses all but
the snapshot, which is stored whenever a call or the class changes; while a board is down its
heads stay as they were told last. Rooms want what chance gives them, people and windows
interfere.
"""

import heapq
import random

from splitstat.control.outdoor_unit import OutdoorUnit

DEFAULTS = {
    "season": "auto", "changeover": "auto", "min_on_s": 1200, "min_off_s": 600, "reversal_s": 3600,
    "latch_s": 300, "starts_per_h": 2, "spacing_s": 30, "reversals_per_day": 2, "hold_s": 3600,
    "max_wait_s": 10800, "person_reversal_s": 300,
}
# More reversals in less time.
QUICK = DEFAULTS | {
    "reversal_s": 900, "hold_s": 600, "max_wait_s": 1800,
    "reversals_per_day": 40, "starts_per_h": 4,
}
# Longest wait under QUICK: twice a release, of which starts_per_h may cost an hour, and
# max_wait_s.
QUICK_WAIT_S = 1800 + 2 * (3600 + 4 * 30)
LOSS = 0.3
DELAY_S = 10
SEND_S = 10
EXCHANGE_S = 30
AGREE_S = 3 * EXCHANGE_S + 15  # and the scan that takes it in


class Board:
    """One board with its heads and the demand of their rooms."""

    def __init__(self, home, name, heads, peers):
        self.home = home
        self.name = name
        self.heads = heads
        self.peers = [[peer, 0, count] for peer, count in peers]
        self.origin_s = home.chance.randrange(10**6)
        self.period_s = home.chance.choice((2, 5, 10, 15))
        self.inbox = []
        self.wants = [(None, 0)] * heads
        self.wished_until = [0] * heads
        self.ends = [False] * heads
        self.vain_at = [None] * heads  # since when a head has asked in vain
        self.standing = [None] * heads  # what the heads were told last
        self.stored = None
        self.up = True
        self.unit = self._boot(0, None)

    def _boot(self, at_s, data):
        self.inbox.clear()
        unit = OutdoorUnit(self.home.config, self.heads, self.peers)
        unit.restore(at_s + self.origin_s, data)
        return unit

    def reboot(self, at_s):
        self.up = True
        self.origin_s = self.home.chance.randrange(10**6)
        self.unit = self._boot(at_s, self.stored)

    def scan(self, at_s):
        unit = self.unit
        for i in range(self.heads):
            unit.wants[i], unit.score[i] = self.wants[i]
            unit.person[i] = at_s < self.wished_until[i]
            unit.end[i] = self.ends[i]
            self.ends[i] = False
        epoch = unit.changeover.epoch
        unit.step(at_s + self.origin_s, self.inbox, True)
        self.inbox.clear()
        if self.standing != unit.call or epoch != unit.changeover.epoch or self.stored is None:
            self.stored = unit.snapshot(at_s + self.origin_s)
        self.standing = list(unit.call)

    def report(self, at_s):
        return self.unit.report(at_s + self.origin_s, self.name, 0)


class Home:
    """The boards, the air between them and the clock. opposite_s: seconds of heat beside
    cool."""

    def __init__(self, seed, config, heads=(1, 1, 2), reboots=True, people=True):
        self.chance = random.Random(seed)
        self.config = config
        self.reboots = reboots
        self.people = people
        self.at_s = 0
        self.cut: set | None = None  # names on one side of a partition
        self.opposite_s = 0
        self.vain_s = 0  # the longest wait of a head that asked all the time
        # [at_s, epoch, boards that have not heard of it, who made it] of every reversal; its time
        # begins anew when who made it comes back from a reboot before telling anyone.
        self.reversals = []
        self.agreed_after = []  # s from a reversal until every board that stayed up knew it
        self.starts = []  # (at_s, board, class)
        names = [f"board{n}" for n in range(len(heads))]
        self.boards = [
            Board(self, name, count, [pair for pair in zip(names, heads) if pair[0] != name])
            for name, count in zip(names, heads)
        ]
        self.queue = []
        self.count = 0
        for board in self.boards:
            self._later(self.chance.randrange(SEND_S), "send", board)
            self._later(self.chance.randrange(10), "scan", board)
            for i in range(board.heads):
                self._later(self.chance.randrange(600), "room", (board, i))
            if reboots:
                self._later(self.chance.randrange(7200), "down", board)

    def disagreement(self):
        """Of a reversal that a board which stayed up did not hear of in three exchanges, or
        None."""
        for at_s, epoch, waiting, _ in self.reversals:
            if waiting and self.at_s - at_s > AGREE_S:
                return f"{sorted(waiting)} never heard of epoch {epoch}"
        if max([0, *self.agreed_after]) > AGREE_S:
            return f"agreed after {max(self.agreed_after)} s"
        return None

    def classes(self):
        return {board.unit.cls for board in self.boards}

    def of_one_class(self):
        """Whether, now, all boards are at one reversal and all heads that run, in one class."""
        standing = {call for board in self.boards for call in board.standing if call}
        return len({board.unit.changeover.epoch for board in self.boards}) == 1 >= len(standing)

    def _later(self, after_s, what, whom):
        self.count += 1
        heapq.heappush(self.queue, (self.at_s + after_s, self.count, what, whom))

    def run(self, for_s):
        end_s = self.at_s + for_s
        while self.queue[0][0] < end_s:
            at_s, _, what, whom = heapq.heappop(self.queue)
            self._watch(at_s)
            getattr(self, "_" + what)(whom)
        self._watch(end_s)
        return self

    def _watch(self, at_s):
        standing = [call for board in self.boards for call in board.standing]
        if "heat" in standing and "cool" in standing:
            self.opposite_s += at_s - self.at_s
        self.at_s = at_s

    def _scan(self, board):
        if board.up:
            before = board.standing
            board.scan(self.at_s)
            for i in range(board.heads):
                if board.standing[i] and not before[i]:
                    self.starts.append((self.at_s, board.name, board.standing[i]))
                if board.standing[i] or not board.wants[i][1]:
                    board.vain_at[i] = None
                elif board.vain_at[i] is None:
                    board.vain_at[i] = self.at_s
                else:
                    self.vain_s = max(self.vain_s, self.at_s - board.vain_at[i])
            self._note_epoch(board)
        self._later(board.period_s, "scan", board)

    def _note_epoch(self, board):
        epoch = board.unit.changeover.epoch
        if epoch > max([0] + [each[1] for each in self.reversals]):
            waiting = {each.name for each in self.boards if each.up}
            self.reversals.append([self.at_s, epoch, waiting, board.name])
        for at_s, reached, waiting, _ in self.reversals[-3:]:
            if epoch >= reached and board.name in waiting:
                waiting.discard(board.name)
                if not waiting:
                    self.agreed_after.append(self.at_s - at_s)

    def _send(self, board):
        if board.up:
            for other in self.boards:
                apart = self.cut and (board.name in self.cut) != (other.name in self.cut)
                if other is not board and not apart and self.chance.random() >= LOSS:
                    late_s = self.chance.randrange(DELAY_S + 1)
                    self._later(late_s, "hear", (other, board.report(self.at_s)))
        self._later(SEND_S, "send", board)

    def _hear(self, delivery):
        board, report = delivery
        if board.up:
            board.inbox.append(report)

    def _down(self, board):
        board.up = False
        for each in self.reversals:
            each[2].discard(board.name)
        self._later(self.chance.choice((1, 10, 120)), "boot", board)

    def _boot(self, board):
        board.reboot(self.at_s)
        for each in self.reversals[-3:]:
            if each[3] == board.name and each[2]:
                each[0] = self.at_s
        self._later(self.chance.choice((60, 3600, 14400)), "down", board)

    def _room(self, place):
        board, i = place
        chance = self.chance
        want = chance.choice((None, "heat", "heat", "cool", "cool"))
        if want != board.wants[i][0]:
            board.vain_at[i] = None
        board.wants[i] = (want, chance.choice((0, 30, 100, 400)) if want else 0)
        act = chance.random()
        if self.people and act < 0.1:
            board.ends[i] = True
        if self.people and act < 0.05:
            board.wished_until[i] = self.at_s + 1800
        self._later(chance.choice((60, 1200, 7200)), "room", place)


def after_partition(seed, cut_s):
    """A home whose first board was cut off for cut_s, and what was wrong about it, or None."""
    home = Home(seed, QUICK, reboots=False, people=False)
    home.run(home.chance.randrange(20_000, 30_000))
    while len(home.classes()) > 1:
        home.run(10)
    common, since_s = home.classes(), home.at_s
    home.cut = {home.boards[0].name}
    home.run(min(cut_s, 1800))
    for at_s, name, cls in home.starts:
        if at_s >= since_s and cls not in common:
            return home, f"{name} reversed {at_s - since_s} s after the partition"
    home.run(cut_s - min(cut_s, 1800))
    home.cut = None
    healed_s = home.at_s
    while not home.of_one_class():
        if home.at_s - healed_s >= AGREE_S:
            return home, "no common class within three exchanges of the healing"
        home.run(5)
    return home, None

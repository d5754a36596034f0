"""Which class an outdoor unit runs in, heat or cool (dry belongs to cool): one for all its heads.

Law. The class is kept until the other one is *due*: for hold_s its demand has been 3/2 of the
class's, or for min_off_s the only one (score 0 is resting: no weight), or a head has waited
max_wait_s in vain. Once due it stays so while its demand is the larger at all. Never due: after
reversals_per_day in the last 24 h, on a stale outdoor value, with changeover "manual", in a fixed
season. A person's fresh wish for the other class is due at once, whatever the hour; one for the
class keeps it until it is served.

While the other class is due the class is *released*: its heads end after min_on_s, resting ones
too, and none starts. The reversal falls in the scan in which a waiting head may start, so a want
that goes away in the meantime costs no reversal.

Bound. A release takes at most
    R = max(min_on_s + max(reversal_s, latch_s, min_off_s), 3600) + heads x spacing_s
and a head that wants the other class without a break, with a score, is called after at most
    max(max_wait_s, 86400) + R
where 86400 counts only while the day's reversals are used up. A head that wants the class itself
may lose it first: one R more. Add a scan period for each change on the way. All this while
automatic reversal is allowed, without persons' acts, at-once ends and reboots, and with heads x
spacing_s below min_on_s.

The class is the parity of a counter of reversals, the epoch: even is heat, odd is cool. Of two
boards the one with the higher epoch is right (peers.py), and equal epochs can not disagree.
"""


class Changeover:
    """Epoch and class of one outdoor unit. Names in `_at` are now_s stamps."""

    def __init__(self, config, heads: int):
        self.config = config
        self.due = False  # the other class is due by demand
        self.wished = False  # the other class is due by a person's wish
        self.lost_at = None  # since when the other class has had the larger demand
        self.waits_at: list = [None] * heads  # since when each head has waited for the other class
        self.reverse(0)

    def step(self, now_s: int, wants, score, wish, peers, may_reverse: bool):
        """Weigh the demands of all heads, those of other boards (Peers or None) too."""
        config = self.config
        other = self.other
        mine = theirs = waited_s = lost_s = 0
        wished = kept = False
        if peers is not None:
            mine, theirs, waited_s = peers.mine, peers.theirs, peers.waited_s
            wished, kept = peers.wished, peers.kept
            may_reverse = may_reverse and (peers.fresh or (self.due and peers.steady))
        waits_at = self.waits_at
        for i in range(len(wants)):
            want = wants[i]
            if want == other and score[i]:
                theirs += score[i]
                wished = wished or wish[i]
                if waits_at[i] is None:
                    waits_at[i] = now_s
                elif now_s - waits_at[i] > waited_s:
                    waited_s = now_s - waits_at[i]
            else:
                waits_at[i] = None
                if want is not None and score[i]:
                    mine += score[i]
                    kept = kept or wish[i]
        if theirs * 2 <= mine * (2 if self.due else 3):
            self.lost_at = None
        elif self.lost_at is None:
            self.lost_at = now_s
        else:
            lost_s = now_s - self.lost_at
        self.wished = wished and not kept
        self.due = (
            may_reverse
            and not kept
            and theirs > 0
            and (
                lost_s >= config["hold_s"]
                or (mine == 0 and lost_s >= config["min_off_s"])
                or waited_s >= config["max_wait_s"]
            )
        )

    def reverse(self, epoch: int):
        """Go to a later epoch: the next one, or the one that another board has reached."""
        self.epoch = epoch
        self.cls, self.other = ("cool", "heat") if epoch & 1 else ("heat", "cool")
        self.due = self.wished = False
        self.lost_at = None
        for i in range(len(self.waits_at)):
            self.waits_at[i] = None

    def restore(self, epoch: int):
        """Power-up: the epoch is all that survives, waiting begins anew."""
        season = self.config["season"]
        self.reverse(epoch)
        if season != "auto" and season != self.cls + "_only":
            self.reverse(epoch + 1)

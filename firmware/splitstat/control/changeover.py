"""Which class an outdoor unit runs in, heat or cool (dry belongs to cool): one for all its heads.

Law. The class is kept until the other one is *due*: for hold_s its demand has been 3/2 of the
class's, or for min_off_s the only one (score 0 is resting: no weight), or a head has waited
max_wait_s in vain. Once due it stays so while its demand is the larger at all. At most
reversals_per_day in any 24 h; none on a stale outdoor value, in a fixed season, or with changeover
"manual". A person's fresh wish for the other class is due at once, always, and not counted.

While the other class is due the class is *released*: its heads end after min_on_s, resting ones
too, and none starts. The reversal falls in the scan in which a waiting head may start, so a want
that goes away in the meantime costs no reversal.

Bound. A head that wants the other class without a break, with a score, is called after at most
    max(max_wait_s, 86400) + max(min_on_s + max(reversal_s, latch_s, min_off_s), 3600)
    + heads x spacing_s
and four scans, or with max_wait_s alone as the first term where the day's reversals are not used
up: while automatic reversal is allowed, without persons' acts, at-once ends and reboots.

The class is the parity of a counter of reversals, the epoch: even is heat, odd is cool. Of two
boards the one with the higher epoch is right (peers.py), and equal epochs can not disagree.
"""

DAY_S = 86400


class Changeover:
    """Epoch and class of one outdoor unit. Names in `_at` are now_s stamps."""

    def __init__(self, config, heads: int):
        self.config = config
        self.due = False  # the other class is due by demand
        self.wished = False  # the other class is due by a person's wish
        self.lost_at = None  # since when the other class has had the larger demand
        self.waits_at = [None] * heads  # since when each head has waited for the other class
        self.reversals_at = []  # the last reversals_per_day automatic reversals, oldest first
        self._set(0)

    def step(self, now_s: int, wants, score, wish, peers, outdoor_known: bool):
        """Weigh the demands of all heads, those of other boards (Peers or None) too."""
        config = self.config
        other = self.other
        mine = theirs = waited_s = lost_s = 0
        wished = False
        may_reverse = outdoor_known and config["changeover"] == "auto"
        if peers is not None:
            mine, theirs, waited_s = peers.mine, peers.theirs, peers.waited_s
            wished = peers.wished
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
                if want is not None:
                    mine += score[i]
        if theirs * 2 <= mine * (2 if self.due else 3):
            self.lost_at = None
        elif self.lost_at is None:
            self.lost_at = now_s
        else:
            lost_s = now_s - self.lost_at
        self.wished = wished
        self.due = (
            theirs > 0
            and (
                lost_s >= config["hold_s"]
                or (mine == 0 and lost_s >= config["min_off_s"])
                or waited_s >= config["max_wait_s"]
            )
            and may_reverse
            and now_s - self.reversals_at[0] >= DAY_S
        )

    def reverse(self, now_s: int, epoch: int, counted: bool):
        """Go to a later epoch: the next one, or the one that another board has reached."""
        self._set(epoch)
        self._forget()
        if counted:
            self._count(now_s)

    def _set(self, epoch):
        self.epoch = epoch
        self.cls, self.other = ("cool", "heat") if epoch & 1 else ("heat", "cool")

    def _forget(self):
        self.due = self.wished = False
        self.lost_at = None
        for i in range(len(self.waits_at)):
            self.waits_at[i] = None

    def _count(self, at_s):
        self.reversals_at.pop(0)
        self.reversals_at.append(at_s)

    def snapshot(self, now_s: int):
        """[epoch, ages of the last automatic reversals, oldest first, up to DAY_S]."""
        return [self.epoch, [min(now_s - at_s, DAY_S) for at_s in self.reversals_at]]

    def restore(self, now_s: int, data):
        """Power-up at now_s. Waiting begins anew; ages are kept, not grown."""
        season = self.config["season"]
        self.reversals_at = [now_s - DAY_S] * self.config["reversals_per_day"]
        if data is not None:
            self._set(data[0])
            for age_s in data[1]:
                self._count(now_s - age_s)
        if season != "auto" and season != self.cls + "_only":
            self._set(self.epoch + 1)
        self._forget()

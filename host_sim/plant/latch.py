"""Which class (heat or cool) an outdoor unit does, and which of its heads take part.

The first head that asks decides; heads that want the other class stand by. The class is free again
when every head has been off for a while. Dry is cooling. A head in fan-only asks for nothing but
can hold the class. One head alone is simply obeyed.
"""

LATCH_S = 300.0


class Latch:
    """heads: list of IndoorUnit. cls: heat, cool or None; active: heads that may run; idle: the
    others."""

    def __init__(self, heads, fan_only_holds):
        self.heads = heads
        self.fan_only_holds = fan_only_holds
        self.cls = None
        self.active = []
        self.idle = list(heads)
        self.any_on = False
        self.holding = False
        self.free_s = 0.0

    def sort(self):
        """A head was told something. Returns True when the compressor has to stop for it."""
        heads = self.heads
        before = self.cls
        on = [h for h in heads if h.mode != "off"]
        asking = [h for h in on if h.cls is not None]
        self.any_on = bool(on)
        self.holding = bool(asking) or (self.fan_only_holds and bool(on))
        self.free_s = 0.0
        if asking and (self.cls is None or len(heads) == 1):
            self.cls = asking[0].cls
        self.active = [h for h in asking if h.cls == self.cls]
        self.idle = [h for h in heads if h not in self.active]
        for head in self.idle:
            head.rest()
            head.standing_by = head.cls is not None
        for head in self.active:
            head.standing_by = False
        for head in heads:
            head.changed = False
        return not self.active or (before is not None and self.cls != before)

    def wait(self, dt_s):
        """No head holds the class: it becomes free after LATCH_S."""
        if self.cls is not None:
            self.free_s += dt_s
            if self.free_s >= LATCH_S:
                self.cls = None

"""What goes wrong, and when: windows of time in which a sensor, a lamp or a wire misbehaves.

A fault is named by the part that has it: sensor.py, ir_channel.py and modbus_channel.py list
theirs. Asking costs one comparison while nothing changes.
"""

from collections import namedtuple
from math import inf

# kind: a word of the part; value: a number where the kind needs one (probability, rate, degC), or
# None.
Fault = namedtuple("Fault", ("start_s", "end_s", "kind", "value"))


class Faults:
    """The faults of one part. step() when now_s has reached change_s; active maps kind to
    value."""

    def __init__(self, faults=()):
        self.faults = tuple(Fault(*fault) for fault in faults)
        self.active = {}
        self.change_s = min((fault.start_s for fault in self.faults), default=inf)

    def step(self, now_s: int):
        self.active = {}
        self.change_s = inf
        for fault in self.faults:
            if fault.start_s <= now_s < fault.end_s:
                self.active[fault.kind] = fault.value
                self.change_s = min(self.change_s, fault.end_s)
            elif now_s < fault.start_s:
                self.change_s = min(self.change_s, fault.start_s)

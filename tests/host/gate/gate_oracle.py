"""The limits of the lockout, seen from outside: inputs, calls and time, nothing else.

Written from the law and not from the product: it imports nothing of it and is told nothing by
it. Its memory is a tuple of saturated ages, so that it can stand in a set of visited states.
Time is in any unit.
"""

from collections import namedtuple

# wants, person, end: one per head, as put before the unit. known: the outdoor temperature is
# known.
Scan = namedtuple("Scan", ("wants", "person", "end", "known"))

# calls: one per head. ages: how long each head has been as it is. ran: class the outdoor unit
# ran last. rest: how long no head has been on. spaced: how long ago a head started. starts,
# reversals: ages of the outdoor starts of the last hour and of the automatic reversals of the
# last day.
Memory = namedtuple("Memory", ("calls", "ages", "ran", "rest", "spaced", "starts", "reversals"))


class Violation(Exception):
    """A limit was broken; the text says which."""


class Oracle:
    """limits: min_on, min_off, reversal, latch, person, spacing, hour, day, starts, reversals,
    auto (False: only a person may reverse), never (a class that the season forbids, or None)."""

    def __init__(self, limits, heads: int):
        self.limits = limits
        self.heads = heads
        rests = ("min_on", "min_off", "reversal", "latch", "person")
        self.longest = max(limits[name] for name in rests)

    def power_up(self, memory: Memory | None) -> Memory:
        """Everything is off, since just now; what was started and reversed before is not
        forgotten."""
        off = (None,) * self.heads
        young = (0,) * self.heads
        if memory is None:
            return Memory(off, young, None, 0, self.limits["spacing"], (), ())
        return memory._replace(calls=off, ages=young, rest=0)

    def later(self, memory: Memory, passed: int) -> Memory:
        limits = self.limits
        longest = self.longest
        calls, ages, ran, rest, spaced, starts, reversals = memory
        return Memory(
            calls,
            tuple([age + passed if age + passed < longest else longest for age in ages]),
            ran,
            min(rest + passed, longest) if calls.count(None) == self.heads else 0,
            min(spaced + passed, limits["spacing"]),
            tuple([age + passed for age in starts if age + passed < limits["hour"]]),
            tuple([age + passed for age in reversals if age + passed < limits["day"]]),
        )

    def watch(self, memory: Memory, scan: Scan, calls) -> Memory:
        """What is remembered after a scan that left these calls. Raises Violation."""
        if calls == memory.calls and True not in scan.end:
            for i in range(self.heads):
                if calls[i] is not None and calls[i] != scan.wants[i]:
                    self._kept(memory, scan, i)
            return memory
        if "heat" in calls and "cool" in calls:
            raise Violation("heat and cool at once")
        for i in range(self.heads):
            if calls[i] is not None and scan.end[i]:
                raise Violation(f"head {i}: not ended at once")
            if calls[i] != memory.calls[i] and memory.calls[i] is not None:
                memory = self._stopped(memory, scan, i, calls[i])
            elif calls[i] is not None and calls[i] != scan.wants[i]:
                self._kept(memory, scan, i)
        for i in range(self.heads):
            if calls[i] != memory.calls[i]:
                memory = self._started(memory, scan, i, calls[i])
        return memory

    def _kept(self, memory, scan, i):
        if memory.ages[i] >= self.limits["min_on"]:
            raise Violation(f"head {i}: kept on, though not wanted")

    def _stopped(self, memory, scan, i, now):
        if now is not None:
            raise Violation(f"head {i}: from {memory.calls[i]} to {now} without a stop")
        if memory.ages[i] < self.limits["min_on"] and not scan.end[i]:
            raise Violation(f"head {i}: stopped after {memory.ages[i]}")
        calls, ages = list(memory.calls), list(memory.ages)
        calls[i], ages[i] = None, 0
        return memory._replace(calls=tuple(calls), ages=tuple(ages), rest=0)

    def _started(self, memory, scan, i, cls):
        limits = self.limits
        person = scan.person[i]
        rest = limits["person"] if person else limits["min_off"]
        if scan.wants[i] != cls:
            raise Violation(f"head {i}: started in {cls}, wanted is {scan.wants[i]}")
        if cls == limits["never"]:
            raise Violation(f"head {i}: started in {cls}, out of season")
        if memory.ages[i] < rest:
            raise Violation(f"head {i}: started after {memory.ages[i]} off")
        if memory.spaced < limits["spacing"]:
            raise Violation(f"head {i}: started {memory.spaced} after another")
        starts, reversals = memory.starts, memory.reversals
        if all(call is None for call in memory.calls):
            if memory.rest < rest:
                raise Violation(f"outdoor unit: started after {memory.rest}")
            if not person and len(starts) >= limits["starts"]:
                raise Violation(f"outdoor unit: one start too many, others {starts} ago")
            starts = (*starts, 0)[-limits["starts"]:]
            if memory.ran not in (None, cls):
                self._reversed(memory, scan, person)
                if not person:
                    reversals = (*reversals, 0)
        calls, ages = list(memory.calls), list(memory.ages)
        calls[i], ages[i] = cls, 0
        return Memory(tuple(calls), tuple(ages), cls, 0, 0, starts, reversals)

    def _reversed(self, memory, scan, person):
        limits = self.limits
        if memory.rest < limits["latch"]:
            raise Violation(f"reversed after {memory.rest}: the latch was not released")
        if person:
            return
        if memory.rest < limits["reversal"]:
            raise Violation(f"reversed after {memory.rest}")
        if not limits["auto"] or not scan.known:
            raise Violation("reversed without a person")
        if len(memory.reversals) >= limits["reversals"]:
            raise Violation(f"one reversal too many, others {memory.reversals} ago")

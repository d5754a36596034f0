"""What goes when memory is short, and comes back when there is enough again (supervisor.py).
Loaded when it is one or the other."""

from splitstat.app.log import LINES, Log
from splitstat.app.supervisor import ALWAYS, CRITICAL

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_FEW = const(8)


def balance(supervisor, less: bool):
    """One step: the next job goes, and when none is left all but a few lines of the log; or what
    went last comes back."""
    house = supervisor.house
    if not less and house.log.size == _FEW:
        house.log = resized(house.log, LINES)
        supervisor.shed -= 1
        return
    best = None
    for job in supervisor.jobs:
        if CRITICAL < job.rank < ALWAYS and (job.task is not None) == less:
            if best is None or (job.rank < best.rank) == less:
                best = job
    if best is not None:
        house.log.add(house, -1, ("shed_" if less else "back_") + best.name)
        supervisor.shed += 1 if less else -1
        if less:
            best.task.cancel()
            best.task = None
        else:
            best.begin(house)
    elif less and house.log.size > _FEW:
        house.log = resized(house.log, _FEW)
        supervisor.shed += 1


def resized(log, size: int):
    """A log of so many lines with the last ones of this."""
    new = Log(size)
    for n in range(max(0, log.count - min(size, log.size)), log.count):
        k, to = n % log.size, new.count
        new.data[9 * to : 9 * to + 9] = log.data[9 * k : 9 * k + 9]
        new.words[to] = log.words[k]
        new.count += 1
    return new

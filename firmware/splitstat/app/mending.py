"""Begins a task again that has ended (supervisor.py). Loaded when one has."""

from splitstat.app.supervisor import CRITICAL

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONGEST_S = const(300)


def mend(job, house):
    """Once a second while it rests: the first time for a second, then for twice as long each time;
    what is critical, or lasted longer than the longest rest, for a second again."""
    if job.rest_s is None:
        house.log.add(house, -1, "ended_" + job.name)
        if job.rank == CRITICAL or house.now_s - job.begun_s > _LONGEST_S:
            job.pause_s = 1
        job.rest_s = job.pause_s
        job.pause_s = min(2 * job.pause_s, _LONGEST_S)
    job.rest_s -= 1
    if not job.rest_s:
        job.rest_s = None
        job.begin(house)

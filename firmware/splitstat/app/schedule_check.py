"""Is this a weekly schedule? Loaded while somebody hands one in."""

from splitstat.control.held import within
from splitstat.control.schedule import MODES

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_BLOCKS = const(84)  # beginnings of blocks a week: twelve a day
_WEEK_MIN = const(10080)


def problem(house, room: int, blocks, sleep):
    """What is wrong with a schedule for this room, as a sentence, or None."""
    if not within(room, 0, len(house.traits) - 1):
        return "there is no such room"
    if type(blocks) is not list or type(sleep) is not list:
        return "a schedule is a list of blocks and a list of sleep hours"
    gap = house.home["rooms"][room]["deadband_cdeg"]
    begun = set()
    for block in blocks:
        if type(block) is not list or len(block) < 5:
            return "a block is mode, heat, cool, occupied, and minutes of the week"
        if block[0] is not None and block[0] not in MODES:
            return "allowed modes are null, " + ", ".join(MODES)
        if not within(block[1], 500, 3500) or not within(block[2], 500, 3500):
            return "allowed setpoints are 500 to 3500 cdeg"
        if block[2] - block[1] < gap:
            return "cool must be %d cdeg or more above heat" % gap
        if not within(block[3], 0, 1):
            return "occupied is 0 or 1"
        for minute in block[4:]:
            if not within(minute, 0, _WEEK_MIN - 1) or minute in begun:
                return "each block begins at minutes of its own, 0 to 10079"
            begun.add(minute)
    if len(begun) > _BLOCKS or len(sleep) > 2 * _BLOCKS or len(sleep) % 2:
        return "allowed are %d beginnings a week, and pairs of sleep hours" % _BLOCKS
    for n in range(len(sleep)):
        if not within(sleep[n], 0, 2 * _WEEK_MIN):
            return "sleep hours are minutes of the week, in order"
        over = n == len(sleep) - 1 and sleep[n] <= sleep[0]  # into the next week
        if n and sleep[n] < sleep[n - 1] and not over:
            return "sleep hours are minutes of the week, in order"
    return None

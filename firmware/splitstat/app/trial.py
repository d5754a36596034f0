"""Which slot starts next, and when a start has proved good.

Law: a new application counts only after it has controlled: the home file understood, three scans,
and every room's own sensors speaking as they did before. If it has not within five minutes, or
has ended the board three times, the old one comes back and stays (main.py counts the starts). The
network is no condition.

NVS: `slot` the one to start (0: /a, 1: /b); `trial` starts in a row that did not prove good;
`new` 0, or that nobody has proved `slot` yet: 1, or 2 where the sensors must speak as well.
"""

from splitstat.app.slots import SLOTS, running
from splitstat.hardware.nvs import get_int, put_int
from splitstat.hardware.watchdog import short

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIAL_S = const(300)
_FRESH_S = const(600)
_STARTS = const(3)  # of main.py


def switch(nvs, slot: str, sensing: bool):
    """The next start takes `slot`, on trial. The last of three writes decides: a power cut before
    it leaves everything as it was. Raises OSError."""
    put_int(nvs, "trial", 0)
    put_int(nvs, "new", 2 if sensing else 1)
    put_int(nvs, "slot", SLOTS.index(slot))


def unproved(nvs) -> bool:
    """Whether the application that runs has still to prove itself."""
    return get_int(nvs, "new") + get_int(nvs, "trial") > 0


def healthy(supervisor):
    """Where this start is a good one says so on the console, and the watchdog becomes strict. What
    NVS refuses counts as good: a board must not restart for ever because its memory is worn."""
    house = supervisor.house
    try:
        if not proved(house, supervisor.nvs):
            return
    except OSError:
        pass
    house.proved = True
    supervisor.nvs = None
    if supervisor.watchdog is not None:
        supervisor.watchdog = short()
    print("splitstat: healthy", running(), house.network.get("address", ""))


def proved(house, nvs) -> bool:
    """After some scans: whether this start is a good one, which is then written down. A new
    application that does not prove good in time is not waited for: the board restarts."""
    new = get_int(nvs, "new")
    if new:
        if get_int(nvs, "trial") <= _STARTS and not _good(house, new):
            if house.now_s > _TRIAL_S:
                from splitstat.hardware.reset import restart

                put_int(nvs, "trial", _STARTS)
                restart()
            return False
        if running():
            put_int(nvs, "slot", SLOTS.index(running()))
        put_int(nvs, "new", 0)
    put_int(nvs, "trial", 0)
    return True


def _good(house, new: int) -> bool:
    return house.refuses is None and (new == 1 or sensing(house))


def sensing(house) -> bool:
    """Whether every room with sensors of its own has heard one in the last ten minutes."""
    rooms = house.home["rooms"]
    for i in range(len(rooms)):
        heard = own = False
        sensors = rooms[i]["sensors"]
        for n in range(len(sensors)):
            if sensors[n]["kind"] != "push":
                own = True
                if house.inputs.rooms[i].cdeg[n] is not None:
                    heard = heard or house.now_s - house.at_s[i][n] <= _FRESH_S
        if own and not heard:
            return False
    return True

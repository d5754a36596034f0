"""What a house knows of before the power went: schedules, intent, history. Needed once, at the
start."""

from splitstat.app import sealed, settings
from splitstat.app.history import History
from splitstat.app.restore import restore
from splitstat.app.store import Store


def remembered(house, heads, nvs, safe: bool):
    """The Store, or None in the safe profile."""
    sealed.folder("/data")
    settings.load(house, None if safe else "/data/settings")
    store = None
    if not safe:
        store = Store(nvs, house)
        restore(store, 0)
        house.history = History(house, "/data")  # pyright: ignore
    for i in range(len(heads)):
        heads[i].previous = house.controller.rooms[i].sender.last
    return store

"""Goes on from what survived a power cut (store.py). Needed once, at the start."""

from binascii import crc32

from splitstat.app.house_made import begin_anew
from splitstat.app.settings import apply
from splitstat.app.unpacked import unpack
from splitstat.hardware.nvs import get


def restore(store, now_s: int) -> bool:
    """False where nothing fits (a fresh start; the log says what was wrong with it). Call it once,
    before the first scan."""
    house = store.house
    data = newest(store, "s")
    if data is None:
        return False
    try:
        house.controller.restore(now_s, data)
    except (ValueError, TypeError, IndexError, KeyError):
        house.log.add(house, -1, "snapshot_lost")
        begin_anew(house)
        apply(house)
        return False
    return True


def newest(store, key: str):
    """What the newest whole blob of this home says, or None; the store goes on from it."""
    house = store.house
    names = ""
    for room in house.home["rooms"]:
        names += room["name"] + "=" + room["unit"] + ";"
    store.home = crc32(names.encode()).to_bytes(4, "big")
    best = None
    for n in ("0", "1"):
        blob = get(store.nvs, key + n)
        if blob is None or len(blob) < 12:
            continue
        if crc32(blob[:-4]) != int.from_bytes(blob[-4:], "big"):
            house.log.add(house, -1, "snapshot_broken")
            continue
        number = int.from_bytes(blob[:4], "big")
        if number > store.number:
            store.number = number
            best = blob
    if best is None or best[4:8] != store.home:
        return None
    try:
        return unpack(best[8:-4])
    except ValueError:
        house.log.add(house, -1, "snapshot_lost")
        return None

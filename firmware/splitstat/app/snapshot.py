"""Writes a blob of store.py. Loaded when there is something to write."""

from binascii import crc32

from splitstat.app.packed import pack
from splitstat.hardware.nvs import put


async def keep(store):
    """Writes the snapshot of the last scan. Control goes on without a memory: a cold room is worse
    than a short cycle. The older blob then stands, and the next scan tries again."""
    house = store.house
    async with house.quiet:
        try:
            write(store)
            store.failed = False
        except (OSError, MemoryError) as why:
            if not store.failed:
                house.log.add(house, -1, "snapshot_failed", getattr(why, "errno", 0) or 0)
            store.failed = True


def write(store):
    """What is to survive of the rooms. Raises as write_blob()."""
    house = store.house
    seen = store.state()
    write_blob(store, "s", house.controller.snapshot(house.now_s))
    store.seen = seen


def write_blob(store, key: str, data):
    """data, under one of the two names that begin with key. Raises OSError; what the store knows
    of its last writing then stays as it was."""
    blob = bytearray(8)
    number = store.number + 1
    blob[:4] = number.to_bytes(4, "big")
    blob[4:8] = store.home
    pack(data, blob)
    blob.extend(crc32(blob).to_bytes(4, "big"))
    put(store.nvs, key + str(number & 1), blob)
    store.number = number
    store.at_s = store.house.now_s

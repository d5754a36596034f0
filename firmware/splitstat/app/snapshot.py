"""Writes a blob of store.py. Loaded when there is something to write."""

from binascii import crc32

from splitstat.app.packed import pack


def write(store, key: str, data):
    """data, under one of the two names that begin with key. Raises OSError; what the store knows
    of its last writing then stays as it was."""
    blob = bytearray(8)
    number = store.number + 1
    blob[:4] = number.to_bytes(4, "big")
    blob[4:8] = store.home
    pack(data, blob)
    blob.extend(crc32(blob).to_bytes(4, "big"))
    store.nvs.put(key + str(number & 1), blob)
    store.number = number
    store.writes += 1
    store.at_s = store.house.now_s

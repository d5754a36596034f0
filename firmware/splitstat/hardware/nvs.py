"""Small things that outlive a power cut, in the ESP32's non-volatile storage (esp32.NVS): blobs of
up to 600 bytes and integers, by names of up to 15 characters.

Loaded while something is read or written; what lasts is the space itself, which the port never
closes: it is opened once.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONGEST = const(600)


def opened():
    """The firmware's own space, which every function here wants."""
    import esp32

    return esp32.NVS("splitstat")


def get(space, key: str):
    """The bytes, or None where there are none (or they do not fit)."""
    buffer = bytearray(_LONGEST)
    try:
        size = space.get_blob(key, buffer)
    except OSError:
        return None
    return bytes(memoryview(buffer)[:size])


def put(space, key: str, data):
    """Raises OSError: no room. The old value then stands."""
    space.set_blob(key, data)
    space.commit()


def get_int(space, key: str) -> int:
    """0 where there is none."""
    try:
        return space.get_i32(key)
    except OSError:
        return 0


def put_int(space, key: str, value: int):
    """Raises OSError."""
    if get_int(space, key) != value:
        space.set_i32(key, value)
        space.commit()

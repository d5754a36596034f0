"""Small things that outlive a power cut, in the ESP32's non-volatile storage (esp32.NVS)."""

import esp32

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONGEST = const(600)


class Nvs:
    """Blobs of up to 600 bytes and integers, by names of up to 15 characters."""

    def __init__(self):
        self.space = esp32.NVS("splitstat")

    def get(self, key: str):
        """The bytes, or None where there are none (or they do not fit)."""
        buffer = bytearray(_LONGEST)
        try:
            size = self.space.get_blob(key, buffer)
        except OSError:
            return None
        return bytes(memoryview(buffer)[:size])

    def put(self, key: str, data):
        """Raises OSError: no room. The old value then stands."""
        self.space.set_blob(key, data)
        self.space.commit()

    def get_int(self, key: str) -> int:
        """0 where there is none."""
        try:
            return self.space.get_i32(key)
        except OSError:
            return 0

    def put_int(self, key: str, value: int):
        """Raises OSError."""
        if self.get_int(key) != value:
            self.space.set_i32(key, value)
            self.space.commit()

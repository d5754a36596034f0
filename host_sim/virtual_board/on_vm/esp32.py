"""esp32 of the virtual board: RMT in both spellings of its constructor, NVS, temperatures."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: B904, I001

import board_wire
import time

import ustruct

_wire = board_wire.wire
PULSE_MAX = 32767
NOT_FOUND = -0x1102  # ESP_ERR_NVS_NOT_FOUND
HEAP_DATA, HEAP_EXEC = 4, 1
_HEAD = 15  # bytes of a message before its pulses: operation, number, pin, carrier, time


class RMT:
    """Durations are cut to 15 bits and a 0 ends a frame, as the peripheral does it."""

    PULSE_MAX = 32767
    busy_us = 0  # until when any channel sends

    def __init__(
        self, channel=-1, *, pin=None, clock_div=80, resolution_hz=None, tx_carrier=None,
        num_symbols=64, idle_level=False,
    ):  # fmt: skip
        if pin is None:
            raise TypeError("pin")
        if resolution_hz is not None and channel != -1 and clock_div != 80:
            raise ValueError("resolution_hz and clock_div")
        self.pin = pin.id
        self.tick_ns = 1000000000 // resolution_hz if resolution_hz else clock_div * 25 // 2
        self.carrier = tx_carrier or (0, 0, 0)
        self.until_us = 0

    def write_pulses(self, duration, data=True):
        if not isinstance(duration, (tuple, list)):
            raise TypeError("duration must be a tuple or list")
        while not self.wait_done(timeout=0):
            time.sleep_us(self.until_us - _wire.us())
        level = data if isinstance(data, (bool, int)) else None
        # The peripheral's own memory of a frame, in one piece; nothing else is taken for it.
        message = bytearray(_HEAD + 4 * len(duration))
        message[0] = 73  # I
        size = _HEAD
        total_us = 0
        for k in range(len(duration)):
            us = (duration[k] & PULSE_MAX) * self.tick_ns // 1000
            if not us:
                break
            if level is None:
                high = bool(data[k])
            else:
                high = bool(level) != bool(k & 1)
            total_us += us
            ustruct.pack_into("<i", message, size, us if high else -us)
            size += 4
        self.until_us = _wire.us() + total_us
        RMT.busy_us = max(RMT.busy_us, self.until_us)
        ustruct.pack_into("<BIq", message, 2, self.pin, self.carrier[0], _wire.us())
        _wire.call_with(memoryview(message)[:size])

    def wait_done(self, *, timeout=0):
        left_us = self.until_us - _wire.us()
        if left_us > 0 and timeout:
            time.sleep_us(min(left_us, timeout * 1000))
            left_us = self.until_us - _wire.us()
        return left_us <= 0

    def active(self, value=None):
        return True

    def source_freq(self):
        return 80000000

    def deinit(self):
        pass


class NVS:
    def __init__(self, namespace):
        self.name = namespace.encode() + b"/"

    def _key(self, key):
        if len(key) > 15:
            raise OSError(-0x1109)  # ESP_ERR_NVS_KEY_TOO_LONG
        return self.name + key.encode() + b"\0"

    def _get(self, key, most):
        try:
            return _wire.call(b"n", self._key(key), most)
        except OSError:
            raise OSError(NOT_FOUND, "ESP_ERR_NVS_NOT_FOUND")

    def get_i32(self, key):
        data = self._get(key, 8)
        if len(data) != 5:
            raise OSError(NOT_FOUND, "ESP_ERR_NVS_NOT_FOUND")
        return ustruct.unpack("<i", data[1:])[0]

    def set_i32(self, key, value):
        _flash("NVS")
        _wire.call(b"N", self._key(key) + b"i" + ustruct.pack("<i", value))

    def get_blob(self, key, buffer):
        data = self._get(key, len(buffer) + 2)
        if data[:1] != b"b":
            raise OSError(NOT_FOUND, "ESP_ERR_NVS_NOT_FOUND")
        size = len(data) - 1
        if size > len(buffer):
            raise OSError(-0x110C, "ESP_ERR_NVS_INVALID_LENGTH")
        buffer[:size] = memoryview(data)[1:]
        return size

    def set_blob(self, key, value):
        _flash("NVS")
        _wire.call(b"N", self._key(key) + b"b" + bytes(value))

    def erase_key(self, key):
        _flash("NVS")
        self._get(key, 8)
        _wire.call(b"N", self._key(key) + b"-")

    def commit(self):
        _flash("NVS")
        _wire.call(b"c", self.name)


def _flash(what):
    """The law of one lock: nothing is written to flash while a lamp sends."""
    if _wire.us() < RMT.busy_us:
        _wire.call(b"V", (what + " written while a lamp sends").encode())


def raw_temperature():
    return 120


def mcu_temperature():
    return 45


def idf_heap_info(capabilities):
    return [(200000, 94256, 53248, 80000)]

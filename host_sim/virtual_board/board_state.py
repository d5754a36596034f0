"""One board as the home knows it: its rest, its watchdog, its memory that outlives it, and what
hangs on its pins.

The operations of on_vm/board_wire.py, by letter. A request that fails has an errno in its answer.
"""

import errno
import json
import struct
from pathlib import Path
from typing import Any

from host_sim.virtual_board.home_server import event
from host_sim.virtual_board.radio import Radio

PWRON, HARD, WDT, SOFT = 1, 2, 3, 5


class BoardState:
    """wires: BoardWires. nvs: file of the non-volatile storage. restart(cause): asks whoever owns
    the VM for a new one."""

    def __init__(self, server, name, number, wires, nvs: Path, config: dict, restart):
        self.server = server
        self.name = name
        self.number = number
        self.wires = wires
        self.config = config
        self.restart = restart
        self.nvs_file = nvs
        self.nvs = json.loads(nvs.read_text()) if nvs.exists() else {}
        self.fresh = dict(self.nvs)  # with what was not yet committed
        self.radio = Radio(self)
        self.main: Any = None
        self.events: Any = None
        self.until_us: int | None = None
        self.rest_number = 0
        self.cause = PWRON
        self.epoch_us: int | None = None
        self.dog_us = 0
        self.dog = None
        self.starts = 0
        self.violations: list[str] = []
        self.lookups: list[str] = []
        self.operations = {
            ord(letter): act
            for letter, act in {
                "H": self._hello, "W": self._wait, "K": self._wake, "B": self._boots,
                "@": self._reached,
                "D": self._watchdog, "d": self._feed, "!": self._reset, "R": self._set_clock,
                "n": self._nvs_get, "N": self._nvs_set, "c": self._nvs_commit,
                "V": self._violation, "A": self._lookup, "h": self._hostname, "L": self._wlan,
                "P": wires.pin_set, "p": wires.pin_get, "i": wires.pin_irq, "w": wires.i2c_write,
                "r": wires.i2c_read, "s": wires.i2c_scan, "u": wires.uart_open,
                "t": wires.uart_write, "I": wires.infrared, "o": wires.one_wire, "m": wires.dht,
            }.items()
        }  # fmt: skip
        wires.board = self

    @property
    def resting(self) -> bool:
        """It waits, or it is not there at all."""
        return self.main is None or self.until_us is not None

    def listens(self, connection):
        if self.events is not None:
            self.events.close()
        self.events = connection

    def speaks(self, connection, hello):
        self.main = connection
        self.message(hello)

    def lost(self, connection):
        """The VM is gone: what was not committed never was."""
        if connection is self.main:
            self.main = None
            self.until_us = None
            self.fresh = dict(self.nvs)
            self.wires.release()

    def hang_up(self):
        for connection in (self.main, self.events):
            if connection is not None:
                connection.close()

    def send(self, kind: bytes, data: bytes):
        """An event for the VM; it ends a rest."""
        if self.main is None or self.events is None:
            return
        self._busy()
        try:
            self.events.send(event(kind, self.server.now_us(), data))
        except OSError:
            pass

    def _busy(self):
        """It does not rest any more."""
        if self.until_us is not None:
            self.server.stand_still()
            self.until_us = None

    def end_rest(self, now_us):
        number = self.rest_number
        self._busy()
        try:
            alone_us = self.server.alone_until_us(self)
            self.events.send(event(b"T", now_us, struct.pack("<Bq", number, alone_us)))
        except OSError:
            pass

    def message(self, data: bytes):
        code, number = data[0], data[1]
        self._busy()
        error, answer = 0, b""
        try:
            act = self.operations[code]
            answer = act(data[2:]) if code != 0x57 else act(data)
        except OSError as why:
            error = why.errno or errno.EIO
        if answer is not None and self.main is not None:
            try:
                self.main.send(bytes([number, error]) + (answer or b""))
            except OSError:
                pass

    def _hello(self, data):
        now_us = self.server.now_us()
        self.starts += 1
        if self.epoch_us is None:
            self.epoch_us = 946684800 * 1000000 - now_us  # 2000-01-01, as after power-up
        said = {
            "fast": self.server.clock.fast,
            "now_us": now_us,
            "epoch_us": self.epoch_us,
            "cause": self.cause,
            "id": [0x02, 0x53, 0x70, 0x6C, 0x69, self.number],
            **self.config,
        }
        return json.dumps(said).encode()

    def _boots(self, data):
        """boot.py is next."""

    def _wait(self, data):
        self.rest_number = data[1]
        self._reached(data[2:10])
        self.until_us = struct.unpack("<q", data[10:18])[0]

    def _reached(self, data):
        if self.server.clock.fast:
            self.server.reach(struct.unpack("<q", data)[0])

    def _wake(self, data):
        return struct.pack("<q", self.server.now_us())

    def _watchdog(self, data):
        self.dog_us = struct.unpack("<I", data)[0] * 1000
        self._arm()
        return b""

    def _feed(self, data):
        self._arm()

    def _arm(self):
        later = self.server.later
        later.cancel(self.dog)
        self.dog = later.at(self.server.now_us() + self.dog_us, self._bite)

    def _bite(self):
        self.dog = None
        self.restart(WDT)

    def stop(self, cause: int):
        """The VM is about to be ended; cause: what reset_cause() shall say at the next start."""
        self.cause = cause
        self.server.later.cancel(self.dog)
        self.dog = None
        self.radio.reset()
        if cause == PWRON:
            self.epoch_us = None

    def soft_reset(self):
        """The interpreter starts anew: the watchdog and the clock go on."""
        self.cause = SOFT

    def _reset(self, data):
        self.restart(data[0])

    def _set_clock(self, data):
        self.epoch_us = struct.unpack("<q", data)[0]
        return b""

    def _nvs_get(self, data):
        key = data.rstrip(b"\0").decode()
        if key not in self.fresh:
            raise OSError(errno.ENOENT, key)
        return bytes.fromhex(self.fresh[key])

    def _nvs_set(self, data):
        key, _, value = data.partition(b"\0")
        if value == b"-":
            self.fresh.pop(key.decode(), None)
        else:
            self.fresh[key.decode()] = value.hex()
        return b""

    def _nvs_commit(self, data):
        self.nvs = dict(self.fresh)
        new = self.nvs_file.with_suffix(".new")
        new.write_text(json.dumps(self.nvs))
        new.replace(self.nvs_file)
        return b""

    def _violation(self, data):
        self.violations.append(data.decode())
        return b""

    def _lookup(self, data):
        self.lookups.append(data.decode())
        return b""

    def _hostname(self, data):
        self.radio.hostname = data.decode()
        return b""

    def _wlan(self, data):
        return json.dumps(self.radio.ask(json.loads(data))).encode()

"""onewire of the virtual board: whole bytes go over the wire to the simulated chips."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false

import board_wire

_wire = board_wire.wire


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM, MATCH_ROM, SKIP_ROM = 0xF0, 0x55, 0xCC

    def __init__(self, pin):
        self.pin = bytes((pin.id,))

    def reset(self, required=False):
        found = bool(_wire.call(b"o", self.pin + b"r")[0])
        if required and not found:
            raise OneWireError
        return found

    def write(self, data):
        _wire.call(b"o", self.pin + b"w" + bytes(data))

    def writebyte(self, value):
        self.write(bytes((value,)))

    def readinto(self, buffer):
        buffer[:] = _wire.call(b"o", self.pin + b"g" + bytes((len(buffer),)), len(buffer))

    def readbyte(self):
        data = bytearray(1)
        self.readinto(data)
        return data[0]

    def select_rom(self, number):
        self.reset()
        self.writebyte(0x55)
        self.write(number)

"""The other end of the wire: what every Modbus gateway does with a frame, in bytes.

Written from the device's side and sharing no code with firmware/splitstat/modbus, so that a
mistake there cannot hide here. What the registers mean stands in onokom_gateway.py and
intesis_gateway.py. Source: MODBUS Application Protocol V1.1b3 and MODBUS over Serial Line V1.02.
"""

from struct import pack, unpack_from

BITS = {1: "coil", 2: "discrete"}
WORDS = {3: "holding", 4: "input"}


def _crc_table():
    table = []
    for rest in range(256):
        for _ in range(8):
            rest = (rest >> 1) ^ 0xA001 if rest & 1 else rest >> 1
        table.append(rest)
    return tuple(table)


_CRC = _crc_table()


def checksum(data: bytes) -> bytes:
    rest = 0xFFFF
    for byte in data:
        rest = (rest >> 8) ^ _CRC[(rest ^ byte) & 0xFF]
    return pack("<H", rest)


def refusal(frame: bytes, code: int) -> bytes:
    """The frame by which a device refuses one, with exception `code`."""
    body = bytes([frame[0], frame[1] | 0x80, code])
    return body + checksum(body)


class Refusal(Exception):
    """The gateway answers with an exception code: 1 function, 2 address, 3 value."""

    def __init__(self, code: int):
        super().__init__(code)
        self.code = code


class Gateway:
    """Frames in, frames out. A subclass names its registers by read() and write()."""

    def __init__(self, address: int = 1):
        self.address = address
        self.frames = 0
        self.refusals = 0

    def read(self, table: str, register: int) -> int:
        """Value of a coil, discrete, holding or input register, 0..65535. Raises Refusal(2)."""
        raise NotImplementedError

    def write(self, table: str, register: int, value: int):
        """Sets a coil or a holding register. Raises Refusal(2) or Refusal(3)."""
        raise NotImplementedError

    def most_written(self) -> int:
        """How many registers one write may carry."""
        return 123

    def serve(self, frame: bytes):
        """The answer to one frame, or None: not for us, broken, or a broadcast."""
        if not 4 <= len(frame) <= 256 or frame[0] not in (0, self.address):
            return None
        if checksum(frame[:-2]) != frame[-2:]:
            return None
        self.frames += 1
        answer = self.serve_pdu(frame[1:-2])
        if frame[0] == 0:
            return None
        body = bytes([self.address]) + answer
        return body + checksum(body)

    def serve_pdu(self, pdu: bytes) -> bytes:
        """The answer to a request without address and checksum."""
        try:
            return self._serve(pdu)
        except Refusal as refusal:
            self.refusals += 1
            return bytes([pdu[0] | 0x80, refusal.code])

    def _serve(self, pdu):
        function = pdu[0]
        if function in BITS or function in WORDS:
            if len(pdu) != 5:
                raise Refusal(3)
            start, count = unpack_from(">HH", pdu, 1)
            if not 1 <= count <= (2000 if function in BITS else 125):
                raise Refusal(3)
            table = BITS.get(function) or WORDS[function]
            values = [self.read(table, start + i) for i in range(count)]
            if function in WORDS:
                return pack(f">BB{count}H", function, 2 * count, *values)
            packed = sum(value << i for i, value in enumerate(values))
            size = (count + 7) // 8
            return bytes([function, size]) + packed.to_bytes(size, "little")
        if function in (5, 6):
            if len(pdu) != 5:
                raise Refusal(3)
            register, value = unpack_from(">HH", pdu, 1)
            if function == 5:
                if value not in (0, 0xFF00):
                    raise Refusal(3)
                self.write("coil", register, value >> 15)
            else:
                self.write("holding", register, value)
            return pdu
        if function in (15, 16):
            return self._write_many(function, pdu)
        raise Refusal(1)

    def _write_many(self, function, pdu):
        if len(pdu) < 7 or len(pdu) != 6 + pdu[5]:
            raise Refusal(3)
        start, count, size = unpack_from(">HHB", pdu, 1)
        if function == 15:
            if not 1 <= count <= 1968 or size != (count + 7) // 8:
                raise Refusal(3)
            packed = int.from_bytes(pdu[6:], "little")
            for i in range(count):
                self.write("coil", start + i, packed >> i & 1)
        else:
            if not 1 <= count <= self.most_written() or size != 2 * count:
                raise Refusal(3)
            for i, value in enumerate(unpack_from(f">{count}H", pdu, 6)):
                self.write("holding", start + i, value)
        return pdu[:5]

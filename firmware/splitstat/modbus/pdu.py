"""Modbus requests, and what may be believed of their answers.

A request is function code and data, without address and checksum (these are rtu.py's and
tcp.py's). An answer is judged against its request alone: function, length and echo must fit, or it
is a CodecError. That a device refuses is no error of the wire: it comes as a value, Refused.
Source: MODBUS Application Protocol Specification V1.1b3, section 6 and 7.
"""

from collections import namedtuple

from splitstat.control.types import CodecError

# The tables of a device, and the function that reads each: coils, discrete inputs, holding and
# input registers.
READS = {"C": 1, "D": 2, "H": 3, "I": 4}

# code (section 7): 1 function, 2 address, 3 value not allowed, 4 device failure, 5 and 6 later, 10
# and 11 a gateway's.
Refused = namedtuple("Refused", ("function", "code"))


def _head(function: int, address: int, word: int) -> bytes:
    return bytes((function, address >> 8, address & 255, word >> 8, word & 255))


def read(table: str, address: int, count: int) -> bytes:
    """Request for `count` bits (1..2000) or registers (1..125) from `address` on, counted from
    0."""
    most = 2000 if table in "CD" else 125
    if table not in READS or not 1 <= count <= most or not 0 <= address <= 65536 - count:
        raise CodecError("read %s%d, %d" % (table, address, count))
    return _head(READS[table], address, count)


def write(table: str, address: int, values) -> bytes:
    """Request that sets coils (0 or 1) or holding registers (0..65535); one value goes as function
    5 or 6."""
    count = len(values)
    bits = table == "C"
    most = 1968 if bits else 123
    if table not in "CH" or not 1 <= count <= most or not 0 <= address <= 65536 - count:
        raise CodecError("write %s%d, %d" % (table, address, count))
    for value in values:
        if not 0 <= value <= (1 if bits else 65535):
            raise CodecError("write %s%d, value %d" % (table, address, value))
    if count == 1:
        return _head(5, address, 0xFF00 * values[0]) if bits else _head(6, address, values[0])
    if bits:
        data = bytearray((count + 7) // 8)
        for i in range(count):
            data[i >> 3] |= values[i] << (i & 7)
    else:
        data = bytearray(2 * count)
        for i in range(count):
            data[2 * i] = values[i] >> 8
            data[2 * i + 1] = values[i] & 255
    return _head(15 if bits else 16, address, count) + bytes((len(data),)) + bytes(data)


def answer_size(request: bytes) -> int:
    """How many bytes the good answer to this request has."""
    count = request[3] << 8 | request[4]
    if request[0] <= 2:
        return 2 + (count + 7) // 8
    return 2 + 2 * count if request[0] <= 4 else 5


def answer(request: bytes, pdu: bytes):
    """What a device answered: list of values for a read, empty list for a write, or Refused.

    Raises CodecError when it cannot be the answer to this request."""
    if len(pdu) == 2 and pdu[0] == request[0] | 128 and 1 <= pdu[1] <= 11:
        return Refused(request[0], pdu[1])
    if len(pdu) != answer_size(request):
        raise CodecError("length %d" % len(pdu))
    if request[0] > 4:
        if pdu != request[:5]:
            raise CodecError("not an echo")
        return []
    if pdu[0] != request[0]:
        raise CodecError("function %d" % pdu[0])
    if pdu[1] != len(pdu) - 2:
        raise CodecError("count %d" % pdu[1])
    count = request[3] << 8 | request[4]
    if request[0] <= 2:
        return [pdu[2 + (i >> 3)] >> (i & 7) & 1 for i in range(count)]
    return [pdu[2 + 2 * i] << 8 | pdu[3 + 2 * i] for i in range(count)]

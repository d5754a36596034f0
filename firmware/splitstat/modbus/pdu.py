"""Modbus requests, and what may be believed of their answers.

A request is function code and data, without address and checksum (these are rtu.py's and
tcp.py's). An answer is judged against its request alone: function, length and echo must fit, or it
is a CodecError. That a device refuses is no error of the wire: it comes as a value, the exception
code. Source: MODBUS Application Protocol Specification V1.1b3, sections 6 and 7.
"""

from splitstat.control.types import CodecError


def request(function: int, address: int, count: int, most: int, word: int) -> bytes:
    """Function, address and a word. Raises CodecError beyond the limits of the protocol."""
    if not 1 <= count <= most or not 0 <= address <= 65536 - count:
        raise CodecError("request")
    return bytes((function, address >> 8, address & 255, word >> 8, word & 255))


def read(table: str, address: int, count: int) -> bytes:
    """Request for `count` bits (1..2000) or registers (1..125) from `address` on, counted from 0.

    table: C coils, D discrete inputs, H holding registers, I input registers."""
    function = "CDHI".index(table) + 1
    return request(function, address, count, 125 if function > 2 else 2000, count)


def write(table: str, address: int, value: int) -> bytes:
    """Request that sets a coil (0, 1) or a holding register (0..65535): function 5 or 6."""
    if table == "C":
        return request(5, address, 1, 1, value * 0xFF00)
    return request(6, address, 1, 1, value)


def answer_size(request: bytes) -> int:
    """How many bytes the good answer to this request has."""
    count = request[3] << 8 | request[4]
    if request[0] <= 2:
        return 2 + (count + 7) // 8
    return 2 + 2 * count if request[0] <= 4 else 5


def answer(request: bytes, pdu: bytes):
    """What a device answered: list of values for a read, empty list for a write, or an int, the
    code by which it refuses.

    Raises CodecError when it cannot be the answer to this request. Codes: 1 function, 2 address, 3
    value not allowed, 4 device failure, 5 and 6 later, 10 and 11 the unit behind a gateway is
    silent."""
    if len(pdu) == 2 and pdu[0] == request[0] | 128 and 1 <= pdu[1] <= 11:
        return pdu[1]
    if len(pdu) != answer_size(request) or pdu[0] != request[0]:
        raise CodecError("not the answer")
    if request[0] > 4:
        if pdu != request[:5]:
            raise CodecError("not an echo")
        return []
    if pdu[1] != len(pdu) - 2:
        raise CodecError("count")
    count = request[3] << 8 | request[4]
    if request[0] <= 2:
        return [pdu[2 + (i >> 3)] >> (i & 7) & 1 for i in range(count)]
    return [pdu[2 + 2 * i] << 8 | pdu[3 + 2 * i] for i in range(count)]

"""Modbus requests, and what may be believed of their answers.

A request is function code and data, without address and checksum (these are rtu.py's and
tcp.py's). An answer is judged against its request alone: function, length and echo must fit, or it
is a CodecError. That a device refuses is no error of the wire: it comes as a value, the exception
code. Source: MODBUS Application Protocol Specification V1.1b3, sections 6 and 7.
"""

from splitstat.control.types import CodecError


def write(table: str, address: int, value: int) -> bytes:
    """Request that sets a coil (0, 1) or a holding register (0..65535): function 5 or 6. Raises
    CodecError beyond address 65535."""
    if address >> 16:
        raise CodecError
    function = 6
    if table == "C":
        function = 5
        value *= 0xFF00
    return bytes((function, address >> 8, address & 255, value >> 8, value & 255))


def answer_size(request: bytes) -> int:
    """How many bytes the good answer to this request has."""
    count = request[3] << 8 | request[4]
    if request[0] <= 2:
        return 2 + (count + 7) // 8
    return 2 + 2 * count if request[0] <= 4 else 5


def answer(request: bytes, pdu: bytes):
    """What a device answered: list of values for a read, empty list for a write, or an int, the
    code by which it refuses, or 0: asked to read, it wrote.

    Raises CodecError when it cannot be the answer to this request. Codes: 1 function, 2 address, 3
    value not allowed, 4 device failure, 5 and 6 later, 10 and 11 the unit behind a gateway is
    silent."""
    function = request[0]
    size = len(pdu)
    if size == 2 and pdu[0] == function | 128 and 1 <= pdu[1] <= 11:
        return pdu[1]
    if function < 5 and size == 5 and 4 < pdu[0] < 7:
        return 0
    values = []
    if size != answer_size(request) or pdu[0] != function:
        raise CodecError
    if function > 4:
        if pdu != request[:5]:
            raise CodecError
        return values
    if pdu[1] != size - 2:
        raise CodecError
    for i in range(request[3] << 8 | request[4]):
        if function > 2:
            values.append(pdu[2 + 2 * i] << 8 | pdu[3 + 2 * i])
        else:
            values.append(pdu[2 + (i >> 3)] >> (i & 7) & 1)
    return values

"""Requests that read. Apart from pdu.py: a board makes them once, when it loads a unit
(survey.py).

Source: MODBUS Application Protocol Specification V1.1b3, sections 6.1 to 6.4.
"""

from splitstat.control.types import CodecError


def request(function: int, address: int, count: int, most: int) -> bytes:
    """Function, address, count. Raises CodecError beyond the limits of the protocol."""
    if not 1 <= count <= most or not 0 <= address <= 65536 - count:
        raise CodecError("request")
    return bytes((function, address >> 8, address & 255, count >> 8, count & 255))


def read(table: str, address: int, count: int) -> bytes:
    """Request for `count` bits (1..2000) or registers (1..125) from `address` on, counted from 0.

    table: C coils, D discrete inputs, H holding registers, I input registers."""
    function = "CDHI".index(table) + 1
    return request(function, address, count, 125 if function > 2 else 2000)

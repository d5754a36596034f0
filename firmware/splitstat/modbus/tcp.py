"""Modbus over TCP: the seven bytes that stand before a request or an answer.

Source: MODBUS Messaging on TCP/IP Implementation Guide V1.0b, section 3.1.3.
"""

from splitstat.control.types import CodecError

HEAD = 7  # bytes of an answer that tell how long it is


def frame(address: int, pdu: bytes, number: int) -> bytes:
    """Transaction number, protocol 0, length, device, request."""
    size = len(pdu) + 1
    if not 2 <= size <= 254:
        raise CodecError("length %d" % size)
    return bytes((number >> 8 & 255, number & 255, 0, 0, 0, size, address)) + pdu


def size(request: bytes, head: bytes) -> int:
    """How many bytes an answer has that begins with these seven.

    Raises CodecError when they do not begin a frame."""
    length = head[4] << 8 | head[5] if len(head) == HEAD else 0
    if not 3 <= length <= 254 or head[2] or head[3]:
        raise CodecError("not a Modbus frame")
    return length + 6


def unframe(address: int, data: bytes, number: int) -> bytes:
    """The answer within a whole frame. Raises CodecError when it is another transaction's or
    another device's."""
    if len(data) < HEAD or len(data) != size(b"", data[:HEAD]):
        raise CodecError("length %d" % len(data))
    if data[0] << 8 | data[1] != number & 0xFFFF:
        raise CodecError("transaction")
    if data[6] != address:
        raise CodecError("from %d" % data[6])
    return bytes(data[HEAD:])

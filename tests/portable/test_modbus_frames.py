"""Modbus frames: published examples byte for byte, and CodecError for anything else."""

from splitstat.control.types import CodecError
from splitstat.modbus import pdu, reads, rtu, several, tcp

# Requests and answers of the MODBUS Application Protocol V1.1b3, sections 6.1-6.12:
# (request, its bytes, answer, what it says).
EXAMPLES = (
    (reads.read("C", 0x13, 0x13), "0100130013", "0103CD6B05", "1011001111010110101"),
    (reads.read("D", 0xC4, 0x16), "0200C40016", "0203ACDB35", "0011010111011011101011"),
    (reads.read("H", 0x6B, 3), "03006B0003", "0306022B00000064", (0x22B, 0, 0x64)),
    (reads.read("I", 8, 1), "0400080001", "0402000A", (10,)),
    (pdu.write("C", 0xAC, 1), "0500ACFF00", "0500ACFF00", ()),
    (pdu.write("H", 1, 3), "0600010003", "0600010003", ()),
    (
        several.write("C", 0x13, (1, 0, 1, 1, 0, 0, 1, 1, 1, 0)),
        "0F0013000A02CD01",
        "0F0013000A",
        (),
    ),
    (several.write("H", 1, (0x0A, 0x102)), "100001000204000A0102", "1000010002", ()),
)


def octets(text):
    return bytes([int(text[i : i + 2], 16) for i in range(0, len(text), 2)])


def fails(call, *arguments):
    try:
        call(*arguments)
    except CodecError:
        return True
    return False


def test_requests_are_the_published_bytes():
    for request, text, _, _ in EXAMPLES:
        assert request == octets(text), text


def test_answers_are_understood():
    for request, _, text, said in EXAMPLES:
        answer = pdu.answer(request, octets(text))
        assert answer == [int(one) for one in said], text
        assert pdu.answer_size(request) == len(octets(text))


def test_a_frame_has_the_published_checksum():
    # 11 03 00 6B 00 03 76 87 stands in the literature as the example of RTU.
    frame = rtu.frame(0x11, reads.read("H", 0x6B, 3))
    assert frame == octets("1103006B00037687")
    assert rtu.crc(frame, 6) == 0x8776


def test_a_refusal_is_a_value():
    for request, _, _, _ in EXAMPLES:
        for code in range(1, 12):
            assert pdu.answer(request, bytes((request[0] | 128, code))) == code
        assert fails(pdu.answer, request, bytes((request[0] | 128, 0)))
        assert fails(pdu.answer, request, bytes((request[0] | 128, 12)))


def test_every_flipped_bit_of_a_frame_is_seen():
    frame = rtu.frame(17, octets("0306022B00000064"))
    for i in range(8 * len(frame)):
        broken = bytearray(frame)
        broken[i >> 3] ^= 1 << (i & 7)
        assert fails(rtu.unframe, 17, bytes(broken)), i


def test_an_answer_of_another_shape_is_none():
    for request, _, text, _ in EXAMPLES:
        good = octets(text)
        for broken in (
            b"",
            good[:-1],
            good + b"\x00",
            bytes((good[0] ^ 1,)) + good[1:],
            bytes((good[0], good[1] ^ 1)) + good[2:],
        ):
            assert fails(pdu.answer, request, broken), (text, broken)


def test_a_frame_of_another_device_is_not_ours():
    frame = rtu.frame(2, octets("0402000A"))
    assert fails(rtu.unframe, 1, frame)
    assert rtu.unframe(2, frame) == octets("0402000A")


def test_requests_stay_within_the_limits_of_the_protocol():
    for call, table, address, extent in (
        (reads.read, "H", 0, 0),
        (reads.read, "H", 0, 126),
        (reads.read, "I", 65535, 2),
        (reads.read, "C", 0, 2001),
        (reads.read, "H", -1, 1),
        (pdu.write, "H", 65536, 1),
        (several.write, "H", 65535, (1, 1)),
        (several.write, "H", 0, ()),
        (several.write, "H", 0, (0,) * 124),
        (several.write, "C", 0, (0,) * 1969),
    ):
        assert fails(call, table, address, extent), (table, address)
    assert reads.read("H", 65535, 1) == octets("03FFFF0001")
    assert len(rtu.frame(1, several.write("H", 0, (0xFFFF,) * 123))) == 255


def test_the_size_of_an_answer_is_known_from_its_head():
    request = reads.read("H", 0, 10)
    assert rtu.size(request, b"\x01\x03") == 25
    assert rtu.size(request, b"\x01\x83") == 5
    assert rtu.size(pdu.write("C", 1, 1), b"\x01\x05") == 8


def test_tcp_frames():
    request = reads.read("H", 0, 2)
    assert tcp.frame(255, request, 0x1501) == octets("150100000006FF0300000002")
    answer = octets("150100000007FF030400050006")
    assert tcp.size(request, answer[:7]) == 13
    assert tcp.unframe(255, answer, 0x1501) == octets("030400050006")
    for broken in (
        answer[:-1],
        answer + b"\x00",
        octets("150200000007FF030400050006"),
        octets("150100010007FF030400050006"),
        octets("150100000008FF030400050006"),
        octets("1501000000070103040005"),
        b"",
    ):
        assert fails(tcp.unframe, 255, broken, 0x1501), broken
    assert fails(tcp.size, request, octets("150100000200FF"))
    assert fails(tcp.size, request, octets("150100000002FF"))

"""Time and names asked of the network: what of an answer counts (RFC 5905, RFC 1035)."""

import sys

try:
    import socket  # noqa: F401
except ImportError:  # the WebAssembly VM has none, and none is used here
    sys.modules["socket"] = sys  # pyright: ignore

from one_home import House, home
from splitstat.app import clock, resolver, time_server, wifi_join

TOKEN = b"12345678"


def ntp(seconds, head=0x24, stratum=2, token=TOKEN):
    """An answer that tells seconds since 1900."""
    return (
        bytes([head, stratum]) + bytes(22) + token + bytes(8)
        + (seconds & 0xFFFFFFFF).to_bytes(4, "big") + bytes(4)
    )  # fmt: skip


def test_time():
    # 2026-11-23 00:00:07 UTC is 1795392007 in Unix seconds; NTP begins 2208988800 s earlier.
    seconds = 1795392007 + 2208988800
    assert time_server.answer(ntp(seconds), TOKEN) == (14145120, 7)
    # The second era begins on 2036-02-07 06:28:16.
    assert time_server.answer(ntp(2**32 + 4), TOKEN) == (18988228, 20)
    for bad in (
        ntp(seconds, token=b"87654321"), ntp(seconds, head=0xE4), ntp(seconds, head=0x23),
        ntp(seconds, stratum=0), ntp(seconds, stratum=16), ntp(seconds)[:47], b"",
        ntp(946684800 + 2208988800), ntp(0x80000000),
    ):  # fmt: skip
        assert time_server.answer(bad, TOKEN) is None


def test_a_clock_that_runs_is_put_far_only_when_two_agree():
    house = House(home(), home.traits)
    house.now_s = 500
    assert clock.weigh(house, 14145120, 7) == 21600  # nobody knew the time
    assert (house.minute, house.minute_s) == (14145120, 493)
    house.now_s = 800
    assert clock.weigh(house, 14145127, 5) == 21600  # 118 s later than it ran
    assert (house.minute, house.minute_s) == (14145127, 795)
    assert clock.weigh(house, 14145187, 5) == 64  # an hour: not believed
    assert clock.weigh(house, 14145120, 0) == 64  # another one: neither
    assert house.minute == 14145127
    house.now_s += 64
    assert clock.weigh(house, 14145121, 4) == 21600
    assert (house.minute, house.minute_s) == (14145121, 860)


def test_names():
    number = b"\x12\x34"
    asked = resolver.question(number, "pool.ntp.org")
    assert asked[12:] == b"\x04pool\x03ntp\x03org\x00\x00\x01\x00\x01"
    head = number + b"\x81\x80\x00\x01\x00\x02\x00\x00\x00\x00"
    alias = b"\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x3c\x00\x04\x01a\xc0\x11"
    found = b"\xc0\x2c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\x0a\x01\x02\xff"
    whole = head + asked[12:] + alias + found
    assert resolver.answer(whole) == "10.1.2.255"
    for end in range(len(whole)):
        assert resolver.answer(whole[:end]) is None, end
    assert resolver.answer(number + b"\x81\x83" + whole[4:]) is None  # no such name
    assert resolver.answer(asked) is None  # a question


def test_loops_in_a_name_end():
    resolver.answer(b"\x00\x00\x81\x80\x00\xff\x00\xff\x00\x00\x00\x00" + b"\xc0\x0c" * 100)


def test_addresses_are_not_asked_for():
    for text in ("10.0.0.1", "255.255.255.255"):
        assert resolver.is_address(text)
    for text in ("10.0.0", "10.0.0.256", "a.b.c.d", "", "1.2.3.4.5", "1..2.3", "0001.2.3.4"):
        assert not resolver.is_address(text)


def test_pauses_grow_and_differ():
    assert wifi_join.pause_s(1, 0) == 1
    assert wifi_join.pause_s(5, 0) == 16
    assert wifi_join.pause_s(100, 0) == 300
    assert 225 <= wifi_join.pause_s(100, 255) < 230

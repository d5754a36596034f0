"""Captures in every format: messages of our own encoder written out by hand, and bad input."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ir_vectors import vectors
from splitstat_cli.ir_formats import CaptureError, joined, load, parse
from splitstat_cli.mistakes import FileError

PROFILES = ("GREE.YAW1F", "DAIKIN", "COOLIX", "AMCOR", "MITSUBISHI_HEAVY_152")


def message(profile="GREE.YAW1F"):
    return vectors()[profile][0]["timings"]


def signed(timings):
    return [us if i % 2 == 0 else -us for i, us in enumerate(timings)]


def pronto(timings, clock=0x006D):
    counts = [round(us / (clock * 0.241246)) for us in timings]
    return " ".join(f"{n:04X}" for n in [0, clock, len(timings) // 2, 0, *counts])


def broadlink(timings, begin=b"\x26\x00"):
    data = b""
    for us in timings:
        count = round(us * 269 / 8192)
        data += bytes([count]) if count < 256 else b"\0" + count.to_bytes(2, "big")
    return begin + len(data).to_bytes(2, "little") + data


def lirc(*messages):
    text = "begin remote\n  name  AIR\n  flags RAW_CODES\n  frequency 38000\n  begin raw_codes\n"
    for number, timings in enumerate(messages):
        text += f"    name key_{number}  # a key\n"
        for i in range(0, len(timings) - 1, 6):
            text += "    " + " ".join(map(str, timings[i : min(i + 6, len(timings) - 1)])) + "\n"
    return text + "  end raw_codes\nend remote\n"


def flipper(*messages):
    text = "Filetype: IR signals file\nVersion: 1\n"
    text += "#\nname: Tele\ntype: parsed\nprotocol: NEC\naddress: 01 00 00 00\n"
    for number, timings in enumerate(messages):
        text += f"# \nname: key {number}\ntype: raw\nfrequency: 38000\nduty_cycle: 0.330000\n"
        text += "data: " + " ".join(map(str, timings)) + "\n"
    return text


WAYS = {
    "blanks": lambda t: " ".join(map(str, t)),
    "lines": lambda t: "\n".join(map(str, t)),
    "commas": lambda t: ",".join(map(str, t)),
    "semicolons": lambda t: "; ".join(map(str, t)) + ";",
    "signs": lambda t: " ".join(f"{us:+d}" for us in signed(t)),
    "signs alone": lambda t: "".join(f"{us:+d}" for us in signed(t)),
    "minus": lambda t: ", ".join(map(str, signed(t))),
    "silence before": lambda t: "-100000 " + " ".join(map(str, signed(t))),
    "JSON list": json.dumps,
    "JSON object": lambda t: json.dumps({"hz": 38000, "timings": t}),
    "C array": lambda t: f"uint16_t rawData[{len(t)}] = {{{', '.join(map(str, t))}}};  // GREE",
    "log": lambda t: f"[I][remote.raw:028]: (Received) [{', '.join(map(str, signed(t)))}]",
    "mode2": lambda t: "".join(f"{('pulse', 'space')[i % 2]} {us}\n" for i, us in enumerate(t)),
    "split gaps": lambda t: " ".join(
        f"{us}" if us < 9000 else f"{us - 5000} 0 5000" for us in t
    ),
}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("way", WAYS)
def test_raw_microseconds_come_back_exactly(way, profile):
    timings = message(profile)
    [signal] = parse(WAYS[way](timings))
    assert signal.timings == timings


@pytest.mark.parametrize("profile", PROFILES)
def test_pronto_within_half_a_period(profile):
    [signal] = parse(pronto(message(profile)))
    assert signal.hz == pytest.approx(38000, rel=0.005)
    assert all(abs(a - b) <= 14 for a, b in zip(signal.timings, message(profile), strict=True))


def test_pronto_of_repetition_alone():
    words = pronto(message()).split()
    words[2:4] = words[3], words[2]
    assert parse("\n".join(words)) == parse(pronto(message()))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("spell", [
    lambda data: base64.b64encode(data).decode(),
    lambda data: "b64:" + base64.b64encode(data + b"\0\0\0\0").decode(),
    bytes.hex,
    lambda data: data.hex().upper() + "\n",
], ids=["base64", "padded", "hex", "HEX"])  # fmt: skip
def test_broadlink_within_half_a_unit(spell, profile):
    [signal] = parse(spell(broadlink(message(profile))))
    assert all(abs(a - b) <= 16 for a, b in zip(signal.timings, message(profile), strict=True))


def test_flipper_signals_keep_their_names():
    signals = parse(flipper(message(), message("DAIKIN")))
    assert [(one.name, one.hz) for one in signals] == [("key 0", 38000), ("key 1", 38000)]
    assert [one.timings for one in signals] == [message(), message("DAIKIN")]


def test_lirc_raw_codes_end_with_a_mark():
    signals = parse(lirc(message(), message("DAIKIN")))
    assert [(one.name, one.hz) for one in signals] == [("key_0", 38000), ("key_1", 38000)]
    assert [one.timings for one in signals] == [message()[:-1], message("DAIKIN")[:-1]]


@given(st.lists(st.integers(-50000, 50000), max_size=60))
def test_joined_keeps_the_total_and_alternates(numbers):
    out = joined(numbers)
    assert all(us > 0 for us in out)
    first = next((i for i, us in enumerate(numbers) if us > 0), len(numbers))
    assert sum(out) == sum(map(abs, numbers[first:]))
    assert sum(out[::2]) == sum(us for us in numbers if us > 0)


BAD = {
    "": "empty",
    "# only a remark\n": "empty",
    "hello": "no format that is known",
    "9000 4500 620": "3 pulses are too few",
    "9000 4500 abc " * 20: "no format that is known",
    "9000.5 4500 " * 20: "no format that is known",
    "12345678 " * 30: "no format that is known",
    "620 " * 7000: "more than 6000 pulses",
    "1" * (1 << 20) + "11": "larger than 1 MiB",
    "0000 006D 0022 0000 0152": "34 and 0 pairs announced, 1 words there",
    "0000 0000 0001 0000 0152 0010": "no carrier",
    "0000 006D 0001": "not all words have four",
    "0000 006D 0001 0000 0152 xyz": "not all words have four",
    "260008001122334455667788": "8 pulses are too few",
    "2600ff001122334455667788": "255 bytes announced, 8 there",
    "b20008001122334455667788": "a radio code",
    "2700080011223344556677": "no format that is known",
    "JgBwAAABVpIXERcRFhIXERYSFhI=": "112 bytes announced",
    "=" * 30: "no format that is known",
    flipper(): "no raw signal (1 parsed",
    "Filetype: IR signals file\ntype: raw\ndata: 1 x\n": "line 3: not all of it are numbers",
    "begin remote\nbegin codes\nend codes\nend remote": "no raw codes from",
    "begin raw_codes\nend raw_codes": "no raw codes in the block",
    "begin raw_codes\nname k\n1 2 x\nend raw_codes": "k: not all of it are numbers",
}


@pytest.mark.parametrize("text", BAD, ids=[f"{i}" for i in range(len(BAD))])
def test_bad_text_is_one_line(text):
    with pytest.raises(CaptureError) as caught:
        parse(text)
    assert BAD[text] in str(caught.value) and "\n" not in str(caught.value)


@given(st.one_of(st.text(max_size=200), st.text("0123456789abcdefJg=+- ,\n", max_size=200)))
def test_any_text_is_read_or_refused(text):
    try:
        signals = parse(text)
    except CaptureError:
        return
    assert all(us > 0 for one in signals for us in one.timings)


def test_bad_files_name_the_file(tmp_path):
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (binary, tmp_path, tmp_path / "missing"):
        with pytest.raises(FileError) as caught:
            load(path)
        assert str(path) in str(caught.value) and "\n" not in str(caught.value)

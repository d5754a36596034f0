"""Captures of remotes in the formats that people have them in, as marks and spaces in us.

    raw          microseconds with any separators, signs (a minus is a space) or none, as a JSON
                 list or a C array as well; `pulse 9000` / `space 4500` lines of mode2
    Pronto       learned codes, words of four hexadecimal digits from 0000 on: periods of a carrier
                 of N x 0.241246 us (the Philips Pronto's clock)
    Flipper      `.ir` files, the signals of type raw
    Broadlink    base64 or hexadecimal from 26 on: length, then units of 8192/269 us, one byte
                 each or 00 and two (protocol.md of python-broadlink)
    LIRC         `begin raw_codes` ... `end raw_codes` of a lircd.conf

A file is a list of signals; formats without names give one with an empty name.
"""

import base64
import binascii
import re
import sys
from collections import namedtuple
from pathlib import Path

from splitstat_cli.mistakes import FileError, Mistake

# hz: carrier, or None where the format does not tell. timings: us, a mark first.
Signal = namedtuple("Signal", ("name", "hz", "timings"))

PRONTO_US = 0.241246
BROADLINK_US = 8192 / 269
LARGEST_FILE = 1 << 20
# The longest of all messages has 1,399 pulses, the shortest 59.
FEWEST, MOST = 20, 6000

NUMBER = r"[+-]?\d{1,7}"
LISTED = re.compile(rf"[\[{{(]\s*({NUMBER}(?:[\s,;]+{NUMBER})+)[\s,;]*[\]}})]")
RAW = re.compile(rf"[\s,;|]*{NUMBER}(?:[\s,;|]+{NUMBER}|[+-]\d{{1,7}})*[\s,;|]*")
CARRIER = re.compile(r"^#\s*(\d{5}) Hz\s*$", re.MULTILINE)
COMMENT = re.compile(r"(?:#|//).*")
MODE2 = re.compile(r"^(pulse|space|timeout)\s+(\d{1,7})\s*$", re.MULTILINE)
KNOWN = "raw microseconds, Pronto hex, Flipper .ir, Broadlink base64 or hex, LIRC raw codes"


class CaptureError(ValueError):
    """A text that is no capture; it says in one line why."""


def load(path: Path) -> list[Signal]:
    """The signals of a file, "-" for standard input. Raises FileError with one line."""
    try:
        if str(path) == "-":
            return parse(sys.stdin.read(LARGEST_FILE + 1))
        with path.open(encoding="utf-8") as file:
            return parse(file.read(LARGEST_FILE + 1))
    except UnicodeDecodeError:
        why = "not a text"
    except OSError as error:
        why = error.strerror or str(error)
    except CaptureError as error:
        why = str(error)
    raise FileError([Mistake(str(path), None, "", why, "")])


def parse(text: str) -> list[Signal]:
    """The signals of a text in any of the formats. Raises CaptureError."""
    if len(text) > LARGEST_FILE:
        raise CaptureError("larger than 1 MiB")
    signals = signals_of(text)
    for one in signals:
        where = f"{one.name}: " if one.name else ""
        if len(one.timings) < FEWEST:
            raise CaptureError(f"{where}{len(one.timings)} pulses are too few for a message")
        if len(one.timings) > MOST:
            raise CaptureError(f"{where}more than {MOST} pulses: cut it to one press of a key")
    return signals


def signals_of(text: str) -> list[Signal]:
    if re.search(r"^Filetype: *IR|^type: *(raw|parsed) *$", text, re.MULTILINE):
        return flipper(text)
    if re.search(r"^\s*begin\s+(remote|raw_codes)\b", text, re.MULTILINE):
        return lirc(text)
    if found := MODE2.findall(text):
        return [Signal("", None, joined(int(us) * (1 if w == "pulse" else -1) for w, us in found))]
    words = COMMENT.sub("", text).replace(",", " ").split()
    if words and words[0] in ("0000", "0100"):
        return [pronto(words)]
    word = "".join(text.split()).removeprefix("b64:")
    if re.fullmatch(r"[0-9A-Za-z+/]{8,}={0,2}", word) and not RAW.fullmatch(text):
        return [broadlink(word)]
    return [raw(text)]


def joined(signed) -> list[int]:
    """Signed durations -> us, a mark first: neighbours of one sign are one pulse, split by a tool
    that has too small numbers; a space before the first mark is silence."""
    out: list[int] = []
    for us in signed:
        if us and (out or us > 0):
            if (us > 0) == (len(out) % 2 == 0):
                out.append(abs(us))
            else:
                out[-1] += abs(us)
    return out


def plain(words) -> list[int]:
    """Durations as they are written: signed, or without signs marks and spaces in turn."""
    numbers = [int(word) for word in words]
    if any(number < 0 for number in numbers):
        return joined(numbers)
    return joined(us * (-1) ** i for i, us in enumerate(numbers))


def raw(text: str) -> Signal:
    hz = CARRIER.search(text)
    listed = LISTED.search(text)
    text = listed[1] if listed else COMMENT.sub("", text)
    if not text.strip():
        raise CaptureError("empty")
    if not RAW.fullmatch(text):
        raise CaptureError(f"no format that is known ({KNOWN})")
    return Signal("", int(hz[1]) if hz else None, plain(re.findall(NUMBER, text)))


def pronto(words: list[str]) -> Signal:
    """The part that is sent once; a code that has none is all repetition."""
    if len(words) < 4 or not all(re.fullmatch(r"[0-9A-Fa-f]{4}", word) for word in words):
        raise CaptureError("Pronto: not all words have four hexadecimal digits")
    clock, once, again = (int(word, 16) for word in words[1:4])
    if not clock or not once + again:
        raise CaptureError("Pronto: no carrier or no pulses")
    if len(words) != 4 + 2 * (once + again):
        said = f"{once} and {again} pairs announced, {len(words) - 4} words there"
        raise CaptureError(f"Pronto: {said}")
    period = clock * PRONTO_US
    counts = [int(word, 16) for word in words[4 : 4 + 2 * (once or again)]]
    return Signal("", round(1e6 / period), plain(round(count * period) for count in counts))


def flipper(text: str) -> list[Signal]:
    signals, parsed, one = [], 0, {}
    for number, line in enumerate(text.splitlines(), 1):
        key, _, rest = line.partition(":")
        if key == "name":
            one = {}
        one[key] = rest.strip()
        if key == "type" and one[key] == "parsed":
            parsed += 1
        if key == "data":
            hz = one.get("frequency", "")
            if not RAW.fullmatch(one["data"]) or not re.fullmatch(r"\d{0,6}", hz):
                raise CaptureError(f"line {number}: not all of it are numbers")
            timings = plain(re.findall(NUMBER, one["data"]))
            signals.append(Signal(one.get("name", ""), int(hz) if hz else None, timings))
    if not signals:
        raise CaptureError(f"no raw signal ({parsed} parsed, which are not air conditioners')")
    return signals


def lirc(text: str) -> list[Signal]:
    hz = re.search(r"^\s*frequency\s+(\d{5,6})\s*$", text, re.MULTILINE)
    block = re.search(r"^\s*begin\s+raw_codes\b(.*?)^\s*end\s+raw_codes\b", text, re.M | re.S)
    if not block:
        raise CaptureError("LIRC: no raw codes from `begin raw_codes` to `end raw_codes`")
    signals = []
    for part in re.split(r"^\s*name\s+", COMMENT.sub("", block[1]), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        if not RAW.fullmatch(rest):
            raise CaptureError(f"LIRC: {name.strip()}: not all of it are numbers")
        timings = plain(re.findall(NUMBER, rest))
        signals.append(Signal(name.strip(), int(hz[1]) if hz else None, timings))
    if not signals:
        raise CaptureError("LIRC: no raw codes in the block")
    return signals


def broadlink(word: str) -> Signal:
    try:
        data = bytes.fromhex(word)
    except ValueError:
        try:
            data = base64.b64decode(word, validate=True)
        except binascii.Error:
            raise CaptureError(f"no format that is known ({KNOWN})") from None
    if data[0] in (0xB2, 0xD7):
        raise CaptureError("Broadlink: a radio code, not infra-red")
    if data[0] != 0x26:
        raise CaptureError(f"no format that is known ({KNOWN})")
    size = int.from_bytes(data[2:4], "little")
    if len(data) < 4 + size:
        raise CaptureError(f"Broadlink: {size} bytes announced, {len(data) - 4} there")
    counts, at = [], 4
    while at < 4 + size:
        wide = data[at] == 0
        counts.append(int.from_bytes(data[at + 1 : at + 3] if wide else data[at : at + 1], "big"))
        at += 3 if wide else 1
    return Signal("", None, plain(round(count * BROADLINK_US) for count in counts))

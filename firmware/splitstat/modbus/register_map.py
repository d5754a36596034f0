"""The registers of a device as text (notation.md), and the passage between values and words.

A map stays text: on a board pairs and tuples take several times its heap, and a look-up happens
once a poll. A register is its line, split into words: ["H5", "setpoint", "100/K", "16..30", ...].
"""

from splitstat.control.types import CodecError


def registers(text: str) -> list:
    """The lines that are registers, as lists of words."""
    lines = [line.split() for line in text.split("\n")]
    return [words for words in lines if len(words) > 1 and words[0] != "stride"]


def cdeg(text: str) -> int:
    """Centi-degrees of a number as people write it: "16" -> 1600, "0.5" -> 50, "-7.25" -> -725."""
    whole, _, part = text.partition(".")
    value = abs(int(whole)) * 100 + int((part + "00")[:2])
    return -value if text[0] == "-" else value


def word_of(words: list, value: int):
    """The word for a register's value, or None. A bit without codes is off or on."""
    for pair in words[2:] or ("off=0", "on=1"):
        word, _, number = pair.partition("=")
        if number == str(value):
            return word
    return None


def value_of(words: list, word: str) -> int:
    """The register's value for a word. Raises CodecError when the device has no such word."""
    for pair in words[2:] or ("off=0", "on=1"):
        found, _, number = pair.partition("=")
        if found == word:
            return int(number)
    raise CodecError(word)


def span_of(words: list) -> tuple:
    """(lowest, highest, step) in cdeg of a number's line."""
    low, _, high = (words[3] if len(words) > 3 else "-30..60").partition("..")
    return cdeg(low), cdeg(high), cdeg(words[5]) if len(words) > 5 else 1


def counts_of(words: list, value_cdeg: int) -> int:
    """Register value, 0..65535, of a temperature put into the range of this register."""
    low, high, _ = span_of(words)
    value = min(max(value_cdeg, low), high)
    if words[2][-1] == "F":
        value = (value * 9 + 2) // 5 + 3200
    return (value * int(words[2][:-2]) + 50) // 100 & 0xFFFF


def cdeg_of(words: list, value: int):
    """Temperature of a register value, on the register's step; None outside of its range."""
    low, high, step = span_of(words)
    counts = int(words[2][:-2])
    value = ((value - 65536 if value & 0x8000 else value) * 100 + counts // 2) // counts
    if words[2][-1] == "F":
        value = ((value - 3200) * 10 + 9) // 18
    value = (value + step // 2) // step * step
    return value if low <= value <= high else None

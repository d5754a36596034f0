"""The registers of a unit as short lines, and the passage between values and words.

A map stays text: on a board pairs and tuples take several times its heap, and a look-up happens
once a poll. A unit file has it as people write it (notation.md); survey.py makes this of it, a
register a line: where it is written, which poll has it at which place, its name, and then its
codes, or counts to the kelvin (negative: to the degree Fahrenheit), lowest, highest and step in
cdeg:

    H1.1.0 mode heat=1 cool=2
    H5.1.4 setpoint 100 1600 3000 50
"""

from splitstat.control.types import CodecError


def registers(text: str) -> list:
    """The lines as lists of words."""
    lines = []
    for line in text.split("\n"):
        lines.append(line.split())
    return lines


def word_of(words: list, value: int):
    """The word for a register's value, or None."""
    for pair in words[2:]:
        word, _, number = pair.partition("=")
        if number == str(value):
            return word
    return None


def value_of(words: list, word: str) -> int:
    """The register's value for a word. Raises CodecError when the device has no such word."""
    for pair in words[2:]:
        found, _, number = pair.partition("=")
        if found == word:
            return int(number)
    raise CodecError(word)


def counts_of(words: list, value_cdeg: int) -> int:
    """Register value, 0..65535, of a temperature put into the range of this register."""
    counts = int(words[2])
    value = min(max(value_cdeg, int(words[3])), int(words[4]))
    if counts < 0:
        value = (value * 9 + 2) // 5 + 3200
    return (value * abs(counts) + 50) // 100 & 0xFFFF


def cdeg_of(words: list, value: int):
    """Temperature of a register value, on the register's step; None outside of its range."""
    counts, low, high, step = [int(word) for word in words[2:6]]
    value = value - 65536 if value & 0x8000 else value
    value = (value * 100 + abs(counts) // 2) // abs(counts)
    if counts < 0:
        value = ((value - 3200) * 10 + 9) // 18
    value = (value + step // 2) // step * step
    return value if low <= value <= high else None

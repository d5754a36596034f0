"""The registers of a device, read from text (notation.md), and the passage between values and
words.

Nothing is sent here. Texts of codes stay text: on a board they take a third of the heap of pairs,
and a look-up happens once a poll.
"""

from collections import namedtuple

from splitstat.control.types import CodecError

# table: C D H I; codes: text of word=value, or ""; counts to the kelvin (or degree Fahrenheit), 0:
# no number; low, high, step in cdeg.
Register = namedtuple(
    "Register",
    ("name", "table", "address", "codes", "counts", "fahrenheit", "low", "high", "step"),
)


def cdeg(text: str) -> int:
    """Centi-degrees of a number as people write it: "16" -> 1600, "0.5" -> 50, "-7.25" -> -725."""
    whole, _, part = text.partition(".")
    value = abs(int(whole)) * 100 + int((part + "00")[:2])
    return -value if text[0] == "-" else value


def register(line: str, shift: int) -> Register:
    """One line of the notation, with addresses moved by `shift`."""
    words = line.split()
    counts, fahrenheit, low, high, step = 0, False, -3000, 6000, 1
    codes = []
    for i in range(2, len(words)):
        word = words[i]
        if "=" in word:
            codes.append(word)
        elif "/" in word:
            counts = int(word[:-2])
            fahrenheit = word[-1] == "F"
        elif ".." in word:
            first, _, last = word.partition("..")
            low, high = cdeg(first), cdeg(last)
        elif word != "by":
            step = cdeg(word)
    return Register(
        name=words[1],
        table=words[0][0],
        address=int(words[0][1:]) + shift,
        codes=" ".join(codes),
        counts=counts,
        fahrenheit=fahrenheit,
        low=low,
        high=high,
        step=step,
    )


def read_map(text: str, index: int) -> tuple:
    """(registers ordered by table and address, one register a request?) of unit number `index`."""
    shift = 0
    single = False
    found = []
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("stride"):
            _, first, each = line.split()
            shift = int(first) + int(each) * index
        elif line == "single":
            single = True
        elif line:
            found.append(register(line, shift))
    # (table, address) is unique, so the order is the same on every VM.
    found.sort(key=lambda r: (r.table, r.address))
    return found, single


def words(codes: str) -> list:
    """The words of a text of codes, each once, in its order."""
    found = []
    for pair in codes.split():
        word = pair.partition("=")[0]
        if word not in found:
            found.append(word)
    return found


def word_of(codes: str, value: int):
    """The word for a register's value, or None."""
    for pair in codes.split():
        word, _, number = pair.partition("=")
        if int(number) == value:
            return word
    return None


def value_of(codes: str, word: str) -> int:
    """The register's value for a word. Raises CodecError when the device has no such word."""
    for pair in codes.split():
        if pair.startswith(word + "="):
            return int(pair[len(word) + 1 :])
    raise CodecError("no " + word)


def counts_of(r: Register, value_cdeg: int) -> int:
    """Register value, 0..65535, of a temperature put into the range and on the step of this
    register."""
    value = min(max(value_cdeg, r.low), r.high)
    value = (value + r.step // 2) // r.step * r.step
    if r.fahrenheit:
        value = (value * 9 + 2) // 5 + 3200
    return (value * r.counts + 50) // 100 & 0xFFFF


def cdeg_of(r: Register, value: int):
    """Temperature of a register value, on the register's step, or None when it is outside of the
    range."""
    value = (value - 65536 if value & 0x8000 else value) * 100
    value = (value + r.counts // 2) // r.counts
    if r.fahrenheit:
        value = ((value - 3200) * 10 + 9) // 18
    value = (value + r.step // 2) // r.step * r.step
    return value if r.low <= value <= r.high else None

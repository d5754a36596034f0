"""Nested lists of integers, words, truths and None, in few bytes: what a snapshot is made of.

First byte: 0 None, 1 False, 2 True, 3 an integer to follow (zigzag, 7 bits a byte, low first),
4..0x3F the integer 0..0x3B, 0x40 + n a list of n, 0x80 + n a word: WORDS[n], or 0xFF: its length
and itself.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

WORDS: str = (
    "off heat cool heat_cool dry fan_only hold away vacation auto quiet low medium_low medium "
    "medium_high high highest middle lowest frost_risk no_heating no_cooling "
    "cools_while_heating heats_while_cooling"
)
_MOST = const(62)  # a longer list would run into the tags of words


def pack(value, out: bytearray, words=None):
    """Appends a value. Raises ValueError for one that cannot be packed."""
    words = words or WORDS.split(" ")
    if value is None:
        out.append(0)
    elif value is False or value is True:
        out.append(2 if value else 1)
    elif isinstance(value, int):
        if 0 <= value < 0x3C:
            out.append(value + 4)
            return
        out.append(3)
        value = value * 2 if value >= 0 else -value * 2 - 1
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        out.append(value)
    elif isinstance(value, str):
        if value in words:
            out.append(0x80 + words.index(value))
        else:
            text = value.encode()
            out.append(0xFF)
            out.append(len(text))
            out.extend(text)
    elif isinstance(value, (list, tuple)) and len(value) <= _MOST:
        out.append(0x40 + len(value))
        for each in value:
            pack(each, out, words)
    else:
        raise ValueError("cannot be packed")

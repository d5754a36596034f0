"""Packed bytes back to what they were made of (packed.py). Needed once, at the start."""

from splitstat.app.packed import WORDS


def unpack(data):
    """The value. Raises ValueError where the bytes do not end with it."""
    value, at = _unpack(data, 0, WORDS.split(" "))
    if at != len(data):
        raise ValueError
    return value


def _unpack(data, at, words):
    if at >= len(data):
        raise ValueError
    tag = data[at]
    at += 1
    if tag < 3:
        return (None, False, True)[tag], at
    if tag == 3:
        value = shift = 0
        more = True
        while more:
            if at >= len(data) or shift > 63:
                raise ValueError
            value |= (data[at] & 127) << shift
            more = data[at] > 127
            shift += 7
            at += 1
        return (-(value + 1 >> 1) if value & 1 else value >> 1), at
    if tag < 0x40:
        return tag - 4, at
    if tag < 0x80:
        found = []
        for _ in range(tag - 0x40):
            each, at = _unpack(data, at, words)
            found.append(each)
        return found, at
    if tag < 0xFF:
        if tag - 0x80 >= len(words):
            raise ValueError("no such word")
        return words[tag - 0x80], at
    if at >= len(data) or at + 1 + data[at] > len(data):
        raise ValueError
    end = at + 1 + data[at]
    return str(bytes(data[at + 1 : end]), "utf-8"), end

"""The packets of MQTT 3.1.1 that a client says. Pure: values in, bytes out.

Source: OASIS standard MQTT Version 3.1.1, chapters 2 and 3.
"""


def text(words) -> bytes:
    """A string, or bytes, with its length in front. Raises ValueError above 65,535 bytes."""
    data = words if type(words) is bytes else words.encode()
    if len(data) > 65535:
        raise ValueError("too long")
    return bytes((len(data) >> 8, len(data) & 255)) + data


def head(first: int, size: int) -> bytes:
    """The fixed header: type and flags, then how many bytes follow (below 2**28)."""
    data = [first]
    while size > 127:
        data.append(size & 127 | 128)
        size >>= 7
    data.append(size)
    return bytes(data)


def connect(name, keep_alive_s: int, will=None, user=None, password=None) -> bytes:
    """The body of CONNECT for a session that keeps nothing.

    will: (topic, payload), to be said by the broker, retained, when we are lost."""
    flags = 2
    parts = [text(name)]
    if will:
        flags |= 0x2C  # at least once, retained
        parts.append(text(will[0]))
        parts.append(text(will[1]))
    if user is not None:
        flags |= 0x80
        parts.append(text(user))
        if password is not None:
            flags |= 0x40
            parts.append(text(password))
    start = b"\x00\x04MQTT\x04" + bytes((flags, keep_alive_s >> 8, keep_alive_s & 255))
    return start + b"".join(parts)


def subscribe(filters) -> bytes:
    """The body of SUBSCRIBE after its number, each filter at least once."""
    return b"".join([text(each) + b"\x01" for each in filters])

"""How a session with an MQTT broker begins. Loaded for that.

Source of the packets: OASIS standard MQTT Version 3.1.1, chapters 2 and 3.
"""

from splitstat.app import resolver
from splitstat.app.mqtt import text


async def begin(mqtt):
    """Opens the line and is let in; then what was not acknowledged before is said again. mqtt: of
    mqtt.py. Raises OSError or ValueError."""
    open = mqtt.open or resolver.connect
    mqtt.reader, mqtt.writer = await open(*mqtt.place)
    keep_s = mqtt.keep_s
    await mqtt.write(0x10, connect(keep_s * 2 + 1 if keep_s > 1 else 2, *mqtt.hello))
    kind, body, _ = await mqtt.packet()
    if kind != 0x20 or len(body) != 2 or body[1]:
        raise ValueError("refused")
    mqtt.flight = [each for each in mqtt.flight if each[2] >> 4 == 3]
    for each in mqtt.flight:
        each[1] = 0
        await mqtt.write(each[2] | 8, each[3], each[4])


def connect(keep_alive_s: int, name, will=None, user=None, password=None) -> bytes:
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


async def subscribe(mqtt, filters):
    """At least once each."""
    body = b"".join([text(each) + b"\x01" for each in filters])
    await mqtt.numbered(0x82, b"", (body,))

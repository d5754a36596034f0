"""A frame in the words of infra-red blasters that listen at a broker.

    tasmota    "0,+9000-4500+560-1690CdC..." for its command IRSend. 0 is a carrier of 38 kHz,
               else it is in Hz. + is a mark, - a space; each duration that is new takes the next
               letter, which stands for it from then on: a capital for a mark, a small one for a
               space (tasmota.github.io/docs/IRSend-RAW-Encoding, since 9.0). One has 16 bits.
    esphome    {"hz":38000,"us":[9000,-4500,...]}, spaces negative, as transmit_raw wants them
    broadlink  base64 of a packet: 0x26, 0 repeats, length, then durations in 8192/269 us, one
               byte each or 0 and two, and 13 5 at the end (protocol.md of python-broadlink); its
               carrier is 38 kHz

The space after the last mark is left out: nothing follows it. None of this was tried on a device.
"""

KINDS = ("tasmota", "esphome", "broadlink")
_LETTERS = 26


def words(kind: str, hz: int, timings) -> list:
    """The payload as pieces of bytes. timings: us, a mark first. Raises ValueError for what the
    blaster cannot say."""
    n = len(timings) - (len(timings) & 1 ^ 1)
    if kind == "tasmota":
        return _tasmota(hz, timings, n)
    if kind == "esphome":
        return _esphome(hz, timings, n)
    if hz < 36000 or hz > 40000:
        raise ValueError("%d Hz" % hz)
    return _broadlink(timings, n)


def _tasmota(hz, timings, n):
    known = {}
    pieces = [b"%d," % (0 if hz == 38000 else hz)]
    for i in range(n):
        us = timings[i]
        if us > 65535:
            raise ValueError("%d us" % us)
        letter = known.get(us)
        if letter is not None:
            pieces.append(bytes((letter + (32 if i & 1 else 0),)))
        else:
            if len(known) < _LETTERS:
                known[us] = 65 + len(known)
            pieces.append((b"-%d" if i & 1 else b"+%d") % us)
    return pieces


def _esphome(hz, timings, n):
    pieces = [b'{"hz":%d,"us":[%d' % (hz, timings[0])]
    for i in range(1, n):
        pieces.append((b",-%d" if i & 1 else b",%d") % timings[i])
    pieces.append(b"]}")
    return pieces


def _broadlink(timings, n):
    from binascii import b2a_base64

    size = n + 2
    for i in range(n):
        size += 2 * (timings[i] * 269 + 4096 >= 256 * 8192)
    packet = bytearray(4 + size)
    packet[0] = 0x26
    packet[2] = size & 255
    packet[3] = size >> 8
    at = 4
    for i in range(n):
        units = (timings[i] * 269 + 4096) // 8192
        if units > 255:
            packet[at + 1] = units >> 8
            at += 2
        packet[at] = units & 255
        at += 1
    packet[at] = 13
    packet[at + 1] = 5
    return [b2a_base64(bytes(packet)).strip()]

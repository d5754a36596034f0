"""Samples of a receiver's pin become the marks and spaces that were sent, whichever word of a
pair comes first and wherever the pieces are cut."""

from splitstat.ir.samples import Samples

NS = 6378
SENT = [9000, 4500] + [620, 540, 620, 1600] * 12 + [620, 19980] + [620, 1600, 620, 540] * 8 + [620]


def sampled(timings, swapped, idle_us=130000):
    """Bytes of machine.I2S for a message between two pauses."""
    bits = []
    level = 1
    at_us = 0
    for us in [3217] + list(timings) + [idle_us]:
        at_us += us
        while len(bits) * NS // 1000 < at_us:
            bits.append(level)
        level = 1 - level
    bits += [1] * (-len(bits) % 64)
    data = bytearray()
    for k in range(0, len(bits), 64):
        words = []
        for first in (k, k + 32):
            word = bytearray()
            for byte in range(first + 24, first - 1, -8):
                value = 0
                for bit in bits[byte : byte + 8]:
                    value = value << 1 | bit
                word.append(value)
            words.append(word)
        data += words[1] + words[0] if swapped else words[0] + words[1]
    return data


def near(got, sent):
    return len(got) == len(sent) and max(abs(got[i] - sent[i]) for i in range(len(sent))) <= 8


def test_a_message_in_either_order_of_words():
    for swapped in (False, True):
        data = sampled(SENT, swapped)
        for piece in (8, 512, 4096):
            samples = Samples(NS)
            for at in range(0, len(data), piece):
                part = data[at : at + piece]
                samples.feed(part, len(part))
            assert samples.begun
            got = samples.take()
            assert got is not None and near(got, SENT), (swapped, piece)
            assert not samples.begun and samples.take() is None


def test_the_order_is_found_once():
    samples = Samples(NS)
    data = sampled(SENT, True)
    for _ in range(3):
        samples.feed(data, len(data))
        assert near(samples.take(), SENT)


def test_silence_is_nothing():
    samples = Samples(NS)
    samples.feed(b"\xff" * 4096, 4096)
    assert not samples.begun and samples.take() is None


def test_a_message_that_goes_on_is_not_over():
    samples = Samples(NS)
    data = sampled(SENT, False, idle_us=50000)
    samples.feed(data, len(data))
    assert samples.begun and samples.take() is None
    samples.drop()
    assert not samples.begun


def test_a_second_message_waits_until_the_first_is_taken():
    samples = Samples(NS)
    data = sampled(SENT, False)
    for _ in range(2):
        samples.feed(data, len(data))
    assert near(samples.take(), SENT)
    assert samples.take() is None


def test_noise_without_end_is_dropped():
    samples = Samples(NS)
    data = sampled([100, 100] * 600 + [100], False)
    samples.feed(data, len(data))
    assert samples.begun
    assert samples.take() is None and not samples.begun

"""CRC-8 of polynomial x^8 + x^5 + x^4 + 1, most significant bit first (1-Wire computes it the
other way: ds18b20.py).

Sources: Sensirion SHT3x-DIS data sheet, section 4.12 (0xBEEF -> 0x92); Measurement Specialties
HTU21D data sheet, "CRC checksum" (0x683A -> 0x7C). Bit by bit: a table of 256 bytes costs more
heap than it saves time on six bytes.
"""


def msb_first(data, crc: int) -> int:
    """crc: the initial value; 0xFF for Sensirion and AHT20, 0 for HTU21D and Si7021."""
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = ((crc << 1) ^ 0x31) & 0xFF if crc & 0x80 else crc << 1
    return crc


def words(data, count: int, crc: int):
    """`count` 16-bit words that are each followed by their sum, as a list; None where a sum or the
    length is wrong.
    """
    if len(data) != 3 * count:
        return None
    found = []
    for at in range(0, 3 * count, 3):
        if msb_first(data[at : at + 2], crc) != data[at + 2]:
            return None
        found.append(data[at] << 8 | data[at + 1])
    return found

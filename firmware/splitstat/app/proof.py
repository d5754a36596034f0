"""HMAC-SHA256 (FIPS 198-1) and a comparison that tells nothing by its time."""

import hashlib


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """FIPS 198-1, for a key of at most 64 bytes."""
    key = key + bytes(64 - len(key))
    inner = hashlib.sha256(bytes([byte ^ 0x36 for byte in key]))
    inner.update(message)
    outer = hashlib.sha256(bytes([byte ^ 0x5C for byte in key]))
    outer.update(inner.digest())
    return outer.digest()


def same(known: bytes, said: bytes) -> bool:
    """Whether both are equal; takes as long for any wrong answer of the right length."""
    if len(known) != len(said):
        return False
    different = 0
    for i in range(len(known)):
        different |= known[i] ^ said[i]
    return different == 0

"""Who may ask: one token of the board's own, proved without ever being sent.

Law: the page proves that it knows the token by HMAC-SHA256(token, nonce), a nonce serves once,
and five wrong proofs close the door for 60 s, then 120 and so on, for a right proof too. Who got
in has a session of 128 random bits, in RAM only, until it has been idle for half an hour.

There is no default password: the token is made on the first boot, after the radio is on (only then
is os.urandom truly random on an ESP32), and shown on the serial line. Source of the figures: ETSI
EN 303 645, 5.1. What has to stay between two requests is a Visitors (web.py); this module is
loaded while somebody asks.
"""

import binascii
import os

from splitstat.app.proof import hmac_sha256, same

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789"  # 32 signs; no 1, i, l, o
_NONCES = const(4)
_SESSIONS = const(4)
_TRIES = const(5)
_LOCK_S = const(60)
_LONGEST_LOCK_S = const(3600)


def new_token() -> str:
    """26 signs of 5 bits each: 130 random bits that a person can type."""
    return "".join([_ALPHABET[byte & 31] for byte in os.urandom(26)])


def _random_word() -> bytes:
    return binascii.hexlify(os.urandom(16))


def challenge(visitors) -> str:
    """A nonce to be signed; the oldest of four is forgotten."""
    visitors.nonces = visitors.nonces[1 - _NONCES :] + [_random_word()]
    return visitors.nonces[-1].decode()


def wait_s(visitors, now_s: int) -> int:
    """How long the door stays closed, 0 when it is open."""
    return max(0, visitors.closed_until_s - now_s)


def enter(visitors, now_s: int, nonce: str, proof: str):
    """The new session's word for the right proof (64 lower-case hexadecimal digits); None for
    any other, and while the door is closed."""
    nonce_bytes = nonce.encode()
    fresh = nonce_bytes in visitors.nonces
    if fresh:
        visitors.nonces.remove(nonce_bytes)
    right = binascii.hexlify(hmac_sha256(visitors.key, nonce_bytes))
    if wait_s(visitors, now_s):
        return None
    if not same(right, proof.encode()) or not fresh:
        visitors.failures += 1
        visitors.wrong += 1
        if visitors.wrong % _TRIES == 0:
            lock_s = _LOCK_S << min(visitors.wrong // _TRIES - 1, 6)
            visitors.closed_until_s = now_s + min(lock_s, _LONGEST_LOCK_S)
        return None
    visitors.wrong = 0
    word = _random_word()
    visitors.sessions = visitors.sessions[1 - _SESSIONS :] + [[word, now_s]]
    return word.decode()

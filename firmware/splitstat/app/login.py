"""Who may ask: one token of the board's own, proved without ever being sent.

Law: the page proves that it knows the token by HMAC-SHA256(token, nonce), a nonce serves once,
and five wrong proofs close the door for 60 s, then 120 and so on, for a right proof too. Who got
in has a session of 128 random bits, in RAM only, until it has been idle for half an hour.

There is no default password: the token is made on the first boot, after the radio is on (only then
is os.urandom truly random on an ESP32), and shown on the serial line. Source of the figures: ETSI
EN 303 645, 5.1; NIST FIPS 198-1 for the HMAC.
"""

import binascii
import hashlib
import os

_ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789"  # 32 signs; no 1, i, l, o
_NONCES = 4
_SESSIONS = 4
_IDLE_S = 1800
_TRIES = 5
_LOCK_S = 60
_LONGEST_LOCK_S = 3600


def new_token() -> str:
    """26 signs of 5 bits each: 130 random bits that a person can type."""
    return "".join([_ALPHABET[byte & 31] for byte in os.urandom(26)])


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


def _random_word() -> bytes:
    return binascii.hexlify(os.urandom(16))


class Login:
    """token: text of new_token(). All times are seconds of one clock that never goes back."""

    def __init__(self, token: str):
        self.key = token.encode()
        self.nonces = []
        self.sessions = []  # [word, seconds of its last use]
        self.wrong = 0
        self.closed_until_s = 0
        self.failures = 0  # since the start, for the diagnostics

    def challenge(self) -> str:
        """A nonce to be signed; the oldest of four is forgotten."""
        self.nonces = self.nonces[1 - _NONCES :] + [_random_word()]
        return self.nonces[-1].decode()

    def wait_s(self, now_s: int) -> int:
        """How long the door stays closed, 0 when it is open."""
        return max(0, self.closed_until_s - now_s)

    def enter(self, now_s: int, nonce: str, proof: str):
        """The new session's word for the right proof (64 lower-case hexadecimal digits); None for
        any other, and while the door is closed."""
        nonce_bytes = nonce.encode()
        fresh = nonce_bytes in self.nonces
        if fresh:
            self.nonces.remove(nonce_bytes)
        right = binascii.hexlify(hmac_sha256(self.key, nonce_bytes))
        if self.wait_s(now_s):
            return None
        if not same(right, proof.encode()) or not fresh:
            self.failures += 1
            self.wrong += 1
            if self.wrong % _TRIES == 0:
                lock_s = _LOCK_S << min(self.wrong // _TRIES - 1, 6)
                self.closed_until_s = now_s + min(lock_s, _LONGEST_LOCK_S)
            return None
        self.wrong = 0
        word = _random_word()
        self.sessions = self.sessions[1 - _SESSIONS :] + [[word, now_s]]
        return word.decode()

    def knows(self, now_s: int, word: str) -> bool:
        """Whether the session lives; looking at it keeps it alive."""
        said = word.encode()
        found = None
        for session in self.sessions:
            if same(session[0], said) and now_s - session[1] < _IDLE_S:
                found = session
        if found is None:
            return False
        found[1] = now_s
        # The least recently used is the first to go when a fifth comes.
        self.sessions.remove(found)
        self.sessions.append(found)
        return True

    def leave(self, word: str):
        """Ends a session; a word that is none does no harm."""
        said = word.encode()
        self.sessions = [session for session in self.sessions if not same(session[0], said)]

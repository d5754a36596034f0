"""Messages between the boards of one home: who may speak, and what is not heard twice.

Law: a message counts only when its HMAC-SHA256 (cut to 128 bits) is right under the home's key,
and when it repeats a challenge that this board gave out within the last 45 s; of one sender the
later message counts, never an earlier one, and none twice. What is anything else is dropped
without an answer and counted. Messages are authentic, not secret.

Why no replay gets in, without a clock that boards share and without a memory that survives. Each
round a board puts eight new random bytes into what it says, its challenge, beside the newest one
that it took from each other board. A message with our challenge was made after we gave it out: it
is younger than that, whatever the sender did in between, so nothing from before our own start can
ever count. Messages of one sender count in the order of (our challenge in it, its number), which
must rise. Within one run of a sender the number rises. After a restart it begins at 0 again, and
then only a newer challenge of ours is above the last pair: old messages carry older ones, for a
board never repeats a challenge that was not yet given out. So a restarted sender needs no word
of its own, it has only to hear us once.
To get to know each other, a board takes the challenge of an authentic message that proves nothing
when the sender has proved nothing for 25 s. Whoever replays one makes us repeat a challenge that
nobody waits for, until the sender's next message: he can disturb, as whoever jams can, not speak.

One message, at most 1,000 bytes:
    "Sn1"  length and name of the sender  number, 4 bytes  its challenge, 8 bytes
    count of repeated challenges  each of them, 8 bytes  the text  HMAC, 16 bytes
Numbers: most significant byte first. HMAC: NIST FIPS 198-1; cut to its left half, RFC 2104, 5.
"""

import hashlib
from array import array

from splitstat.app.proof import hmac_sha256, same

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_MAGIC = b"Sn1"
MOST = 1000  # bytes of a message
TEXT = 780  # bytes of its text, beside a name of 32 and 15 challenges
_GIVEN = const(8)  # challenges of ours that are remembered
_YOUNG_S = const(45)
_SILENT_S = const(25)


class Sender:
    """What is known of another board."""

    def __init__(self):
        self.challenge = None  # its newest, to be repeated
        self.order = (-1, 0)  # (our challenge, its number) of its last message that counted
        self.proved_s = None  # when that was
        self.strange = True  # its last message proved nothing: it may not have heard of us


class Door:
    """key: of the home, at least 16 bytes. names: of the other boards. random: os.urandom."""

    def __init__(self, key: bytes, home: str, name: str, names, random):
        # A key of its own for this use and this home, of a size that HMAC takes.
        self.key = hmac_sha256(hashlib.sha256(key).digest(), b"neighbours of " + home.encode())
        self.name = name.encode()
        self.random = random
        self.senders = {}
        for other in names:
            self.senders[other.encode()] = Sender()
        self.given = bytearray(8 * _GIVEN)
        self.given_s = array("i", bytes(4 * _GIVEN))
        self.rounds = 0
        self.number = 0
        self.dropped = 0
        self.hurry = False  # somebody is there who should hear of us soon

    def turn(self, now_s: int):
        """A new round: a new challenge."""
        k = self.rounds % _GIVEN
        self.given[8 * k : 8 * k + 8] = self.random(8)
        self.given_s[k] = now_s
        self.rounds += 1
        self.hurry = False

    def seal(self, text: bytes) -> bytes:
        """A message that says this, after turn()."""
        out = bytearray(_MAGIC)
        out.append(len(self.name))
        out.extend(self.name)
        number = self.number
        self.number = number + 1
        for shift in (24, 16, 8, 0):
            out.append(number >> shift & 255)
        k = (self.rounds - 1) % _GIVEN
        out.extend(self.given[8 * k : 8 * k + 8])
        count_at = len(out)
        out.append(0)
        for name in self.senders:
            challenge = self.senders[name].challenge
            if challenge is not None:
                out[count_at] += 1
                out.extend(challenge)
        out.extend(text)
        out.extend(hmac_sha256(self.key, bytes(out))[:16])
        return bytes(out)

    def open(self, now_s: int, data: bytes):
        """(name of the sender, how old at most in s, text) of a message that counts, or None."""
        found = None
        try:
            if data[4 : 4 + data[3]] == self.name:
                return None  # our own voice
            found = self._opened(now_s, data)
        except IndexError:
            pass
        if found is None:
            self.dropped += 1
        return found

    def _opened(self, now_s, data):
        if len(data) > MOST or data[:3] != _MAGIC:
            return None
        if not same(hmac_sha256(self.key, data[:-16])[:16], data[-16:]):
            return None
        at = 4 + data[3]
        sender = self.senders.get(data[4:at])
        if sender is None:
            return None
        number = data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]
        challenge = data[at + 4 : at + 12]
        begin = at + 13
        end = begin + 8 * data[at + 12]
        given = -1
        while begin < end:
            given = max(given, self._given(now_s, data[begin : begin + 8]))
            begin += 8
        order = (given, number)
        # Also not above the last: a restarted board that repeats what it is to get anew.
        strange = given < 0 or order <= sender.order
        silent = sender.proved_s is None or now_s - sender.proved_s > _SILENT_S
        if strange or sender.strange or silent:
            self.hurry = True
        sender.strange = strange
        if strange:
            if silent:
                sender.challenge = challenge
            return None
        sender.order = order
        sender.proved_s = now_s
        sender.challenge = challenge
        return str(data[4:at], "utf-8"), now_s - self.given_s[given % _GIVEN], data[end:-16]

    def _given(self, now_s, challenge):
        """The round in which we gave it out, or -1 where it is none of ours, or too old."""
        for i in range(max(0, self.rounds - _GIVEN), self.rounds):
            k = i % _GIVEN
            if self.given[8 * k : 8 * k + 8] == challenge:
                return i if now_s - self.given_s[k] <= _YOUNG_S else -1
        return -1

"""The log-in: HMAC against published vectors, lock-out, sessions that end and give way."""

import binascii
import os
import sys


class Os:
    """Stands in where the port has no os.urandom: the WebAssembly VM."""

    count = 0

    @staticmethod
    def urandom(size):
        Os.count += 1
        return bytes([(Os.count * 97 + 31 * i * i + i * Os.count) & 255 for i in range(size)])


if not hasattr(os, "urandom"):
    sys.modules["os"] = Os  # pyright: ignore

# ruff: noqa: E402
from splitstat.app import login
from splitstat.app.proof import hmac_sha256, same
from splitstat.app.web import Visitors

TOKEN = "kq7xm2r9tvbn4hw8cdzpsejg35"


def proof_of(visitors, nonce, token=TOKEN):
    return binascii.hexlify(hmac_sha256(token.encode(), nonce.encode())).decode()


def entered(visitors, now_s, token=TOKEN):
    nonce = login.challenge(visitors)
    return login.enter(visitors, now_s, nonce, proof_of(visitors, nonce, token))


def session_of(visitors, word):
    return next(each for each in visitors.sessions if each[0] == word.encode())


def test_hmac_is_that_of_rfc_4231():
    """Test cases 1, 2 and 3 of RFC 4231, section 4."""
    for key, message, digest in (
        (
            bytes([0x0B] * 20),
            b"Hi There",
            b"b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            b"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            bytes([0xAA] * 20),
            bytes([0xDD] * 50),
            b"773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
    ):
        assert binascii.hexlify(hmac_sha256(key, message)) == digest


def test_same():
    assert same(b"abc", b"abc")
    assert not same(b"abc", b"abd")
    assert not same(b"abc", b"ab")
    assert not same(b"abc", b"")


def test_a_token_is_what_it_says():
    tokens = [login.new_token() for _ in range(20)]
    for token in tokens:
        assert len(token) == 26
        for sign in token:
            assert sign in "abcdefghjkmnpqrstuvwxyz023456789"
    assert len(set(tokens)) == 20


def test_a_nonce_serves_once():
    visitors = Visitors(TOKEN)
    nonce = login.challenge(visitors)
    assert login.enter(visitors, 0, nonce, proof_of(visitors, nonce)) is not None
    assert login.enter(visitors, 0, nonce, proof_of(visitors, nonce)) is None


def test_a_nonce_of_ones_own_is_none():
    visitors = Visitors(TOKEN)
    nonce = "0" * 32
    assert login.enter(visitors, 0, nonce, proof_of(visitors, nonce)) is None


def test_the_oldest_of_four_nonces_is_forgotten():
    visitors = Visitors(TOKEN)
    nonces = [login.challenge(visitors) for _ in range(5)]
    assert login.enter(visitors, 0, nonces[0], proof_of(visitors, nonces[0])) is None
    assert login.enter(visitors, 0, nonces[1], proof_of(visitors, nonces[1])) is not None


def test_every_prefix_of_the_credential_is_refused():
    """Of the token, and of the right proof; the same as anything else that is wrong."""
    for length in range(len(TOKEN)):
        assert entered(Visitors(TOKEN), 0, TOKEN[:length]) is None
    visitors = Visitors(TOKEN)
    for length in range(64):
        visitors.closed_until_s = 0
        nonce = login.challenge(visitors)
        assert login.enter(visitors, 0, nonce, proof_of(visitors, nonce)[:length]) is None
    assert visitors.failures == 64
    visitors.closed_until_s = 0
    assert entered(visitors, 0) is not None


def test_the_fifth_wrong_proof_closes_the_door_longer_each_time():
    visitors = Visitors(TOKEN)
    now_s = 1000
    for lock_s in (60, 120, 240, 480, 960, 1920, 3600, 3600):
        for _ in range(4):
            assert entered(visitors, now_s, "wrong") is None
            assert login.wait_s(visitors, now_s) == 0
        assert entered(visitors, now_s, "wrong") is None
        assert login.wait_s(visitors, now_s) == lock_s
        assert entered(visitors, now_s + lock_s - 1) is None  # the right one, too
        now_s += lock_s
        assert login.wait_s(visitors, now_s) == 0
    assert entered(visitors, now_s) is not None
    for _ in range(4):
        assert entered(visitors, now_s, "wrong") is None
    assert login.wait_s(visitors, now_s) == 0  # the right one began the count anew


def test_what_comes_while_it_is_closed_does_not_close_it_longer():
    visitors = Visitors(TOKEN)
    for _ in range(5):
        entered(visitors, 0, "wrong")
    for now_s in range(1, 60):
        entered(visitors, now_s, "wrong")
    assert login.wait_s(visitors, 60) == 0


def test_a_session_ends_after_half_an_hour_of_nothing():
    visitors = Visitors(TOKEN)
    session = session_of(visitors, entered(visitors, 0))
    assert visitors.stays(1799, session)
    assert visitors.stays(1799 + 1799, session)
    assert not visitors.stays(1799 + 1799 + 1800, session)


def test_the_fifth_session_ends_the_first():
    visitors = Visitors(TOKEN)
    sessions = [session_of(visitors, entered(visitors, 0)) for _ in range(5)]
    assert [visitors.stays(0, session) for session in sessions] == [False] + [True] * 4

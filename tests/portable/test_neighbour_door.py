"""Messages between boards: what counts, and everything that must not."""

from three_boards import door


def acquainted(now_s=100):
    """Two doors that know each other's challenges."""
    one, two = door("attic"), door("west")
    for _ in range(2):
        for speaker, listener in ((one, two), (two, one)):
            speaker.turn(now_s)
            listener.open(now_s, speaker.seal(b""))
    return one, two


def test_what_is_said_arrives_once():
    one, two = acquainted()
    one.turn(110)
    data = one.seal(b"warm here")
    assert two.open(113, data) == ("attic", 13, b"warm here")
    dropped = two.dropped
    for _ in range(3):
        assert two.open(114, data) is None
    assert two.dropped == dropped + 3


def test_every_single_bit_error_is_refused():
    one, two = acquainted()
    one.turn(110)
    data = one.seal(b"[1,2]")
    for bit in range(8 * len(data)):
        wrong = bytearray(data)
        wrong[bit // 8] ^= 1 << bit % 8
        assert two.open(110, bytes(wrong)) is None, bit
    assert two.open(110, data) is not None


def test_every_shorter_and_longer_message_is_refused():
    one, two = acquainted()
    one.turn(110)
    data = one.seal(b"[1,2]")
    for n in range(len(data)):
        assert two.open(110, data[:n]) is None, n
    assert two.open(110, data + b"\0") is None
    assert two.open(110, bytes(1001)) is None
    assert two.open(110, data) is not None


def test_another_key_or_home_or_board_is_refused():
    _, two = acquainted()
    for foreign in (
        door("attic", key="00112233445566778899aabbccddeefe"),
        door("attic", of="another flat"),
        door("garage"),
    ):
        for now_s in (110, 120):
            foreign.open(now_s, two.seal(b""))
            foreign.senders[b"west"].challenge = bytes(two.given[8:16])
            foreign.turn(now_s)
            assert two.open(now_s, foreign.seal(b"")) is None
    assert two.senders[b"attic"].proved_s == 100


def test_an_old_message_does_not_come_before_a_new_one():
    one, two = acquainted()
    one.turn(110)
    early, late = one.seal(b"early"), one.seal(b"late")
    assert two.open(110, late) is not None
    assert two.open(110, early) is None


def test_a_held_back_message_is_refused_when_its_challenge_is_old():
    one, two = acquainted()
    one.turn(110)
    held = one.seal(b"heat")
    assert two.open(146, held) is None
    one, two = acquainted()
    one.turn(110)
    assert two.open(145, one.seal(b"heat")) == ("attic", 45, b"heat")


def test_a_restarted_sender_is_heard_and_what_it_said_before_is_not():
    one, two = acquainted()
    recorded = []
    for now_s in (110, 120, 130):
        one.turn(now_s)
        recorded.append(one.seal(b"before"))
        assert two.open(now_s, recorded[-1]) is not None
        two.turn(now_s)
        one.open(now_s, two.seal(b""))
    one.turn(132)
    kept_back = one.seal(b"before, never delivered")
    again = door("attic")
    again.turn(133)
    hello = again.seal(b"hello")
    assert two.open(133, hello) is None and two.hurry
    two.turn(134)
    again.open(134, two.seal(b""))
    again.turn(135)
    assert two.open(135, again.seal(b"after")) == ("attic", 1, b"after")
    for data in recorded + [kept_back, hello]:
        assert two.open(136, data) is None


def test_a_restarted_listener_believes_nothing_from_before():
    one, two = acquainted()
    recorded = []
    for now_s in range(110, 200, 10):
        one.turn(now_s)
        recorded.append(one.seal(b"before"))
        two.turn(now_s)
        one.open(now_s, two.seal(b""))
    again = door("west")
    for _ in range(3):
        again.turn(201)
        for data in recorded:
            assert again.open(201, data) is None
    one.turn(202)
    assert again.open(202, one.seal(b"")) is None
    again.turn(203)
    one.open(203, again.seal(b""))
    one.turn(204)
    # `one` still hears the challenge of the run that has ended, until that was silent for 25 s.
    one.turn(230)
    again.turn(230)
    one.open(230, again.seal(b""))
    assert again.open(230, one.seal(b"now")) == ("attic", 0, b"now")


def test_a_replayed_hello_does_not_take_a_living_board_off():
    one, two = acquainted()
    stranger_from_before = door("attic")
    stranger_from_before.turn(0)
    hello = stranger_from_before.seal(b"")
    for now_s in range(101, 120):
        two.open(now_s, hello)
    two.turn(120)
    assert one.open(120, two.seal(b"still known")) is not None


def test_random_bytes_do_no_harm():
    _, two = acquainted()
    x = 12345
    heard = 0
    for n in range(400):
        data = bytearray(b"Sn1\x05attic")
        for _ in range(n % 90):
            x = (x * 1103 + 12345) % 1048576
            data.append(x >> 8 & 255)
        heard += two.open(130, bytes(data)) is not None
    assert heard == 0

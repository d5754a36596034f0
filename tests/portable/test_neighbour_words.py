"""What boards tell each other reaches the control core and the page, and nothing absurd does."""

import json

from splitstat.app import neighbour_words
from three_boards import KEY, NAMES, board, exchange, scan

HEAD = [1, 50, 0, 0, 0]


def heard_by_west(first, age_s=7, lines=b""):
    """(refused, house of the board west) after attic said this."""
    west = board("west")
    attic = west.heard[0][1]
    try:
        text = json.dumps(first).encode() + lines
        neighbour_words.take(west.house, attic, "attic", age_s, text)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return True, west.house
    return False, west.house


def test_a_report_comes_out_as_it_was():
    refused, house = heard_by_west([None, None, [[0, 6, 7200, [[2, 50, 90, 1, 1]]]], 1])
    assert not refused
    (report,) = house.inputs.peers
    assert report == ("attic", 0, 7, 6, 7193, (("cool", 50, 90, "heat", True),))


def test_the_absurd_is_refused():
    for unit in (
        [0, -1, 0, [HEAD]], [0, 100001, 0, [HEAD]], [0, True, 0, [HEAD]], [0, "6", 0, [HEAD]],
        [0, 6.0, 0, [HEAD]], [0, None, 0, [HEAD]], [1, 6, 0, [HEAD]], [-1, 6, 0, [HEAD]],
        [0, 6, -1, [HEAD]], [0, 6, 500000001, [HEAD]], [0, 6, 0, []], [0, 6, 0, [HEAD, HEAD]],
        [0, 6, 0, [[3, 50, 0, 0, 0]]], [0, 6, 0, [[1, -1, 0, 0, 0]]],
        [0, 6, 0, [[1, 50, -1, 0, 0]]], [0, 6, 0, [[1, 50, 0, 9, 0]]],
        [0, 6, 0, [[1, 50, 0, 0, 2]]], [0, 6, 0, [[1, 50, 0, 0]]], [0, 6, 0, 5], [0, 6, 0], 5,
    ):  # fmt: skip
        refused, house = heard_by_west([None, None, [unit], 1])
        assert refused and house.inputs.peers == [], unit
    for first in (
        5, None, {}, "x", [], [None, None, []], [None, None, [], 17], [None, None, [], -1],
        ["javascript:0", None, [], 1], [5, None, [], 1], [None, 6001, [], 1],
        [None, 20.5, [], 1], [None, "x", [], 1],
    ):  # fmt: skip
        refused, house = heard_by_west(first)
        assert refused and house.inputs.outdoor_cdeg is None, first
    good = [None, None, [], 1]
    room = [0] + [None] * len(neighbour_words.SHOWN)
    room[1] = "bedroom"
    assert not heard_by_west(good, 7, b"\n" + json.dumps(room).encode())[0]
    for line in (room[:-1], room + [0], [1] + room[1:], [0, 5] + room[2:], 7, ["x" * 400] + room):
        assert heard_by_west(good, 7, b"\n" + json.dumps(line).encode())[0], line
    for junk in (b"", b"{", b"[0", b"\xff\xfe", b"null"):
        assert heard_by_west(good, 7, b"\n" + junk)[0], junk


def test_the_outdoor_air_is_told_by_who_measures_it_and_not_passed_on():
    boards = [board(name) for name in NAMES]
    boards[0].house.heard_outdoor(-320, 0)
    for now_s in range(0, 60, 10):
        exchange(boards, now_s)
        for each in boards:
            scan(each.house, now_s + 10)
    assert [each.house.inputs.outdoor_cdeg for each in boards] == [-320] * 3
    assert [each.house.outdoor_rank for each in boards] == [0, 2, 2]
    first = json.loads(next(iter(neighbour_words.said(boards[1].house))).split(b"\n")[0])
    assert first[1] is None


def test_boards_agree_and_show_each_others_rooms_within_two_rounds():
    boards = [board(name) for name in NAMES]
    for now_s in range(22):
        exchange(boards, now_s)
        for each in boards:
            if now_s % 5 == 0:
                scan(each.house, now_s + 10)
    for each in boards:
        peers = each.house.controller.gates[0].peers
        assert peers.fresh and peers.agreed, each.house.board
        shown = list(each.boards())
        assert [one["board"] for one in shown] == [n for n in NAMES if n != each.house.board]
        for one in shown:
            (room,) = one["rooms"]
            assert room["name"] == "room " + one["board"]
            assert room["room_cdeg"] == 2050
            assert sorted(room) == sorted(neighbour_words.SHOWN)
        assert each.door.dropped < 10


def test_a_restarted_board_is_on_every_page_again_within_ten_seconds():
    for gone_s in (3, 20, 30, 60, 3600):
        boards = [board(name) for name in NAMES]
        for now_s in range(60):
            exchange(boards, now_s)
        for now_s in range(60, 60 + gone_s):
            exchange(boards[:2], now_s)
        boards[2] = board("west")
        for now_s in range(60 + gone_s, 67 + gone_s):
            exchange(boards, now_s)
        for each in boards[:2]:
            assert each.door.senders[b"west"].proved_s >= 60 + gone_s, gone_s
        assert [len(one["rooms"]) for one in boards[2].boards()] == [1, 1], gone_s


def test_a_board_that_was_cut_off_is_heard_again_within_ten_seconds():
    for gone_s in (3, 20, 30, 60, 3600):
        boards = [board(name) for name in NAMES]
        for now_s in range(60):
            exchange(boards, now_s)
        for now_s in range(60, 60 + gone_s):
            exchange(boards[:2], now_s)
            exchange(boards[2:], now_s)
        back_s = 60 + gone_s
        for now_s in range(back_s, back_s + 11):
            exchange(boards, now_s)
        for each in boards:
            for name in each.door.senders:
                assert each.door.senders[name].proved_s >= back_s, (gone_s, name)


def test_no_text_is_too_long_for_a_message():
    west = board("west")
    for name in ("attic", "cellar"):
        west.door.senders[name.encode()].challenge = bytes(8)
    west.house.traits = west.house.traits * 16
    room = west.house.home["rooms"][0]
    names = ["a room with a longish name %d" % i for i in range(16)]
    west.house.home["rooms"] = [dict(room, name=name) for name in names]
    for each in (west.house.outputs.rooms, west.house.inputs.rooms, west.house.controller.rooms,
                 west.house.at_s, west.house.mute):  # fmt: skip
        each.extend([each[0]] * 15)
    west.house.faults = lambda room: ("sensor_failed", "no_heating", "cools_while_heating")
    texts = list(neighbour_words.said(west.house))
    assert 3 < len(texts) < 10
    for text in texts:
        assert len(text) <= 780 and len(west.door.seal(text)) <= 1000
    assert sum([text.count(b"\n") for text in texts]) == 16


def test_a_key_is_a_key():
    for wrong in ("", "00", "zz" * 16, KEY[:30], KEY + "0"):
        try:
            board("west", wrong)
        except ValueError:
            continue
        raise AssertionError(wrong)

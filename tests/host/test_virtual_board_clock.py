"""The clock of a home whose boards are faster than life: late news never makes it jump."""

import struct
from unittest.mock import Mock

import pytest

from host_sim.virtual_board import clock
from host_sim.virtual_board.board_state import BoardState
from host_sim.virtual_board.home_server import HomeServer

SECOND_US = 1_000_000


class Wall:
    """The machine's own clock, set by hand."""

    us = SECOND_US

    def __call__(self):
        return self.us


@pytest.mark.parametrize("word", [b"K\3", b"d\3"])
def test_a_waking_that_is_heard_late_costs_no_watchdog(tmp_path, monkeypatch, word):
    """A board rests for five seconds, its watchdog is to bite after thirty; its next word waits
    for half a second of a busy machine, which would be half an hour at home."""
    wall = Wall()
    monkeypatch.setattr(clock, "real_us", wall)
    server = HomeServer(tmp_path / "home", Mock(), 3600)
    bites = []
    board = BoardState(server, "main", 0, Mock(), tmp_path / "nvs", {}, bites.append)
    board.main = board.events = Mock()
    server.boards["main"] = board
    begun_us = server.now_us()
    board.message(b"D\1" + struct.pack("<I", 30_000))
    board.message(b"W\2" + struct.pack("<qq", begun_us, begun_us + 5 * SECOND_US))
    server.clock.rest(True, server._next_us())
    wall.us += SECOND_US // 2
    board.message(word)
    wall.us += SECOND_US // 2
    server.later.due(server.now_us())
    assert bites == []
    assert begun_us <= server.now_us() <= begun_us + 5 * SECOND_US
    server.selector.close()
    server.listener.close()


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """(server, its only board, what that board was told, the wall's clock)."""
    wall = Wall()
    monkeypatch.setattr(clock, "real_us", wall)
    server = HomeServer(tmp_path / "home", Mock(), 100)
    board = BoardState(server, "main", 0, Mock(), tmp_path / "nvs", {}, Mock())
    board.main = board.events = Mock()
    server.boards["main"] = board
    yield server, board, board.events.send, wall
    server.selector.close()
    server.listener.close()


def ahead_us(server, board, told) -> int:
    """How far it is let go by itself after a rest."""
    now_us = server.now_us()
    board.message(b"W\2" + struct.pack("<qq", now_us, now_us))
    board.end_rest(now_us)
    number, until_us = struct.unpack("<Bq", told.call_args[0][0][9:])
    assert number == 2
    return until_us - now_us


def test_a_board_alone_goes_ahead_to_the_next_appointment(alone):
    server, board, told, _ = alone
    most_us = round(100 * clock.AHEAD_S * SECOND_US)
    assert ahead_us(server, board, told) == most_us
    server.later.at(server.now_us() + 3000, Mock())
    assert ahead_us(server, board, told) == 3000


def test_a_board_with_a_neighbour_asks_every_time(alone, tmp_path):
    server, board, told, _ = alone
    other = BoardState(server, "other", 1, Mock(), tmp_path / "other", {}, Mock())
    server.boards["other"] = other
    assert ahead_us(server, board, told) > 0  # nobody is there yet
    other.main = Mock()
    assert ahead_us(server, board, told) == 0


def test_what_a_board_went_ahead_the_wall_is_waited_for(alone):
    """A second at home in no time at all; at a hundred times life's speed it takes 10 ms."""
    server, board, _, wall = alone
    begun_us = server.now_us()
    server.later.at(begun_us + 60 * SECOND_US, Mock())
    reached_us = begun_us + SECOND_US
    board.message(b"W\2" + struct.pack("<qq", reached_us, reached_us + SECOND_US))
    server.clock.rest(True, server._next_us())
    assert server.now_us() == reached_us
    wall.us += 10_000
    assert server.now_us() == reached_us
    assert server.clock.real_s_until(reached_us + SECOND_US) == pytest.approx(0.01)
    wall.us += 5_000
    assert server.now_us() == reached_us + SECOND_US // 2

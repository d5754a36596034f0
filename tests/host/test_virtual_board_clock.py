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

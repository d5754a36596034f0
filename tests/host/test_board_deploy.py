"""`splitstat deploy` over the real mpremote to a virtual board, from an empty disk to a warm
room."""

import pytest

from board_homes import bedroom, hurry, page
from page_boards import TOKEN
from splitstat_cli import board_tree, deploy, home_file, vms

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)
SECRETS = {"wifi": {"ssid": "home", "password": "password"}, "token": TOKEN}


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """A board at its prompt with an empty disk. The tests follow each other on it."""
    folder = tmp_path_factory.mktemp("deploy")
    with bedroom(folder, tree=False, speed=5, start_c=15.0, http=18230) as made:
        made.start()
        made.wait(lambda: ">>> " in made.console, 20, "the prompt")
        yield made


def deployed(board, **secrets):
    home = home_file.load(board.about.path)
    return deploy.one(home, "main", board.port, {**SECRETS, "port": 18230, **secrets})


def test_an_empty_board_becomes_healthy_and_its_room_warm(board):
    done = deployed(board)
    assert done["healthy"]
    assert (done["slot"], done["runs"]) == ("a", "/a")
    assert done["sent_bytes"] > 100_000
    assert (done["copied_files"], done["kept_files"]) == (0, 0)
    door = page(board, 18230)
    assert door.json("/api/state")["rooms"][0]["name"] == "bedroom"
    hurry(board, 600)
    board.wait(lambda: board.frames, 20, "a command")
    board.wait(lambda: board.rooms["bedroom"] > 19.5, 28, "the setpoint")
    assert board.violations == []
    hurry(board, 5)


def test_the_second_time_only_what_changed_is_sent(board):
    done = deployed(board)
    assert done["healthy"]
    assert done["slot"] == "b"
    assert done["sent_files"] == 0
    changed = deployed(board, note="x")
    assert changed["healthy"]
    assert (changed["slot"], changed["sent_files"]) == ("a", 1)


@pytest.mark.slow  # twenty times real time: a machine busy with other tests is too slow for it
def test_a_broken_application_gives_way_to_the_one_before(board, monkeypatch):
    slot = board_tree.slot

    def broken(home, name):
        files = slot(home, name)
        files["splitstat/app.mpy"] = b"no module"
        del files[board_tree.MANIFEST]
        return files | {board_tree.MANIFEST: board_tree.manifest(files, home.boards[name])}

    monkeypatch.setattr(board_tree, "slot", broken)
    hurry(board, 20)
    done = deployed(board)
    assert (done["slot"], done["runs"], done["healthy"]) == ("b", "/a", False)
    assert page(board, 18230).json("/api/state")["rooms"][0]["name"] == "bedroom"
    monkeypatch.setattr(board_tree, "slot", slot)
    again = deployed(board)
    assert (again["slot"], again["runs"], again["healthy"]) == ("b", "/b", True)

"""An update over the page of a virtual board: the real files, the real server, a real restart."""

import json

import pytest

from command import splitstat
from source_files import REPOSITORY
from splitstat_cli import board_tree, vms
from splitstat_cli.board_page import BoardPage
from splitstat_cli.board_virtual import VirtualBoard
from splitstat_cli.mistakes import BoardError
from splitstat_cli.update import healthy, send

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)
HOME = REPOSITORY / "host_sim/homes/flat.toml"
TOKEN = "kq7xm2r9tvbn4hw8cdzpsejg35"


def remade(files: dict, kind: str, changed: dict) -> dict:
    """A slot's files with some of them changed, and a manifest that says so."""
    files = {path: text for path, text in files.items() if path != board_tree.MANIFEST}
    files |= changed
    return files | {board_tree.MANIFEST: board_tree.manifest(files, kind)}


@pytest.fixture(scope="module")
def board():
    with VirtualBoard(HOME, speed=20, http=18240, secrets={"token": TOKEN}) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 60, "health")
        yield board


def host(board) -> str:
    return board.page.removeprefix("http://")


def test_an_update_is_sent_by_the_command_and_proves_good(board):
    page = BoardPage(host(board), TOKEN)
    assert page.ask("POST", "/api/update/state", {}) == {"slot": "/a", "unproved": False}
    done = splitstat(
        "update", HOME, "--host", host(board), "--token", TOKEN, "--json", timeout_s=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    done = {"sent_files": 0, "sent_bytes": 0, "healthy": True}
    assert said == {**done, "not_sent": ["home.json"]}
    state = BoardPage(host(board), TOKEN).ask("POST", "/api/update/state", {})
    assert state == {"slot": "/b", "unproved": False}
    assert board.violations == []


def test_one_that_cannot_start_goes_back_by_itself(board):
    page = BoardPage(host(board), TOKEN)
    before = page.ask("POST", "/api/update/state", {})["slot"]
    starts = board.state.starts
    files = board_tree.slot(board.home.about, board.name)
    bad = remade(files, board.kind, {"splitstat/app.mpy": b"M\x06\x00\x1fno module"})
    done = send(page, bad, TOKEN)
    assert done["sent_files"] == 1
    board.wait(lambda: board.state.starts >= starts + 4, 120, "the fourth start")
    assert not healthy(host(board), TOKEN, before)
    state = BoardPage(host(board), TOKEN).ask("POST", "/api/update/state", {})
    assert state == {"slot": before, "unproved": False}


@pytest.mark.parametrize(
    ("word", "body", "sentence"),
    [
        ("begin", {"signature": "0" * 64}, "the signature is not made with this board's key"),
        ("begin", {}, "the signature is missing"),
        ("look", {"first": 0}, "begin first"),
        ("finish", {}, "not every file is what the manifest says"),
        ("piece", {"path": "board.mpy", "at": 0, "data": "AAAA"}, "send the signed manifest"),
        ("piece", {"path": "board.mpy", "at": -1, "data": "AAAA"}, "send path, at and data"),
        ("piece", {"path": "../main.py", "at": 0, "data": "AAAA"}, "send the signed manifest"),
        ("elsewhere", {}, "there is no such question"),
    ],
)
def test_what_is_refused_has_one_sentence(board, word, body, sentence):
    page = BoardPage(host(board), TOKEN)
    manifest = {"path": "manifest.json", "at": 0, "data": "e30K"}
    page.ask("POST", "/api/update/piece", manifest)
    with pytest.raises(BoardError, match=sentence):
        page.ask("POST", f"/api/update/{word}", body)


def test_nobody_else_may_update(board):
    with pytest.raises(BoardError, match="not the token"):
        BoardPage(host(board), "wrong")
    page = BoardPage(host(board), TOKEN)
    page.cookie = ""
    with pytest.raises(BoardError, match="log in first"):
        page.ask("POST", "/api/update/finish", {})

"""An update over the page of a virtual board: the real files, the real server, a real restart."""

import json
import tarfile

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


def stands(page) -> tuple:
    """(slot that runs, whether it has proved good)."""
    said = page.ask("GET", "/api/diagnostics")
    return said["slot"], said["proved"]


def test_an_update_is_sent_by_the_command_and_proves_good(board):
    page = BoardPage(host(board), TOKEN)
    assert stands(page) == ("/a", True)
    done = splitstat(
        "update", HOME, "--host", host(board), "--token", TOKEN, "--json", timeout_s=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    done = {"sent_files": 0, "sent_bytes": 0, "healthy": True}
    assert said == {**done, "not_sent": []}
    assert stands(BoardPage(host(board), TOKEN)) == ("/b", True)
    assert board.violations == []


@pytest.mark.parametrize("words", [[], ["--host", "127.0.0.1", "--file", "x.tar"]])
def test_it_goes_to_a_board_or_into_a_file(words):
    done = splitstat("update", HOME, *words)
    assert done.returncode == 2 and "--host" in done.stderr


def test_the_file_has_what_the_command_would_send(tmp_path):
    assert splitstat("update", HOME, "--file", tmp_path / "update.tar").returncode == 0
    with tarfile.open(tmp_path / "update.tar") as tar:
        names = tar.getnames()
        manifest = tar.extractfile("manifest.json").read()  # pyright: ignore  (it is there)
    assert names[0] == "manifest.json" and "home.json" in names
    assert sorted(names[1:]) == [path for path, _, _ in json.loads(manifest)["files"]]


# A module of another version, and one at whose end the VM reads on for ever: the watchdog ends it.
ENDLESS = pytest.param(b"M\x06\x00\x1fno module", marks=pytest.mark.slow)


@pytest.mark.parametrize("module", [b"M\x05", ENDLESS])
def test_one_that_cannot_start_goes_back_by_itself(board, module):
    page = BoardPage(host(board), TOKEN)
    before, _ = stands(page)
    starts = board.state.starts
    files = board_tree.slot(board.home.about, board.name)
    bad = remade(files, board.kind, {"splitstat/app.mpy": module})
    done = send(page, bad, TOKEN)
    assert done["sent_files"] == 1
    board.wait(lambda: board.state.starts >= starts + 4, 120, "the fourth start")
    assert not healthy(host(board), TOKEN, before)
    assert stands(BoardPage(host(board), TOKEN)) == (before, True)


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

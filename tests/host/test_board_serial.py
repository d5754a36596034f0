"""`splitstat board info|backup|restore|logs` against a virtual board, over its terminal."""

import json
import zipfile

import pytest

from command import splitstat
from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_virtual import VirtualBoard

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)
HOME = REPOSITORY / "host_sim/homes/flat.toml"
SECRETS = {"token": "kq7xm2r9tvbn4hw8cdzpsejg35"}


@pytest.fixture(scope="module")
def board():
    with VirtualBoard(HOME, speed=20, http=18250, secrets=SECRETS) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 60, "health")
        yield board


def said(board, *words):
    done = splitstat("board", *words, "--port", board.port, "--json", timeout_s=90)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def test_info_says_what_runs(board):
    found = said(board, "info")
    assert found["slot"] == "a" and found["slots"]["b"] is None
    assert found["slots"]["a"]["board"] == board.kind
    assert found["disk_free"] > 100000


def test_a_backup_has_no_secret_and_goes_back(board, tmp_path):
    archive = tmp_path / "board.zip"
    said(board, "backup", archive)
    with zipfile.ZipFile(archive) as files:
        names = files.namelist()
        texts = b"".join(files.read(name) for name in names)
    assert "home.json" in names and "a/home.json" in names
    assert not [name for name in names if "secret" in name]
    assert SECRETS["token"].encode() not in texts and b"password" not in texts
    assert said(board, "restore", archive)["files"] == len(names)
    seen = board.state.starts
    board.wait(lambda: board.state.starts >= seen, 20, "a start")


@pytest.mark.parametrize("name", ["secrets.json", "main.py", "data/../main.py", "data/.x", "a/x"])
def test_what_is_no_backup_is_refused(board, tmp_path, name):
    archive = tmp_path / "other.zip"
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr(name, "x")
    done = splitstat("board", "restore", archive, "--port", board.port)
    assert done.returncode == 2 and "is not part of a backup" in done.stderr


def test_logs_are_those_of_a_new_start(board):
    done = splitstat("board", "logs", "--port", board.port, "--seconds", 8, timeout_s=60)
    assert done.returncode == 0, done.stderr
    assert "splitstat: the page's token is" in done.stdout

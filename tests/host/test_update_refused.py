"""A package that the owner signed, and that the board must refuse all the same: older, for another
board, or with files outside of its slot. What is refused changes nothing that could start."""

import json
import os

import pytest

from splitstat.app.update import Update
from splitstat_cli import board_tree
from splitstat_cli.board_page import signature

SECRET = "kq7xm2r9tvbn4hw8cdzpsejg35"
KIND = "esp32_devkitc"
FILES = {"board.mpy": b"facts" * 40, "splitstat/app.mpy": b"application" * 300}


def everything_below(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def board(tmp_path):
    """Two slots with the same whole application; /a runs."""
    for slot in ("a", "b"):
        files = FILES | {board_tree.MANIFEST: board_tree.manifest(FILES, KIND)}
        board_tree.write(files, tmp_path / slot)
    return tmp_path


def offered(board, manifest: bytes):
    """What the board says to a manifest with a good signature."""
    taker = Update(SECRET.encode(), str(board / "a"), str(board / "b"))
    assert taker.piece(board_tree.MANIFEST, 0, manifest) is None
    return taker, taker.begin(signature(SECRET, manifest))


def changed(manifest: bytes, **head):
    """The manifest with other words in its first line."""
    first, _, rest = manifest.partition(b"\n")
    said = json.loads(first + b"]}") | head
    return json.dumps(said)[:-2].encode() + b"\n" + rest


def refused(board, manifest: bytes, word: str):
    before = everything_below(board)
    before.pop("b/manifest.new", None)  # of the offer before
    taker, why = offered(board, manifest)
    assert why is not None and word in why
    after = everything_below(board)
    assert after.pop("b/manifest.new") == manifest
    assert after == before
    assert taker.piece("board.mpy", 0, b"evil") == "send the signed manifest first"
    assert taker.finish() is not None
    assert everything_below(board)["b/manifest.json"] == before["b/manifest.json"]


def test_the_same_version_again_is_taken(board):
    assert offered(board, board_tree.manifest(FILES, KIND))[1] is None


def test_an_older_version_is_refused(board):
    manifest = board_tree.manifest(FILES, KIND)
    number = json.loads(manifest.partition(b"\n")[0] + b"]}")["number"]
    refused(board, changed(manifest, number=number - 1, version="0.0.9"), "older")


def test_a_package_for_another_board_is_refused(board):
    refused(board, board_tree.manifest(FILES, "esp32_s3_devkitc"), "esp32_s3_devkitc")


@pytest.mark.parametrize(
    "path",
    [
        "../main.py",
        "splitstat/../../main.py",
        "/main.py",
        "splitstat//app.mpy",
        "./board.mpy",
        ".hidden",
        "manifest.json",
        "manifest.new",
        "a\\..\\main.py",
        "splitstat/app.mpy\0.txt",
        "one/two/three/four.mpy",
        "n" * 61,
        "",
    ],
)
def test_a_file_that_no_slot_can_have_is_refused(board, path):
    refused(board, board_tree.manifest(FILES | {path: b"evil"}, KIND), "cannot have")
    assert not os.path.lexists(board / "main.py")


def test_a_signature_of_another_secret_is_refused(board):
    manifest = board_tree.manifest(FILES, KIND)
    taker = Update(SECRET.encode(), str(board / "a"), str(board / "b"))
    taker.piece(board_tree.MANIFEST, 0, manifest)
    assert "key" in (taker.begin(signature(SECRET + "x", manifest)) or "")
    assert "key" in (taker.begin("f" * 64) or "")
    assert "key" in (taker.begin("") or "")


def test_a_manifest_that_is_cut_is_refused_though_it_was_signed_so(board):
    whole = board_tree.manifest(FILES, KIND)
    for size in (0, 20, whole.index(b"\n") + 1, len(whole) - 3, len(whole) - 1):
        refused(board, whole[:size], "cannot be read")

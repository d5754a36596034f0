"""`splitstat update`: this version onto a board, over the network.

What the board has of it already is not sent, nor is what is not of the application: the home file,
and what a remote taught. The board checks signature, board, version and every
hash before it changes slots (firmware: app/update.py), starts on trial and goes back by itself.
"""

import base64
import time
from pathlib import Path

from rich.progress import Progress

from splitstat_cli import board_tree, deploy, home_file, learned, secrets_file
from splitstat_cli.board_page import BoardPage, signature
from splitstat_cli.mistakes import BoardError
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

PIECE = 2048
HEALTHY_S = 120


def run(
    home: Path, host: str, board: str | None, token: str, secrets: Path | None, as_json: bool
) -> int:
    """Exit status 1 where the board does not come back with what it was sent. Raises FileError and
    BoardError."""
    loaded = home_file.load_for_board(home)
    name = deploy.the_board(loaded, board)
    key = secrets_file.load(secrets, home).get("home", {}).get("key", token)
    files = board_tree.slot(loaded, name)
    taught = sorted(learned.files_of(loaded, name))
    page = BoardPage(host, token)
    slot = page.ask("POST", "/api/update/state", {})["slot"]
    done = send(page, files, key)
    with err.status("waiting until it has proved good"):
        done["healthy"] = healthy(host, token, slot)
    done["not_sent"] = ["home.json", *taught]
    if as_json:
        print_json(done)
    else:
        text = f"sent {done['sent_files']} of {len(files)} files ({done['sent_bytes']} bytes); "
        text += "it has proved good" if done["healthy"] else "no good sign yet: look at its page"
        out.print(text, markup=False, soft_wrap=True)
        text = "not sent: the home file"
        if taught:
            text += f", and what a remote taught ({', '.join(taught)})"
        out.print(f"{text}; `splitstat deploy` sends it over USB", markup=False, soft_wrap=True)
    return GOOD if done["healthy"] else MISSED


def send(page: BoardPage, files: dict[str, bytes], key: str) -> dict:
    """Sends what the board wants and lets it restart. Returns what was sent."""
    manifest = files[board_tree.MANIFEST]
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("manifest", total=len(manifest))
        _put(page, board_tree.MANIFEST, manifest, lambda n: progress.advance(task, n))
        page.ask("POST", "/api/update/begin", {"signature": signature(key, manifest)})
        progress.update(task, description="comparing")
        wanted = look(page)
        sent = sum(len(files[path]) for path in wanted)
        progress.update(task, total=len(manifest) + sent)
        for path in wanted:
            progress.update(task, description=path)
            _put(page, path, files[path], lambda n: progress.advance(task, n))
        progress.update(task, description="checking")
        if wanted and look(page):
            raise BoardError("the board did not keep what it was sent: try again")
        page.ask("POST", "/api/update/finish", {})
    return {"sent_files": len(wanted), "sent_bytes": sent}


def look(page: BoardPage) -> list[str]:
    """The files that the board still wants; it reads all of them."""
    wanted, first = [], 0
    while first is not None:
        said = page.ask("POST", "/api/update/look", {"first": first})
        wanted += said["wanted"]
        first = said["next"]
    return wanted


def _put(page: BoardPage, path: str, content: bytes, sent) -> None:
    for at in range(0, max(1, len(content)), PIECE):
        piece = content[at : at + PIECE]
        data = base64.b64encode(piece).decode()
        page.ask("POST", "/api/update/piece", {"path": path, "at": at, "data": data})
        sent(len(piece))


def healthy(host: str, token: str, old_slot: str) -> bool:
    """Waits for the board's restart: True once another slot than the old one has proved good."""
    end = time.monotonic() + HEALTHY_S
    time.sleep(3)
    while time.monotonic() < end:
        try:
            said = BoardPage(host, token).ask("POST", "/api/update/state", {})
            if not said["unproved"]:
                return said["slot"] != old_slot
        except BoardError:
            pass  # it restarts
        time.sleep(2)
    return False

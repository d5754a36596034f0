"""`splitstat update`: this version onto a board, over the network, or into a file for its page.

What the board has of it already is not sent. The home file goes along, in the slot, so that both
go back together; what a remote taught does not, nor does any secret. The board checks signature,
board, version and every hash before it changes slots (firmware: app/update.py), starts on trial
and goes back by itself.
"""

import base64
import time
from pathlib import Path

import typer
from rich.progress import Progress

from splitstat_cli import (
    board_tree,
    deploy,
    deploy_first,
    first_tree,
    home_file,
    learned,
    secrets_file,
    update_file,
)
from splitstat_cli.board_page import BoardPage, signature
from splitstat_cli.mistakes import BoardError
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

PIECE = 2048
HEALTHY_S = 120


def run(
    home: Path | None,
    host: str | None,
    board: str | None,
    token: str | None,
    secrets: Path | None,
    first_run: str | None,
    file: Path | None,
    as_json: bool,
) -> int:
    """Exit status 1 where the board does not come back with what it was sent. Raises FileError and
    BoardError.

    first_run: a kind of board, in place of a home: its wizard's answers stay. file: is written,
    and nothing is sent."""
    if host is not None and file is not None:
        raise BoardError("--host sends, --file writes what its page sends: say one of them")
    if host is None and file is None:
        raise BoardError("say --host, the address of its page, or --file, to send by the page")
    taught: list[str] = []
    if first_run is not None or home is None:
        files = first_tree.slot(deploy_first.allowed(home, first_run))
    else:
        loaded = home_file.load_for_board(home)
        name = deploy.the_board(loaded, board)
        files = board_tree.slot(loaded, name)
        taught = sorted(learned.files_of(loaded, name))
    if host is None:
        return _written(Path(file or ""), files, taught, as_json)
    if token is None:
        token = str(typer.prompt("Token of the board's page", hide_input=True))
    given = secrets_file.load(secrets, home or Path(secrets_file.NAME))
    page = BoardPage(host, token)
    slot = page.ask("GET", "/api/diagnostics")["slot"]
    done = send(page, files, given.get("home", {}).get("key", token))
    with err.status("waiting until it has proved good"):
        done["healthy"] = healthy(host, token, slot)
    done["not_sent"] = taught
    text = f"sent {done['sent_files']} of {len(files)} files ({done['sent_bytes']} bytes); "
    text += "it has proved good" if done["healthy"] else "no good sign yet: look at its page"
    _say(done, text, as_json)
    return GOOD if done["healthy"] else MISSED


def _written(file: Path, files: dict[str, bytes], taught: list[str], as_json: bool) -> int:
    content = update_file.packed(files)
    try:
        file.write_bytes(content)
    except OSError as why:
        raise BoardError(f"{file}: {why.strerror}") from None
    done = {"file": str(file), "bytes": len(content), "not_sent": taught}
    _say(done, f"{file}: {len(files)} files; send it from the board's page, “Board”", as_json)
    return GOOD


def _say(done: dict, text: str, as_json: bool) -> None:
    if as_json:
        print_json(done)
        return
    out.print(text, markup=False, soft_wrap=True)
    if done["not_sent"]:
        taught = ", ".join(done["not_sent"])
        text = f"not sent: what a remote taught ({taught}); `splitstat deploy` sends it over USB"
        out.print(text, markup=False, soft_wrap=True)


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
            said = BoardPage(host, token).ask("GET", "/api/diagnostics")
            if said["proved"]:
                return said["slot"] != old_slot
        except BoardError:
            pass  # it restarts
        time.sleep(2)
    return False

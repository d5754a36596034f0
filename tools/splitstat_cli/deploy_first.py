"""`splitstat deploy --first-run KIND`: the application without a home, which a page then asks for.

Everything that a home could want goes along (first_tree.py). A home that was there is taken away;
what people learned and the board's own token stay. At the end stands what a phone wants to know:
the access point, its key, and the token.
"""

import re
from binascii import crc32
from pathlib import Path

from splitstat_cli import board_files, board_tree, deploy, first_tree, secrets_file, serial_board
from splitstat_cli.mistakes import BoardError
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

POINT = re.compile(r"access point (\S+) key (\S+) page (\S+)")
TOKEN = re.compile(r"the page's token is (\S+)")
# So that nothing that the board knows of a home before is in the way (firmware: app/start.py).
BEGUN = b'{"step":"wifi"}'


def run(
    home: Path | None, kind: str | None, port: str | None, secrets: Path | None, as_json: bool
) -> int:
    """Exit status 1 when the board does not become healthy. Raises FileError and BoardError."""
    kind = allowed(home, kind)
    given = {} if secrets is None else secrets_file.load(secrets, secrets)
    done = one(kind, port, given)
    if as_json:
        print_json(done)
    else:
        out.print(said(done), markup=False, soft_wrap=True)
    return GOOD if done["healthy"] else MISSED


def allowed(home: Path | None, kind: str | None) -> str:
    """The kind of a board without a home file. Raises BoardError."""
    if kind is None:
        raise BoardError("a home file is missing, or --first-run with the kind of the board")
    if home is not None:
        raise BoardError("--first-run is for a board without a home file: leave it out")
    known = board_files.known_boards()
    if kind not in known:
        raise BoardError(f'--first-run is "{kind}"; allowed are {", ".join(known)}')
    return kind


def one(kind: str, port: str | None, secrets: dict) -> dict:
    """Deploys, and returns what was done and what the board said of itself."""
    heard = []
    board = serial_board.open_board(port)
    try:
        plan = deploy.planned(board, first_tree.slot(kind))
        beside = board_tree.beside(secrets) | {"setup.json": BEGUN + b"\n%08x" % crc32(BEGUN)}
        beside = {p: text for p, text in beside.items() if deploy.differs(board, p, text)}
        sent = deploy.carry_out(board, plan, beside)
        for path in ("/home.json", f"/{plan.slot}/home.json"):
            serial_board.said(board, f"_gone({path!r})")
        serial_board.said(board, deploy.switch(plan.slot))
        board.exec_raw_no_follow("import machine\nmachine.reset()")
        with err.status("waiting for the page"):
            line = serial_board.listen(board, deploy.HEALTHY, deploy.HEALTHY_S, heard.append)
    finally:
        board.close()
    console = "\n".join(heard)
    point, token = POINT.search(console), TOKEN.search(console)
    return {
        "slot": plan.slot,
        "sent_files": len(plan.send) + len(beside),
        "sent_bytes": sent,
        "copied_files": len(plan.copy),
        "kept_files": plan.kept,
        "healthy": line is not None,
        "access_point": point[1] if point else None,
        "key": point[2] if point else None,
        "page": f"http://{point[3]}/" if point else None,
        "token": token[1] if token else None,
    }


def said(done: dict) -> str:
    if not done["healthy"] or done["access_point"] is None:
        return f"no page within {deploy.HEALTHY_S} s: `splitstat board logs` shows why"
    return (
        f"sent {done['sent_files']} files ({done['sent_bytes']} bytes). Take a phone:\n"
        f"  Wi-Fi     {done['access_point']}\n"
        f"  password  {done['key']}\n"
        f"  page      {done['page']} (most phones show it by themselves)\n"
        f"  token     {done['token']}"
    )

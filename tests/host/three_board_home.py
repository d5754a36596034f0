"""A home whose three rooms share an outdoor unit and hang on a board each, on virtual boards."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from splitstat_cli.board_page import BoardPage
from splitstat_cli.board_virtual import VirtualHome

TOKEN = "abcdefghjkmnpqrstuvwxyz234"
SECRETS = {"token": TOKEN, "home": {"key": "6b1e0c7a53f24d98a4e1b0c2d3f49586"}}
HOME = """
name = "three"
timezone = "Europe/Berlin"
[[outdoor_unit]]
name = "roof"
""" + "".join(
    f"""
[[board]]
name = "{board}"
kind = "esp32_devkitc"
[[room]]
name = "{room}"
board = "{board}"
unit = "gree.yaw1f"
pin = 25
heat = 20
cool = 25
[room.building]
use = "{use}"
area_m2 = {area}
"""
    for board, room, use, area in (
        ("one", "bedroom", "bedroom", 16),
        ("two", "office", "office", 12),
        ("three", "living", "living", 24),
    )
)


@contextmanager
def three_boards(folder, **more) -> Iterator[VirtualHome]:
    """The home with all its boards switched on."""
    path = folder / "home.toml"
    path.write_text(HOME)
    with VirtualHome(path, secrets=SECRETS, **more) as home:
        for board in home.boards.values():
            board.start()
        for board in home.boards.values():
            home.wait(lambda board=board: "splitstat: healthy" in board.console, 60, board.name)
        yield home


def page(home: VirtualHome, name: str) -> BoardPage:
    """Logged in at the page of a board, which may have begun a moment ago."""
    host = home.boards[name].page.removeprefix("http://")
    for _ in range(20):
        try:
            return BoardPage(host, TOKEN)
        except Exception:
            time.sleep(0.2)
    return BoardPage(host, TOKEN)


def seen(one: BoardPage) -> dict:
    """Board -> what the page knows of it."""
    return {each["board"]: each for each in one.ask("GET", "/api/state")["board"]["boards"]}

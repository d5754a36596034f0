"""The first run in a real browser: from an empty board, over its access point, to a room under
control, in less than three minutes of real time."""

import time

import pytest

from board_homes import bedroom, healthy, hurry
from conftest import need
from page_boards import TOKEN, PageBoard
from splitstat.control.types import OFF, UnitCommand
from splitstat_cli import vms

LIMIT_S = 180
PRESSES = {
    "OFF": OFF,
    "cool, 22": UnitCommand("cool", 2200, "auto", None, False),
    "heat, 22": UnitCommand("heat", 2200, "auto", None, False),
}


class Walk:
    """Somebody with a phone, and what they see: pictures go into pytest's folder."""

    def __init__(self, browser, board, folder, scheme):
        self.board = board
        self.folder = folder
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            color_scheme=scheme,
            timezone_id="Europe/Berlin",
        )
        self.page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def heading(self, text):
        self.page.get_by_role("heading", name=text, exact=True).wait_for()

    def press(self, name, exact=False):
        self.page.get_by_role("button", name=name, exact=exact).click()

    def see(self, text):
        self.page.get_by_text(text).first.wait_for()

    def picture(self, name):
        self.page.wait_for_timeout(200)
        self.page.screenshot(path=self.folder / f"{name}.png", full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_an_empty_board_to_a_controlled_room(browser, tmp_path, scheme):
    need(vms.missing("micropython"))
    port = 18310 + (scheme == "dark")
    with bedroom(tmp_path, first_run=True, speed=3, http=port, start_c=16.0) as board:
        board.state.radio.air = {"home": "password", "Café Zürich": "unknown12"}
        board.start()
        healthy(board)
        began_s = time.monotonic()
        walk = Walk(browser, board, tmp_path, scheme)
        walk.page.goto(board.page, wait_until="commit")
        walk.page.get_by_label("Token").wait_for()
        walk.picture("0_login")
        walk.page.get_by_label("Token").fill(TOKEN)
        walk.press("Log in")
        for step in (wifi, parts, unit, proof, room):
            try:
                step(walk)
            except Exception as why:
                why.add_note(walk.page.inner_text("body") + board.console[-2000:])
                raise
        walk.page.get_by_label("Token").fill(TOKEN)
        walk.press("Log in")
        walk.page.locator("article").get_by_text("waiting").first.wait_for()
        sent = len(board.frames)
        hurry(board, 60)
        board.wait(lambda: len(board.frames) > sent, 90, "control")
        hurry(board, 3)
        walk.page.locator("article").get_by_text("heating").first.wait_for()
        walk.picture("9_room")
        print(f"{scheme}: {time.monotonic() - began_s:.0f} s")
        assert time.monotonic() - began_s < LIMIT_S
        assert walk.errors == []
        assert board.violations == []
        frame = board.frames[-1]
        assert frame.command.mode == "heat" and frame.command.setpoint_cdeg >= 2000


def wifi(walk):
    page = walk.page
    walk.heading("Your Wi-Fi")
    page.get_by_label("home").check()
    walk.picture("1_wifi")
    page.get_by_label("Password").fill("wrong password")
    walk.press("Join")
    walk.see("refuses this password")
    walk.picture("1_wifi_refused")
    page.get_by_label("Password").fill("password")
    walk.press("Join")


def parts(walk):
    walk.heading("What hangs on this board")
    walk.see("SHT4x")
    walk.picture("2_parts")
    walk.page.reload()
    walk.see("SHT4x")
    walk.press("Go on")


def unit(walk):
    walk.heading("Press its handset")
    walk.picture("3_unit")
    walk.press("Listen")
    for name, command in PRESSES.items():
        walk.see(f"Press {name}")
        walk.page.wait_for_timeout(300)
        if name == "heat, 22":
            walk.picture("3_unit_listening")
        walk.board.press("bedroom", command)
    walk.see("One unit fits: ")
    walk.picture("3_unit_heard")
    walk.press("Go on", exact=True)
    walk.heading("Does it obey?")
    walk.press("Send “start”")
    walk.see("What did the unit do?")
    walk.picture("4_beep")
    walk.press("It beeped and starts")


def proof(walk):
    walk.heading("Does every word arrive?")
    before = len(walk.board.frames)
    walk.press("Send ten")
    walk.see("How many beeps did you count?")
    assert len(walk.board.frames) - before == 10
    walk.picture("5_aim")
    walk.press("8", exact=True)
    walk.see("8 of 10: move the lamp")
    walk.picture("5_aim_bad")
    walk.press("10", exact=True)
    walk.heading("Does the room answer?")
    walk.picture("6_test")
    walk.press("Begin")
    walk.see("Heating for")
    walk.picture("6_test_runs")
    hurry(walk.board, 60)
    walk.heading("The room")
    hurry(walk.board, 3)


def room(walk):
    walk.page.get_by_label("Its name").fill("Bed room")
    assert walk.page.get_by_label("Time zone").input_value() == "Europe/Berlin"
    walk.picture("7_room")
    walk.page.get_by_label("Somebody may be there at any time").check()
    walk.press("Go on")
    walk.heading("Ready")
    walk.picture("8_ready")
    walk.press("Finish")
    walk.page.get_by_label("Token").wait_for()
    shown = PageBoard(None, walk.board.home.http, walk.folder)
    assert shown.ask("GET", "/api/state", logged_in=False)[0] == 401

"""`splitstat deploy --first-run` and `splitstat board sim --empty`, as a maker meets them."""

import json
import signal
import subprocess
import sys
import time

import pytest

from board_homes import BEDROOM, bedroom, healthy, page, put
from command import ENTRY, splitstat
from page_boards import PageBoard
from splitstat.control.types import OFF, UnitCommand
from splitstat_cli import board_tree, deploy, deploy_first, first_tree, handset_prompt, vms
from splitstat_cli.mistakes import BoardError

FEW = ("units.gree", "units.midea", "sensors.sht4x")
no_vm = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@no_vm
def test_a_board_with_a_home_asks_for_another_after_it(tmp_path, monkeypatch):
    """With few of the unit files: all of them went over this line once by hand, and go by mip in
    test_package_json.py."""
    modules = [
        each
        for each in first_tree.modules()
        if each.count(".") < 2
        or each.removeprefix("splitstat.") in FEW
        or not each.startswith(("splitstat.units", "splitstat.sensors"))
    ]
    monkeypatch.setattr(first_tree, "modules", lambda: modules)
    with bedroom(tmp_path, speed=3, http=18320) as board:
        board.start()
        board.wait(lambda: deploy.HEALTHY in board.console, 40, "the home before")
        done = deploy_first.one("esp32_devkitc", board.port, {})
        assert done["healthy"]
        assert done["copied_files"] + done["kept_files"] > 20
        assert done["access_point"].startswith("splitstat-")
        assert len(done["key"]) == 12
        shown = PageBoard(None, 18320, tmp_path)
        assert shown.log_in(done["token"]) == 200
        assert shown.json("/api/setup")["facts"] == {"step": "wifi"}
        assert done["token"] in deploy_first.said(done)


@no_vm
def test_the_page_begins_it_anew(tmp_path):
    """On a board whose wizard made its home."""
    with bedroom(tmp_path, first_run=True, speed=3, http=18322) as board:
        sealed = board_tree.outside(board.home.about, board.name, {})["home.json"]
        put(board, {"home.json": sealed})
        board.start()
        healthy(board, timeout_s=40)
        shown = page(board, 18322)
        assert shown.json("/api/state")["rooms"][0]["name"] == "bedroom"
        assert shown.ask("POST", "/api/board/first_run", {})[0] == 200
        healthy(board, 2, timeout_s=40)
        assert page(board, 18322).json("/api/setup")["facts"] == {"step": "wifi"}


def test_what_does_not_go_together_is_said():
    for home, kind, words in (
        ("home.toml", "esp32_devkitc", "leave it out"),
        (None, "esp99", "allowed are"),
        (None, None, "a home file is missing"),
    ):
        with pytest.raises(BoardError, match=words):
            deploy_first.run(home, kind, None, None, False)
    assert splitstat("deploy").returncode == 2


def test_lines_of_the_handset():
    assert handset_prompt.command("OFF\n") == OFF
    assert handset_prompt.command("cool 22") == UnitCommand("cool", 2200, "auto", None, False)
    for line in ("", "heat", "heat x", "dry 20", "cool 22 23"):
        assert handset_prompt.command(line) is None


@no_vm
def test_an_empty_virtual_board_hears_what_is_typed(tmp_path):
    home = tmp_path / "bedroom.toml"
    home.write_text(BEDROOM)
    process = subprocess.Popen(
        [sys.executable, "-c", ENTRY, "board", "sim", str(home), "--empty", "--http", "18321"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        token = next(line.split()[-1] for line in process.stdout if "and log in with" in line)
        shown = PageBoard(None, 18321, tmp_path)
        assert shown.log_in(token) == 200
        ask(shown, "parts", {"lamp": 25, "receiver": 23, "sensor": None})
        ask(shown, "press", {"want": "off"})
        time.sleep(1)
        process.stdin.write("off\n")
        process.stdin.flush()
        end = time.monotonic() + 30
        while (job := shown.json("/api/setup")["job"])["state"] == "runs":
            assert time.monotonic() < end, job
            time.sleep(0.2)
        assert job["fits"] >= 1
        names = [name for name, _ in shown.json("/api/setup")["facts"]["fits"]]
        assert "gree.yaw1f" in names
        ask(shown, "step", {"to": "beep"})
        ask(shown, "try", {"unit": "gree.yaw1f", "mode": "heat"})
        assert any("the unit beeps, and shows heat 24" in line for line in process.stdout)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()


def ask(shown, word, body):
    code, _, text = shown.ask("POST", f"/api/setup/{word}", body)
    assert code == 200, (word, json.loads(text))

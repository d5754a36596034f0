"""From an empty board to a warm bedroom, and from a person's word, by whatever door, to the frame
that the unit understands: deployed by the real mpremote, asked by a real browser, over a real
broker and by a real Home Assistant."""

import shutil

import pytest

from board_homes import bedroom, hurry, page
from conftest import need
from home_assistant_peer import HomeAssistant
from mqtt_peers import Witness, wait_for
from page_boards import TOKEN
from splitstat_cli import deploy, home_file, vms

PORT = 18290
SCAN_S = 5.0  # of the board's time
SPEED = 2  # while somebody waits for an answer
ROOM = "splitstat/main/bedroom/"
CLIMATE = "climate.bedroom"
# So many that the budget of frames never holds a test up; it has tests of its own.
KEYS = "frames_per_hour = 60\n"
CHROMIUM = shutil.which("chromium")

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(scope="module")
def board(tmp_path_factory, broker):
    """A board with an empty disk, and a home deployed onto it. The tests follow each other."""
    folder = tmp_path_factory.mktemp("board")
    with bedroom(folder, keys=KEYS, tree=False, speed=5, start_c=15.0, http=PORT) as made:
        made.start()
        made.wait(lambda: ">>> " in made.console, 30, "the prompt")
        secrets = {"wifi": {"ssid": "home", "password": "password"}, "token": TOKEN, "port": PORT}
        secrets["mqtt"] = {"host": "127.0.0.1", "port": broker.port}
        home = home_file.load(made.about.path)
        assert deploy.one(home, "main", made.port, secrets)["healthy"]
        yield made
        assert made.violations == [] and made.lookups == []


def frame(board, act, **wanted):
    """What act() asks for is seen as a frame with these words within one scan; hands the command
    back."""
    before, asked_s = len(board.frames), board.now_s
    act()

    def sent():
        return [
            each
            for each in board.frames[before:]
            if each.command is not None
            and all(getattr(each.command, key) == value for key, value in wanted.items())
        ]

    try:
        found = board.wait(sent, 20, f"a frame with {wanted}")[0]
    except TimeoutError:
        said = page(board, PORT)
        raise AssertionError(said.json("/api/state"), said.json("/api/log")) from None
    assert found.at_s - asked_s <= SCAN_S, found
    return found.command


def heats(board):
    """Hurries until the unit heats, after the rest that it wants between two starts; then time
    goes slowly, and the broker, who is not in a hurry, has his board again."""
    hurry(board, 300)
    board.wait(lambda: board.frames and board.frames[-1].command.mode == "heat", 60, "heating")
    hurry(board, SPEED)
    door = page(board, PORT)
    board.wait(
        lambda: door.json("/api/diagnostics")["network"].get("mqtt") == "connected", 60, "MQTT"
    )
    return door.wait_for(0, 60, action="heating")


def test_the_bedroom_reaches_its_setpoint(board):
    hurry(board, 300)
    board.wait(lambda: board.frames, 60, "a command")
    assert board.frames[0].command.mode == "heat"
    board.wait(lambda: board.rooms["bedroom"] > 19.5, 60, "the setpoint")
    heats(board)


def test_by_mqtt(board, broker):
    witness = Witness(broker.port)
    wait_for(lambda: witness.last.get("splitstat/main/status") == "online")

    def say(key, value):
        return lambda: witness.say(ROOM + "set/" + key, value)

    was = frame(board, say("low", "22"), mode="heat")
    assert was.setpoint_cdeg >= 2200
    boosted = frame(board, say("preset", "boost"), mode="heat")
    assert boosted.setpoint_cdeg > was.setpoint_cdeg
    resumed = frame(board, say("preset", "none"), mode="heat")
    assert resumed.setpoint_cdeg < was.setpoint_cdeg
    frame(board, say("fan", "high"), mode="heat", fan="high")
    frame(board, say("mode", "off"), mode="off")
    witness.say(ROOM + "set/resume", "1")
    witness.say(ROOM + "set/mode", "heat_cool")
    heats(board)
    witness.stop()


def test_by_the_browser(board, tmp_path):
    need(None if CHROMIUM else "chromium is missing: `apt-get install chromium`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--no-proxy-server"]
        )
        view = browser.new_page(viewport={"width": 390, "height": 844})
        view.goto(board.page, wait_until="commit")
        view.get_by_label("Token").fill(TOKEN)
        view.get_by_role("button", name="Log in").click()
        view.wait_for_selector('#line[data-line="live"]')
        was = board.frames[-1].command
        warmer = view.get_by_role("button", name="bedroom: Heat to up")

        def by_one_degree():
            for _ in range(2):  # more would leave to the boost less than the unit's step
                warmer.click()

        found = frame(board, by_one_degree, mode="heat")
        assert found.setpoint_cdeg > was.setpoint_cdeg
        view.get_by_text("21.0 °C").wait_for()
        frame(board, view.get_by_role("button", name="Boost 30 min").click, mode="heat")
        frame(board, view.get_by_role("button", name="Back to the schedule").click, mode="heat")
        frame(board, view.get_by_role("radio", name="Off").click, mode="off")
        view.get_by_text("switched off by a person").wait_for()
        view.screenshot(path=tmp_path / "off.png")
        view.get_by_role("radio", name="Auto").click()
        heats(board)
        browser.close()


def test_by_home_assistant(board, broker, tmp_path):
    home = HomeAssistant(tmp_path, broker.port)
    try:
        wait_for(lambda: (home.entity(CLIMATE) or {}).get("state") == "heat_cool", 30)

        def call(service, **data):
            return lambda: home.call(service, CLIMATE, **data)

        def low_and_high(low, high):
            return call("set_temperature", target_temp_low=low, target_temp_high=high)

        low = frame(board, low_and_high(23, 27), mode="heat")
        assert low.setpoint_cdeg >= 2300
        away = frame(board, call("set_preset_mode", preset_mode="away"), mode="heat")
        assert away.setpoint_cdeg < low.setpoint_cdeg
        back = frame(board, call("set_preset_mode", preset_mode="none"), mode="heat")
        assert back.setpoint_cdeg > away.setpoint_cdeg
        boost = frame(board, call("set_preset_mode", preset_mode="boost"), mode="heat")
        assert boost.setpoint_cdeg > back.setpoint_cdeg
        frame(board, call("set_preset_mode", preset_mode="none"), mode="heat")
        home.call("set_hvac_mode", CLIMATE, hvac_mode="heat")
        wait_for(lambda: home.entity(CLIMATE)["state"] == "heat")
        warmer = frame(board, call("set_temperature", temperature=22.5), mode="heat")
        assert warmer.setpoint_cdeg > back.setpoint_cdeg
        frame(board, call("set_swing_mode", swing_mode="middle"), mode="heat", swing="middle")
        frame(board, call("set_fan_mode", fan_mode="high"), mode="heat", fan="high")
        frame(board, call("set_hvac_mode", hvac_mode="off"), mode="off")
        frame(board, call("set_hvac_mode", hvac_mode="fan_only"), mode="fan_only")
        page(board, PORT).wait_for(0, mode="fan_only")
    finally:
        home.stop()

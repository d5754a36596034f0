"""The page in a real browser, against the server on CPython and on MicroPython."""

import pytest

from conftest import need
from page_boards import MACHINES, TOKEN, page_board
from splitstat_cli import reasons, vms

SIZES = {"phone": (390, 844), "desk": (1280, 900)}


@pytest.fixture(scope="module", params=MACHINES)
def board(request):
    need(vms.missing(request.param))
    with page_board(request.param, heap_kib=256, hours=30) as board:
        assert board.log_in() == 200
        yield board


@pytest.fixture
def page(browser, board):
    """A page that has logged in; its errors are the test's errors."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(8000)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    enter(page, board)
    yield page
    context.close()
    assert errors == []


def enter(page, board, token=TOKEN):
    page.goto(board.url, wait_until="commit")
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_selector('#line[data-line="live"]')


def card(page, name="bedroom"):
    return page.locator("article", has=page.get_by_role("heading", name=name))


def test_a_wrong_token_stays_outside(browser, board):
    context = browser.new_context()
    page = context.new_page()
    page.goto(board.url, wait_until="commit")
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    page.get_by_text("this is not the token of this board").wait_for()
    assert page.locator("article").count() == 0
    context.close()


def test_a_token_as_people_type_it(browser, board):
    """Upper case and in groups, as from a photograph of the screen."""
    context = browser.new_context()
    groups = "-".join(TOKEN[at : at + 5] for at in range(0, len(TOKEN), 5)).upper()
    enter(context.new_page(), board, f" {groups} ")
    context.close()


def test_the_room_is_live(page, board):
    """What it shows is what the board says, and it moves without a reload."""
    shown = card(page).locator(".now")
    said = board.json("/api/state")["rooms"][0]["room_cdeg"]
    assert abs(float(shown.inner_text().split("°")[0]) * 100 - said) <= 20
    for cdeg in (2350, 1650):
        board.ask("POST", "/api/rooms/0/ask", {"word": "setpoint", "a": cdeg, "b": 2800})
        text = f"{cdeg / 100:.1f} °C"
        card(page).get_by_role("spinbutton", name="Heat to").get_by_text(text).wait_for()


def test_a_setpoint_by_clicks(page, board):
    board.ask("POST", "/api/rooms/0/ask", {"word": "setpoint", "a": 2000, "b": 2600})
    board.wait_for(0, heat_cdeg=2000)
    value = card(page).get_by_role("spinbutton", name="Heat to")
    value.get_by_text("20.0 °C").wait_for()
    more = page.get_by_role("button", name="bedroom: Heat to up")
    more.click()
    more.click()
    page.get_by_role("button", name="bedroom: Heat to down").click()
    assert value.inner_text() == "20.5 °C"
    assert board.wait_for(0, heat_cdeg=2050)["why"] == "hold"
    page.get_by_role("button", name="Back to the schedule").click()
    assert board.wait_for(0, why="schedule")


def test_setpoint_and_mode_by_keyboard(page, board):
    board.ask("POST", "/api/rooms/1/ask", {"word": "setpoint", "a": 1950, "b": 2600})
    board.wait_for(1, heat_cdeg=1950)
    office = card(page, "office")
    value = office.get_by_role("spinbutton", name="Heat to")
    value.get_by_text("19.5 °C").wait_for()
    value.focus()
    page.keyboard.press("ArrowUp")
    board.wait_for(1, heat_cdeg=2000)
    office.get_by_role("radio", name="Auto").focus()
    page.keyboard.press("ArrowLeft")
    board.wait_for(1, wish="cool")
    page.keyboard.press("ArrowRight")
    board.wait_for(1, wish="heat_cool")


def test_a_mode_by_clicks(page, board):
    living = card(page, "living room")
    living.get_by_role("radio", name="Heat", exact=True).click()
    assert board.wait_for(2, wish="heat")
    living.get_by_role("spinbutton", name="Cool to").wait_for(state="detached")
    living.get_by_role("radio", name="Off").click()
    assert board.wait_for(2, wish="off")["mode"] == "off"
    living.get_by_text("switched off by a person").wait_for()
    living.get_by_role("radio", name="Auto").click()
    board.wait_for(2, wish="heat_cool")


def test_holds(page, board):
    bedroom = card(page)
    bedroom.get_by_role("button", name="Boost 30 min").click()
    assert 28 <= board.wait_for(0, why="boost")["until_min"] <= 30
    bedroom.get_by_role("button", name="Away").click()
    board.wait_for(0, why="away")
    bedroom.get_by_text("away, until you are back").wait_for()
    bedroom.get_by_text("Fan, holds and details").click()
    bedroom.get_by_role("button", name="For ever").click()
    assert board.wait_for(0, why="hold")["until_min"] == -1
    bedroom.get_by_role("button", name="Back to the schedule").click()
    board.wait_for(0, why="schedule")


def test_the_schedule_is_edited(page, board):
    before = board.json("/api/rooms/0/schedule")
    page.get_by_role("link", name="Schedule").click()
    page.get_by_role("button", name="Tue").click()
    block = page.get_by_role("group", name="Block at 07:00")
    block.get_by_label("Heat to").fill("16.5")
    block.get_by_label("Heat to").press("Tab")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    after = board.json("/api/rooms/0/schedule")
    tuesday = 1440 + 420
    assert [block[:4] for block in after["blocks"] if tuesday in block[4:]] == [
        [None, 1650, 2800, 0]
    ]
    assert minutes(after) == minutes(before)
    page.get_by_role("button", name="Copy to every day").click()
    page.get_by_role("button", name="Save").click()
    page.locator("#schedule button.main:disabled").wait_for()
    copied = board.json("/api/rooms/0/schedule")
    assert sorted(block[1] for block in copied["blocks"]) == [1650, 1900]
    board.ask("PUT", "/api/rooms/0/schedule", {"blocks": before["blocks"], "sleep": []})


def minutes(schedule) -> list:
    return sorted(minute for block in schedule["blocks"] for minute in block[4:])


def test_history_reasons_and_board(page, board):
    page.get_by_role("link", name="History").click()
    page.locator("svg.plot path").first.wait_for()
    assert page.locator("svg.plot title").text_content().startswith("bedroom: room temperature")
    page.get_by_role("link", name="Reasons").click()
    page.locator(".log li").first.wait_for()
    page.get_by_role("link", name="Board").click()
    page.get_by_text("failed logins").wait_for()
    page.get_by_label("Degrees").select_option("f")
    page.get_by_role("link", name="Rooms", exact=True).click()
    card(page).get_by_text("°F").first.wait_for()


def test_the_rooms_of_other_boards(page, board):
    """With their age and the way to their own page; they go with the rooms' view."""
    boards = board.json("/api/state")["board"]["boards"]
    assert [each["board"] for each in boards] == ["basement", "attic"]
    hobby = card(page, "hobby room")
    hobby.get_by_text("heard 7 s ago").wait_for()
    link = hobby.get_by_role("link", name="Board basement")
    assert link.get_attribute("href") == "http://192.168.7.21/"
    card(page, "attic").get_by_text("not heard yet").wait_for()
    page.get_by_role("link", name="Schedule").click()
    hobby.wait_for(state="hidden")


def test_every_reason_reads_as_the_command_says_it(page):
    """The page's own rendering against splitstat_cli.reasons, word by word."""
    for word in reasons.WORDS:
        for number in (-7, 0, 12, 140):
            for action in ("waiting", "idle"):
                kind = reasons.WORDS[word][1]
                if kind in ("clock", "minutes") and number < 0:
                    continue
                said = page.evaluate("([a, r]) => say(a, r)", [action, [word, number]])
                ours = reasons.say(action, (word, number))
                assert said.replace("−", "-") == ours


def test_the_line_breaks_and_comes_back(browser):
    """A board that dies is said to be gone, within the time that a person waits."""
    with page_board("cpython") as board:
        context = browser.new_context()
        page = context.new_page()
        enter(page, board)
        board.process.kill()
        page.wait_for_selector('#line[data-line="lost"]', timeout=20_000)
        assert page.locator("#line").inner_text() == "no connection"
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(browser, board, size, scheme, tmp_path):
    """No view is wider than its window; a picture of each is left in pytest's folder."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    enter(page, board)
    for view in ("rooms", "schedule", "history", "reasons", "board"):
        page.locator(f'nav a[href="#{view}"]').click()
        page.locator(f"#{view}").wait_for()
        page.wait_for_timeout(300)
        page.screenshot(path=tmp_path / f"{view}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view
    context.close()

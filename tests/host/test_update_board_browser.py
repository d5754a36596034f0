"""An update through the page, in a real browser, onto a virtual board: what is no update, a line
that breaks, a plug that is pulled, one that proves good and one that does not."""

import pytest

from board_homes import bedroom, healthy, hurry
from conftest import need
from page_boards import TOKEN
from splitstat_cli import board_tree, update_file, vms

PORT = 18248
SPEED = 4


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    need(vms.missing("micropython"))
    with bedroom(tmp_path_factory.mktemp("board"), speed=SPEED, http=PORT) as board:
        board.start()
        healthy(board)
        yield board


def package(board, changed: dict, kind=None) -> bytes:
    """An update of the board's own version with some files changed."""
    files = board_tree.slot(board.home.about, board.name)
    del files[board_tree.MANIFEST]
    files |= changed
    files[board_tree.MANIFEST] = board_tree.manifest(files, kind or board.kind)
    return update_file.packed(files)


class Owner:
    """Somebody with a phone at the board's page."""

    def __init__(self, browser, board, folder, scheme):
        self.board = board
        self.folder = folder
        context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{board.page}/#board", wait_until="commit")
        self.page.get_by_label("Token").fill(TOKEN)
        self.page.get_by_role("button", name="Log in").click()
        self.page.get_by_role("heading", name="Update").wait_for()

    def send(self, content: bytes, key=TOKEN):
        self.page.get_by_label("File of the update").set_input_files(
            {"name": "update.tar", "mimeType": "application/x-tar", "buffer": content}
        )
        self.page.get_by_label("Token of this board").fill(key)
        self.page.get_by_role("button", name="Update", exact=True).click()

    def reads(self, text: str):
        try:
            self.page.locator(".update .said").get_by_text(text).wait_for()
        except Exception as why:
            why.add_note(self.page.inner_text("body") + self.board.console[-1500:])
            raise

    def picture(self, name: str):
        self.page.locator(".update").scroll_into_view_if_needed()
        self.page.screenshot(path=self.folder / f"{name}.png")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.fixture
def owner(request, browser, board, tmp_path):
    found = Owner(browser, board, tmp_path, getattr(request, "param", "light"))
    yield found
    found.page.context.close()
    assert found.errors == []


def test_what_is_no_update_is_not_sent(owner, board):
    good = package(board, {})
    at = good.index(b"home.json")
    for content, words in (
        (b"x" * 5000, "This is no update"),
        (b"", "This is no update"),
        (good[: len(good) // 2], "cut or damaged"),
        (good[: at + 700] + b"\xff" + good[at + 701 :], "cut or damaged"),
    ):
        owner.send(content)
        owner.reads(words)
        assert "Nothing has changed" not in owner.page.locator(".update .said").inner_text()
    owner.picture("damaged")


def test_what_the_board_refuses_is_said(owner, board):
    owner.send(package(board, {}), "wrong key")
    owner.reads("The signature is not made with this board's key. Nothing has changed")
    owner.picture("wrong_key")
    owner.send(package(board, {}, "esp32_s3_devkitc_1"))
    owner.reads("The update is for a esp32_s3_devkitc_1, this is a esp32_devkitc")


def test_it_goes_on_after_a_pulled_plug_and_proves_good(owner, board):
    slot = board_page_slot(owner)
    new = package(board, {"www/one.js": b"new", "www/two.js": b"long" * 9000})
    sent = []

    def some(route):
        sent.append(route.request.post_data)
        if len(sent) == 3:
            route.abort()  # one answer is lost: it goes on by itself
        elif len(sent) == 12:
            board.cut_power()
            route.abort()
        else:
            route.continue_()

    owner.page.route("**/api/update/piece", some)
    owner.send(new)
    owner.reads("The board does not answer. Nothing has changed")
    owner.picture("cut")
    owner.page.unroute("**/api/update/piece")
    starts = board.console.count("splitstat: healthy")
    board.start()
    healthy(board, starts + 1)
    owner.page.reload()
    owner.page.get_by_label("Token", exact=True).fill(TOKEN)
    owner.page.get_by_role("button", name="Log in").click()
    owner.send(new)
    owner.reads("has proved good and stays")
    owner.picture("good")
    assert board_page_slot(owner) != slot
    assert board.violations == []


@pytest.mark.parametrize("owner", ["dark"], indirect=True)
def test_one_that_cannot_start_goes_back_by_itself(owner, board):
    slot = board_page_slot(owner)
    owner.send(package(board, {"splitstat/app.mpy": b"M\x05"}))
    owner.reads("The board starts it now")
    hurry(board, 20)
    owner.reads("did not prove good. The board went back by itself")
    hurry(board, SPEED)
    owner.picture("back")
    assert board_page_slot(owner) == slot


def board_page_slot(owner) -> str:
    return owner.page.evaluate("ask('/api/diagnostics').then((said) => said.slot)")

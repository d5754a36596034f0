"""A board that knows no Wi-Fi, or whose Wi-Fi stays away, opens an access point with its page."""

import re

import pytest

from board_homes import bedroom, healthy, page
from host_sim.virtual_board.radio import GOT_IP
from splitstat_cli import vms

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)
KEY = re.compile(r"access point splitstat-\w+ key ([0-9a-z]{12}) page")


def test_without_a_wifi_the_page_is_reached_through_the_access_point(tmp_path):
    with bedroom(tmp_path, secrets={"wifi": {}}, speed=3, http=18344) as board:
        board.start()
        healthy(board)
        assert KEY.search(board.console)
        assert board.state.radio.active[1]
        elsewhere = page(board, 18344).ask("GET", "/generate_204", Host="example.org")
        assert elsewhere[0] == 302 and "Location: http://127.0.0.1:18344/" in elsewhere[1]
        assert page(board, 18344).json("/api/state")["rooms"][0]["name"] == "bedroom"


def test_a_wifi_that_stays_away_opens_it_and_its_return_closes_it(tmp_path):
    with bedroom(tmp_path, speed=60, http=18345) as board:
        radio = board.state.radio
        radio.air = {"elsewhere": "secret"}
        board.start()
        healthy(board)
        assert not radio.active[1]
        board.wait(lambda: KEY.search(board.console), 25, "the access point")
        assert board.now_s > 200
        radio.air = {"home": "password"}
        board.wait(lambda: not radio.active[1], 25, "its end")
        assert page(board, 18345).ask("GET", "/generate_204", Host="example.org")[0] == 403
        door = page(board, 18345)
        assert door.json("/api/state")["rooms"][0]["name"] == "bedroom"
        radio.air = {"elsewhere": "secret12"}
        for wrong in ({"ssid": ""}, {"ssid": "elsewhere", "password": "short"}):
            assert door.ask("POST", "/api/board/wifi", wrong)[0] == 400
        code, _, why = door.ask("POST", "/api/board/first_run", {})
        assert code == 409 and "no wizard" in why  # it was deployed with its home
        wifi = {"ssid": "elsewhere", "password": "secret12"}
        assert door.ask("POST", "/api/board/wifi", wifi)[0] == 200
        healthy(board, 2)
        board.wait(lambda: radio.status == GOT_IP, 25, "the other Wi-Fi")
        assert page(board, 18345).json("/api/state")["rooms"][0]["name"] == "bedroom"

"""What changes a board at its page and starts it anew: POST /api/board/WORD, for those who are
logged in.

    wifi        {"ssid", "password"}; password null: an open network
    first_run   {}: its home goes, the wizard asks for another; what it learned and its token stay

Law: whenever the power goes there is a home, or a wizard that was begun; the Wi-Fi is the old or
the new one. Where the new one lets nobody in, the board opens its access point (wifi_join.py).
"""

import os

from splitstat.app import restarting, sealed, wifi_secrets
from splitstat.app.slots import running, there
from splitstat.app.web import Refused

_BEGUN = b'{"step":"wifi"}'


async def answer(web, word: str, body) -> dict:
    """body: a JSON object. Raises Refused."""
    house = web.house
    if word == "wifi":
        password = body.get("password") or None
        why = wifi_secrets.problem(body.get("ssid"), password)
        if why:
            raise Refused(400, why)
    elif word != "first_run":
        raise Refused(404, "there is no such question")
    elif not there(running() + "/first_run.json"):
        raise Refused(409, "this board has no wizard: `splitstat deploy` brings its home")
    restarting.allow(house)
    async with house.quiet:
        try:
            if word == "wifi":
                wifi_secrets.remember({"ssid": body["ssid"], "password": password})
            else:
                _without_home()
        except OSError as why:
            raise Refused(400, "the disk says no: %s" % why)
    restarting.soon(house)
    return {}


def _without_home():
    sealed.write("/setup.json", _BEGUN)
    # Last the one that counts (start.py): between the two the same home is there.
    for path in ("/home.json", running() + "/home.json"):
        if there(path):
            os.remove(path)

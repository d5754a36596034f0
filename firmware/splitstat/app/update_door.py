"""The update as other programs ask for it: POST /api/update/WORD, for those who are logged in.

    piece   {"path", "at", "data"}  at most 2 kB of a file, as base64; "manifest.json" comes first
    begin   {"signature"}           of the manifest
    look    {"first"}               answers {"next", "wanted"}: call until next is null
    finish  {}                      the board starts anew with what was sent, on trial: "slot" and
                                    "proved" of GET /api/diagnostics tell what became of it

Law: no request works for long, every flash write holds the lock that infra-red shares, and nothing
begins while the application that runs has still to prove itself (that would take away the good
one), or while a boost runs (the last command before a restart must be safe for weeks).
"""

import binascii
import json

from splitstat.app import restarting
from splitstat.app.slots import SLOTS, running
from splitstat.app.trial import sensing, switch, unproved
from splitstat.app.update import Update
from splitstat.app.web import Refused
from splitstat.hardware.nvs import opened

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_PIECE = const(2048)
STAYS = True  # an update goes on over many requests (seldom.py)
_nvs = opened()
_current = []


async def answer(web, word: str, body) -> dict:
    """The answer of one question. web: web.Web; body: a JSON object. Raises Refused."""
    house = web.house
    runs = running()
    if not runs:
        raise Refused(409, "this board runs its source tree: deploy to it instead")
    if unproved(_nvs):
        raise Refused(409, "the last start has not proved good yet: wait a minute")
    restarting.allow(house)
    if not _current:
        _current.append(Update(_secret(web), runs, SLOTS[1 - SLOTS.index(runs)]))
    async with house.quiet:
        try:
            found = _done(_current[0], word, body)
            if word == "finish" and found is None:
                switch(_nvs, _current[0].into, sensing(house))
                restarting.soon(house)
        except OSError as why:
            found = "the disk says no: %s" % why
    if type(found) is str:
        raise Refused(400, found)
    return found if type(found) is dict else {}


def _done(current, word, body):
    """None, an answer, or one sentence that says what is wrong."""
    if word == "piece":
        path, at, data = body.get("path"), body.get("at"), body.get("data")
        if type(path) is not str or type(at) is not int or at < 0 or type(data) is not str:
            return "send path, at and data"
        try:
            data = binascii.a2b_base64(data)
        except ValueError:
            return "data is not base64"
        if len(data) > _PIECE:
            return "a piece has at most 2048 bytes"
        return current.piece(path, at, data)
    if word == "begin":
        signature = body.get("signature")
        return current.begin(signature) if type(signature) is str else "the signature is missing"
    if word == "look":
        first = body.get("first")
        if type(first) is not int or not current.count:
            return "begin first, and send first as a whole number"
        following, wanted = current.look(first)
        return {"next": following, "wanted": wanted}
    if word == "finish":
        return current.finish()
    return "there is no such question"


def _secret(web) -> bytes:
    """The home's key where it has one: then the page's token alone installs nothing."""
    try:
        with open("/secrets.json") as file:
            return json.load(file)["home"]["key"].encode()
    except (OSError, ValueError, KeyError, TypeError):
        return web.login.key

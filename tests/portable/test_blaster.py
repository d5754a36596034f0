"""Frames in the words of blasters at a broker, and the head that speaks to one."""

import asyncio

from splitstat import units
from splitstat.app.blaster import BlastedHead, Blaster
from splitstat.control.types import UnitCommand
from splitstat.ir.blaster_words import KINDS, words

HEAT = UnitCommand("heat", 2100, "auto", None, False)
WARM = UnitCommand("heat", 2200, "auto", None, False)


class Quiet:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *why):
        pass


class Log:
    def __init__(self):
        self.words = []

    def add(self, house, room, word):
        self.words.append(word)


class House:
    outbox = ()

    def __init__(self):
        self.quiet = Quiet()
        self.network = {"mqtt": "connected"}
        self.log = Log()


def step(head):
    """Without a loop, which the WebAssembly VM leaves to a page. While the head waits, the broker
    takes what lies in the outbox; handed back."""
    taken = []

    async def sleep(seconds):
        while head.house.outbox:
            taken.append(head.house.outbox.pop(0))

    kept = asyncio.sleep
    asyncio.sleep = sleep
    try:
        head.step().send(None)
    except StopIteration:
        return taken
    finally:
        asyncio.sleep = kept
    raise AssertionError("it waits")


def text(kind, hz, timings):
    return b"".join(words(kind, hz, timings))


def test_tasmota_as_its_documentation_shows_it():
    us = [8570, 4240, 550, 1580, 550, 510, 565, 1565, 565, 505, 565, 505]
    assert text("tasmota", 38000, us) == b"0,+8570-4240+550-1580C-510+565-1565F-505F"
    assert text("tasmota", 36700, [9000, 4500, 560]) == b"36700,+9000-4500+560"


def test_tasmota_goes_on_when_its_letters_are_used_up():
    us = list(range(401, 429))  # 28 durations, of which 26 have a letter
    said = text("tasmota", 38000, us + [425, 426, 427])
    assert said.endswith(b"+427-428Yz+427"), said


def test_esphome_has_negative_spaces():
    said = text("esphome", 38000, [9000, 4500, 560, 90000])
    assert said == b'{"hz":38000,"us":[9000,-4500,560]}'


def test_broadlink_counts_in_its_own_unit():
    # 9000 us are 295.5 units, 4500 147.8, 560 18.4: 0x26 00 08 00 | 00 01 28 | 94 | 12 | 0d 05
    from binascii import a2b_base64

    packet = a2b_base64(text("broadlink", 38000, [9000, 4500, 560]))
    assert packet == bytes((0x26, 0, 7, 0, 0, 1, 0x28, 0x94, 0x12, 13, 5))


def test_what_a_blaster_cannot_say_is_refused():
    for kind, hz, us in (("tasmota", 38000, [9000, 70000, 560]), ("broadlink", 56000, [560, 560])):
        try:
            words(kind, hz, us)
        except ValueError:
            continue
        raise AssertionError(kind)


def test_a_head_waits_for_the_broker_and_says_the_newest():
    house = House()
    unit = units.load("gree.yaw1f")
    head = BlastedHead(house, 0, unit, Blaster(house, "tasmota", "bedroom_ir", unit.hz))
    house.network["mqtt"] = "waits"
    head.tell(HEAT)
    assert step(head) == [] and house.outbox == [] and head.command == HEAT
    head.tell(WARM)
    house.network["mqtt"] = "connected"
    [(topic, pieces)] = step(head)
    assert head.command is None and head.previous == WARM and house.log.words == []
    assert topic == "cmnd/bedroom_ir/IRSend"
    assert b"".join(pieces) == text("tasmota", unit.hz, unit.encode(WARM, None)[1])


def test_every_kind_has_its_words():
    for kind in KINDS:
        assert text(kind, 38000, [9000, 4500, 560, 1690, 560])

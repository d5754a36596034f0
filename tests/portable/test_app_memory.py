"""What survives a power cut: packed snapshots, two blobs that take turns, the copy for the safe
profile."""

from one_home import House, home
from splitstat.app.asking import ask
from splitstat.app.house_state import state
from splitstat.app.log_lines import lines
from splitstat.app.loop import Loop
from splitstat.app.packed import pack
from splitstat.app.restore import restore
from splitstat.app.safe import keep
from splitstat.app.safe_home import safe_home
from splitstat.app.snapshot import write
from splitstat.app.store import Store
from splitstat.app.unpacked import unpack


class Nvs:
    """Blobs in memory, as esp32.NVS; `cut` bytes of the next one arrive, the rest reads as
    erased."""

    def __init__(self):
        self.blobs = {}
        self.cut = None
        self.full = False
        self.writes = 0

    def get_blob(self, key, buffer):
        if key not in self.blobs:
            raise OSError(-0x1102)
        blob = self.blobs[key]
        buffer[: len(blob)] = blob
        return len(blob)

    def commit(self):
        self.writes += 1

    def set_blob(self, key, data):
        if self.full:
            raise OSError(28)
        data = bytes(data)
        if self.cut is not None:
            data = data[: self.cut] + b"\xff" * (len(data) - self.cut)
        self.blobs[key] = data


def packed(value):
    out = bytearray()
    pack(value, out)
    return bytes(out)


def test_values_come_back():
    for value in (
        None, True, False, 0, 59, 60, -1, 127, 128, 2**30, -(2**30), 13675680, "heat", "odd word",
        "", [], [1, [None, "cool", [True]], -300], [0] * 62, "ä",
    ):  # fmt: skip
        assert unpack(packed(value)) == value, value
        assert type(unpack(packed(value))) is type(value)


def test_what_cannot_be_packed_is_refused():
    for value in (1.5, {}, [0] * 63, b"x"):
        try:
            packed(value)
        except ValueError:
            continue
        raise AssertionError(value)


def test_broken_bytes_end_in_value_errors():
    whole = packed([None, "heat", [2100, -5], "odd", 13675680])
    for end in range(len(whole)):
        for data in (whole[:end], whole[:end] + b"\xff" * (len(whole) - end), whole + b"\x00"):
            try:
                unpack(data)
            except (ValueError, IndexError, UnicodeError):
                continue
            assert len(data) == len(whole), (end, data)  # another value, never a half one


def board(nvs):
    house = House(home(), home.traits)
    store = Store(nvs, house)
    return house, store, restore(store, 0)


def test_a_wish_survives():
    nvs = Nvs()
    house, store, found = board(nvs)
    assert not found
    house.scan(5)
    assert store.due()
    write(store)
    house.scan(10)
    assert not store.due()
    assert ask(house, 0, "mode", "heat") is None
    assert ask(house, 0, "setpoint", 2250, None) is None
    house.scan(15)
    assert store.due()
    write(store)
    assert max([len(blob) for blob in nvs.blobs.values()]) <= 512
    house, store, found = board(nvs)
    assert found
    house.scan(1)
    said = state(house, 0)
    assert (said["wish"], said["heat_cdeg"], said["why"]) == ("heat", 2250, "hold")


def test_torn_writing_leaves_the_older_one():
    nvs = Nvs()
    house, store, _ = board(nvs)
    ask(house, 0, "mode", "heat")
    house.scan(5)
    write(store)
    kept = dict(nvs.blobs)
    ask(house, 0, "mode", "cool")
    house.scan(10)
    size = len(next(iter(kept.values())))
    for cut in range(size):
        nvs.blobs = dict(kept)
        nvs.cut = cut
        store.number = 1
        write(store)
        nvs.cut = None
        house_again, _, found = board(nvs)
        assert found
        assert house_again.controller.rooms[0].intent.wish == "heat", cut


def test_each_wrong_bit_is_seen():
    nvs = Nvs()
    house, store, _ = board(nvs)
    ask(house, 0, "mode", "heat")
    house.scan(5)
    write(store)
    key = next(iter(nvs.blobs))
    whole = nvs.blobs[key]
    for at in range(len(whole)):
        nvs.blobs[key] = whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]
        house, _, found = board(nvs)
        assert not found
        assert [line[3] for line in lines(house)] == ["snapshot_broken"]


def test_a_snapshot_of_another_home_is_no_memory():
    nvs = Nvs()
    house, store, _ = board(nvs)
    house.scan(5)
    write(store)
    other = home()
    other["rooms"][0]["name"] = "attic"
    house = House(other, home.traits)
    assert not restore(Store(nvs, house), 0)


def test_a_full_memory_is_tried_again():
    nvs = Nvs()
    house, store, _ = board(nvs)
    house.scan(5)
    assert store.due()
    nvs.full = True
    loop = Loop(house, (), (), store)
    for _ in range(2):
        keeping = loop._keep()
        try:
            keeping.send(None)
        except StopIteration:
            pass
        assert store.failed
        house.scan(10)
        assert store.due()
    assert [line[3] for line in lines(house)].count("snapshot_failed") == 1


def test_few_writings_while_nothing_changes():
    nvs = Nvs()
    house, store, _ = board(nvs)
    for now_s in range(0, 86400, 60):
        house.heard(0, 0, 2300)
        house.scan(now_s)
        if store.due():
            write(store)
    assert nvs.writes <= 8, nvs.writes


def test_safe_profile_heats_to_16_and_never_cools():
    nvs = Nvs()
    assert safe_home(nvs) is None
    keep(nvs, home())
    puts = dict(nvs.blobs)
    kept = safe_home(nvs)
    assert len(nvs.blobs["safe"]) <= 600
    house = House(kept, home.traits)
    for outdoor_cdeg, room_cdeg in ((-1000, 800), (3500, 3300)):
        for _ in range(240):
            house.heard_outdoor(outdoor_cdeg, 0)
            house.heard(0, 0, room_cdeg)
            house.scan(house.now_s + 30)
            out = house.outputs.rooms[0]
            if out.send is not None:
                assert out.send.mode in ("off", "heat")
                assert out.send.mode == "off" or out.send.setpoint_cdeg <= 1900  # 16 and 3 K
            assert out.heat_cdeg == 1600
    nvs.blobs = dict(puts)
    whole = nvs.blobs["safe"]
    for at in range(len(whole)):
        nvs.blobs["safe"] = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert safe_home(nvs) is None


def test_a_unit_that_only_cools_is_left_alone():
    nvs = Nvs()
    only = home()
    only["outdoor_units"][0]["season"] = "cool_only"
    keep(nvs, only)
    assert safe_home(nvs) is None

"""Register maps: what goes out for a command, and what is understood of the answers."""

from splitstat import units
from splitstat.control.types import OFF, CodecError, UnitCommand
from splitstat.control.unit_status import UnitStatus
from splitstat.modbus import feel

NAMES = (
    "onokom.aux_1 onokom.dk_1 onokom.dk_5 onokom.gr_1 onokom.gr_3 onokom.gr_5 onokom.gr_p3 "
    "onokom.hr_1 onokom.hs_3 onokom.hs_5 onokom.hs_6 onokom.ht_1 onokom.md_1 onokom.md_3 "
    "onokom.me_1 onokom.mh_2 onokom.pn_1 onokom.tb_1 onokom.tcl_1 onokom.tcl_3 onokom.tcl_6 "
    "onokom.aux_vrf onokom.cg_vrf onokom.hs_vrf.63 onokom.md_vrf.5 onokom.daikin "
    "intesis.mitsubishi intesis.daikin.whole intesis.fujitsu.fahrenheit"
).split()


def command(mode="heat", cdeg=2150, fan="auto", swing=None, frost=False):
    return UnitCommand(mode, cdeg, fan, swing, frost)


def texts(requests):
    return ["".join(["%02X" % byte for byte in request]) for request in requests]


def answers(unit, registers):
    """A list of values for each poll, from a dict of (table, address) -> value; others are 0."""
    values = []
    for request in unit.polls:
        table = "CDHI"[request[0] - 1]
        start, count = request[1] << 8 | request[2], request[3] << 8 | request[4]
        values.append([registers.get((table, start + i), 0) for i in range(count)])
    return values


def after(registers, requests):
    """The registers after single writes."""
    for request in requests:
        table = {5: "C", 6: "H"}[request[0]]
        value = request[3] << 8 | request[4]
        if table == "C":
            value = {0xFF00: 1, 0: 0}[value]
        registers[(table, request[1] << 8 | request[2])] = value
    return registers


def test_onokom_on_the_wire():
    unit = units.load("onokom.gr_1")
    # H1 mode 1, H5 2150, H8 fan 0, then coil 1.
    assert texts(unit.writes(command(), None)) == [
        "0600010001",
        "0600050866",
        "0600080000",
        "050001FF00",
    ]
    assert texts(unit.writes(OFF, None)) == ["0500010000"]
    assert texts(unit.writes(OFF, command())) == ["0500010000"]
    assert texts(unit.polls) == ["0100010001", "0300010009", "0100140001"]


def test_intesis_on_the_wire():
    wanted = command("cool", 2550, "high", "low")
    ends = ["0600020004", "0600030003"]
    for name, setpoint in (
        ("intesis.toshiba", "06000400FF"),
        ("intesis.toshiba.whole", "0600040019"),
        ("intesis.toshiba.fahrenheit", "060004030B"),
    ):
        unit = units.load(name)
        written = texts(unit.writes(wanted, None))
        assert written == ["0600010004"] + ends + [setpoint, "0600000001"], name
    assert texts(units.load("intesis.daikin").polls) == ["0300000006", "03000B0001", "0300160002"]


def test_other_makers_on_the_wire():
    wanted = command("heat", 2200, "low")
    for name, expected in (
        ("haier_ycj_a002", "0600000016 0600010002 0600020001 050000FF00"),
        ("daikin_rtd.ra", "0600010016 0600020001 0600030001 0600050001"),
        ("hitachi_harc.n2000.1", "0607F40003 0607F50000 0607F60016 0607F30001"),
        ("lg_pdrycb500", "0600000004 06000100DC 06000E0001 050000FF00"),
        ("intesis.daikin", "0600010001 0600020001 06000400DC 0600000001"),
    ):
        assert texts(units.load(name).writes(wanted, None)) == expected.split(), name
    high = command("heat", 2200, "high")
    assert texts(units.load("intesis.daikin").writes(high, wanted)) == ["0600020005"]


def test_only_what_changes_is_written():
    unit = units.load("onokom.gr_1")
    assert texts(unit.writes(command(cdeg=2200), command())) == ["0600050898"]
    assert texts(unit.writes(command(fan="quiet"), command())) == ["0600080001"]
    assert unit.writes(command(), command()) == []
    # Out of OFF everything is said anew.
    assert len(unit.writes(command(), OFF)) == 4


def test_power_goes_last():
    for name in NAMES:
        unit = units.load(name)
        written = unit.writes(command(), None)
        off = unit.writes(OFF, None)
        assert len(off) == 1 and written[-1][:3] == off[0][:3], name


def test_every_unit_confirms_and_reports_what_it_was_told():
    for name in NAMES:
        unit = units.load(name)
        traits = unit.traits
        link, none = ("C", 20), ("H", 22)
        for mode in traits.modes:
            for fan in traits.fans:
                for swing in (None,) + traits.swings:
                    wanted = command(mode, 2200, fan, swing)
                    registers = after({link: 1, none: 0x8000}, unit.writes(wanted, None))
                    values = answers(unit, registers)
                    assert unit.confirms(wanted, values) is True, (name, wanted)
                    status = unit.status(values)
                    assert status.mode == mode, (name, wanted, status)
                    if mode != "off":
                        assert status.fan == fan, (name, wanted, status)


def test_setpoints_over_the_range():
    for name in NAMES:
        unit = units.load(name)
        step = unit.traits.step_cdeg
        low, high = unit.traits.heat
        for mode in ("heat", "cool"):
            for cdeg in range(low - 200, high + 201, 10):
                values = answers(
                    unit,
                    after({("C", 20): 1}, unit.writes(command(mode, cdeg), None)),
                )
                got = unit.status(values).setpoint_cdeg
                assert low <= got <= high and got % step == 0, (name, cdeg, got)
                if low <= cdeg <= high:
                    # Up in heat, down in cool, less than one step.
                    assert 0 <= (got - cdeg if mode == "heat" else cdeg - got) < step, (name, cdeg)


def test_native_automatic_is_read_but_never_written():
    for name, mode in (("onokom.gr_1", 3), ("intesis.daikin", 0)):
        unit = units.load(name)
        assert "heat_cool" not in unit.traits.modes
        try:
            unit.writes(command("heat_cool"), None)
            raise AssertionError("written")
        except CodecError:
            pass
        power = {("C", 1): 1, ("H", 1): mode, ("C", 20): 1, ("H", 0): 1}
        assert unit.status(answers(unit, power)).mode == "heat_cool", name


def test_what_a_unit_says():
    unit = units.load("onokom.md_1")
    said = {
        ("C", 1): 1,
        ("C", 20): 1,
        ("H", 1): 1,
        ("H", 3): 1987,
        ("H", 4): 65536 - 750,
        ("H", 5): 2100,
        ("H", 6): 1,
        ("H", 8): 7,
        ("I", 1): 0,
    }
    assert unit.status(answers(unit, said)) == UnitStatus(
        "heat", 2100, "high", 1987, -750, "heating", None, None
    )
    said[("I", 1)] = 45
    assert unit.status(answers(unit, said)).fault == "mode_conflict"
    said[("I", 1)] = 16
    assert unit.status(answers(unit, said)).fault == 16
    said[("C", 20)] = 0
    assert unit.status(answers(unit, said)) == UnitStatus(
        None, None, None, None, None, None, "unit_silent", None
    )


def test_defrosting():
    unit = units.load("onokom.pn_1")
    said = {("C", 1): 1, ("C", 12): 1, ("C", 20): 1, ("H", 1): 1, ("H", 5): 2100}
    status = unit.status(answers(unit, said))
    assert status.action == "defrosting" and status.defrost is True
    said[("C", 12)] = 0
    assert unit.status(answers(unit, said)).defrost is False


def test_what_is_not_plausible_is_none():
    unit = units.load("onokom.gr_1")
    said = {
        ("C", 1): 1,
        ("C", 20): 1,
        ("H", 1): 9,
        ("H", 3): 6100,
        ("H", 4): 65536 - 3100,
        ("H", 5): 3100,
        ("H", 6): 7,
        ("H", 8): 8,
    }
    status = unit.status(answers(unit, said))
    assert status == UnitStatus(None, None, None, None, None, None, None, None)
    unit = units.load("intesis.daikin")
    said = {("H", 0): 1, ("H", 1): 1, ("H", 4): 0x8000, ("H", 5): 0x8000}
    status = unit.status(answers(unit, said))
    assert status.setpoint_cdeg is None and status.return_cdeg is None


def test_a_missing_answer_is_none():
    unit = units.load("onokom.gr_1")
    values = answers(unit, {("C", 1): 1, ("C", 20): 1, ("H", 1): 2, ("H", 5): 2400})
    values[0] = None
    status = unit.status(values)
    assert status.mode is None and status.setpoint_cdeg == 2400
    assert unit.confirms(command("cool", 2400), values) is None
    assert unit.confirms(command("cool", 2500), values) is False


def test_dry_and_fan_actions():
    unit = units.load("onokom.gr_1")
    said = {("C", 1): 1, ("C", 20): 1, ("H", 1): 4, ("H", 6): 2}
    assert unit.status(answers(unit, said)).action == "drying"
    said[("H", 1)] = 5
    assert unit.status(answers(unit, said)).action == "fan"
    said[("C", 1)] = 0
    assert unit.status(answers(unit, said)).action == "off"


def test_frost_function():
    unit = units.load("onokom.md_1")
    assert unit.traits.frost_cdeg == 800
    assert "05000DFF00" in texts(unit.writes(command(frost=True), None))
    assert "05000D0000" in texts(unit.writes(command(), None))
    try:
        units.load("onokom.gr_1").writes(command(frost=True), None)
        raise AssertionError("written")
    except CodecError:
        pass


def test_units_behind_one_address():
    unit = units.load("onokom.md_vrf.5")
    assert texts(unit.writes(OFF, None)) == ["0529050000"]
    assert texts(unit.polls)[0] == "0129050001"


def test_a_room_temperature_that_nobody_told_is_taken_back():
    unit = units.load("intesis.fujitsu")
    wanted = command()
    written = unit.writes(wanted, None)
    registers = after({("H", 22): 0}, written)
    assert unit.confirms(wanted, answers(unit, registers)) is False
    assert texts(unit.writes(wanted, None))[-2] == "0600168000"
    registers = after(registers, unit.writes(wanted, None))
    assert unit.confirms(wanted, answers(unit, registers)) is True
    # What this home tells is right; a gateway without such a register is left alone.
    after(registers, feel.writes(unit, 2100))
    assert unit.confirms(wanted, answers(unit, registers)) is True
    unit = units.load("intesis.fujitsu")
    values = answers(unit, registers)
    values[2] = 2
    assert unit.confirms(wanted, values) is True and len(unit.writes(wanted, None)) == len(written)


def test_a_room_temperature_for_the_unit():
    for name, cdeg, expected in (
        ("onokom.gr_1", 2137, ["06001E0859"]),
        ("onokom.gr_1", -5000, ["06001EF448"]),
        ("onokom.gr_1", None, []),
        ("intesis.daikin", 2137, ["06001600D6"]),
        ("intesis.daikin", None, ["0600168000"]),
        ("intesis.daikin.whole", 2137, ["0600160015"]),
        ("melcobems", 2137, ["06000F00D6"]),
        ("melcobems", -100, ["06000F0000"]),
        ("onokom.md_vrf", 2137, []),
    ):
        assert texts(feel.writes(units.load(name), cdeg)) == expected, (name, cdeg)
    for name, step in (
        ("onokom.gr_1", 1),
        ("intesis.daikin", 10),
        ("intesis.daikin.whole", 100),
        ("melcobems", 10),
        ("lg_pdrycb500", None),
    ):
        assert units.load(name).traits.feel_cdeg == step, name


def test_unknown_units_are_refused():
    for name in (
        "onokom.gr_2 onokom. onokom.gr_1.1 onokom.md_vrf.64 onokom.md_vrf.x intesis.gree "
        "intesis.daikin.kelvin onokom.= intesis."
    ).split(" "):
        try:
            units.load(name)
            raise AssertionError(name)
        except ValueError:
            pass


def test_traits():
    traits = units.load("onokom.hr_1").traits
    assert traits.modes == ("off", "heat", "cool", "dry", "fan_only")
    assert traits.heat == traits.cool == (1600, 3000) and traits.step_cdeg == 50
    assert traits.fans == ("auto", "quiet", "low", "medium", "high")
    assert traits.swings == ("auto", "highest", "high", "middle", "low", "lowest")
    assert traits.reports and traits.toggles == () and traits.frost_cdeg is None
    assert units.load("intesis.daikin.whole").traits.step_cdeg == 100
    assert units.load("onokom.ht_1").traits.swings == ()

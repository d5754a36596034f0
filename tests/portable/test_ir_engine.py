"""The IR engine on every VM: durations against the vectors, states back from bent pulses.

The vectors here are digests (count, weighted sum) of those in tests/vectors/ir, written down
from there, not from the engine.
"""

from splitstat import units
from splitstat.control.types import CodecError, UnitCommand

# (unit, what differs from a plain state, carrier, count of durations, digest)
VECTORS = (
    ("daikin", "fan=low mode=heat degrees=21.0", 38000, 584, 481151),
    ("daikin", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 584, 239183),
    ("daikin", "power=False mode=heat degrees=22.0", 38000, 584, 712405),
    ("mitsubishi_ac", "fan=low mode=heat degrees=21.0", 38000, 584, 330737),
    ("mitsubishi_ac", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 584, 585436),
    ("mitsubishi_ac", "power=False mode=heat degrees=22.0", 38000, 584, 460654),
    ("midea", "fan=low mode=heat degrees=21.0", 38000, 400, 522158),
    ("midea", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 600, 14973),
    ("midea", "power=False mode=heat degrees=22.0", 38000, 400, 522158),
    ("fujitsu_ac.arreb1e", "fan=low mode=heat degrees=21.0", 38000, 260, 799858),
    ("fujitsu_ac.arreb1e", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 260, 599775),
    ("fujitsu_ac.arreb1e", "power=False mode=heat degrees=22.0", 38000, 116, 612444),
    ("whirlpool_ac.dg11j191", "fan=low mode=heat degrees=21.0", 38000, 344, 874790),
    ("whirlpool_ac.dg11j191", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 344, 618110),
    ("whirlpool_ac.dg11j191", "power=False mode=heat degrees=22.0", 38000, 344, 528897),
    ("argo.wrem2", "fan=low mode=heat degrees=21.0", 38000, 194, 220955),
    ("argo.wrem2", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 194, 871561),
    ("argo.wrem2", "power=False mode=heat degrees=22.0", 38000, 194, 14558),
    ("coolix", "fan=low mode=heat degrees=21.0", 38000, 200, 608358),
    ("coolix", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 400, 79323),
    ("coolix", "power=False mode=heat degrees=22.0", 38000, 200, 643686),
    ("samsung_ac", "fan=low mode=heat degrees=21.0", 38000, 350, 151542),
    ("samsung_ac", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 350, 916489),
    ("samsung_ac", "power=False mode=heat degrees=22.0", 38000, 350, 436436),
    ("lg2.akb74955603", "fan=low mode=heat degrees=21.0", 38000, 120, 772995),
    ("lg2.akb74955603", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 180, 369261),
    ("lg2.akb74955603", "power=False mode=heat degrees=22.0", 38000, 60, 651308),
    ("toshiba_ac", "fan=low mode=heat degrees=21.0", 38000, 528, 910449),
    ("toshiba_ac", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 528, 770375),
    ("toshiba_ac", "power=False mode=heat degrees=22.0", 38000, 528, 842846),
    ("truma", "fan=low mode=heat degrees=21.0", 38000, 118, 416952),
    ("truma", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 118, 530352),
    ("truma", "power=False mode=heat degrees=22.0", 38000, 118, 478152),
    ("amcor", "fan=low mode=heat degrees=21.0", 38000, 264, 655047),
    ("amcor", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 264, 651447),
    ("amcor", "power=False mode=heat degrees=22.0", 38000, 264, 656847),
    ("sharp_ac.a907", "fan=low mode=heat degrees=21.0", 38000, 212, 622348),
    ("sharp_ac.a907", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 212, 957148),
    ("sharp_ac.a907", "power=False mode=heat degrees=22.0", 38000, 212, 496348),
    ("hitachi_ac424", "fan=low mode=heat degrees=21.0", 38000, 854, 825604),
    ("hitachi_ac424", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 854, 838980),
    ("hitachi_ac424", "power=False mode=heat degrees=22.0", 38000, 854, 825604),
    ("daikin312", "fan=low mode=heat degrees=21.0", 36700, 644, 122865),
    ("daikin312", "fan=high swingv=auto mode=cool degrees=26.0", 36700, 644, 9692),
    ("daikin312", "power=False mode=heat degrees=22.0", 36700, 644, 150417),
    ("vestel_ac", "fan=low mode=heat degrees=21.0", 38000, 116, 409664),
    ("vestel_ac", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 116, 312604),
    ("vestel_ac", "power=False mode=heat degrees=22.0", 38000, 116, 27754),
    ("panasonic_ac32", "fan=low mode=heat degrees=21.0", 36700, 272, 832406),
    ("panasonic_ac32", "fan=high swingv=auto mode=cool degrees=26.0", 36700, 272, 160839),
    ("panasonic_ac32", "power=False mode=heat degrees=22.0", 36700, 272, 537472),
    ("kelvinator", "fan=low mode=heat degrees=21.0", 38000, 280, 741110),
    ("kelvinator", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 280, 600350),
    ("kelvinator", "power=False mode=heat degrees=22.0", 38000, 280, 313113),
    ("teco", "fan=low mode=heat degrees=21.0", 38000, 74, 356273),
    ("teco", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 74, 388373),
    ("teco", "power=False mode=heat degrees=22.0", 38000, 74, 334873),
    ("hitachi_ac", "fan=low mode=heat degrees=21.0", 38000, 452, 437415),
    ("hitachi_ac", "fan=high swingv=auto mode=cool degrees=26.0", 38000, 452, 486915),
    ("hitachi_ac", "power=False mode=heat degrees=22.0", 38000, 452, 211412),
)


def digest(timings):
    total = 0
    for i in range(len(timings)):
        total = (total + (i + 1) * timings[i]) % 1000003
    return total


def state_of(text):
    state = {"power": True, "fan": "auto"}
    for part in text.split(" "):
        key, _, word = part.partition("=")
        if key == "degrees":
            state[key] = float(word)
        else:
            state[key] = word == "True" if word in ("True", "False") else word
    return state


def bent(timings, factor, off):
    """Everything stretched, marks at the cost of spaces; the closing gap is never heard."""
    out = []
    for i in range(len(timings) - 1):
        out.append(timings[i] * factor // 100 + (-off if i & 1 else off))
    return out


def test_every_duration_is_that_of_the_vector():
    for name, text, hz, count, total in VECTORS:
        carrier, timings = units.load(name).encode_state(state_of(text))
        assert (carrier, len(timings), digest(timings)) == (hz, count, total), (name, text)


def test_bent_pulses_read_as_what_was_sent():
    for i in range(0, len(VECTORS), 2):
        name, text = VECTORS[i][0], VECTORS[i][1]
        unit = units.load(name)
        timings = unit.encode_state(state_of(text))[1]
        seen = unit.decode_state(timings)
        assert seen is not None, name
        assert unit.encode_state(seen)[1] == timings, (name, text, seen)
        for factor, off in ((80, 0), (120, 0), (100, 100), (100, -100)):
            assert unit.decode_state(bent(timings, factor, off)) == seen, (name, factor, off)


def test_biphase():
    unit = units.load("airwell")
    timings = unit.encode(UnitCommand("heat", 2500, "auto", None, False))[1]
    assert timings[:8] == [2850, 3800, 1900, 1900, 1900, 1900, 950, 950]
    assert timings[-2:] == [4750, 100000] or timings[-2:] == [3800, 100000]
    seen = unit.decode_state(timings)
    assert (seen["mode"], seen["degrees"], seen["power"]) == ("heat", 25.0, "toggled")
    for factor, off in ((80, 0), (120, 0), (100, 100), (100, -100)):
        assert unit.decode_state(bent(timings, factor, off)) == seen, (factor, off)


def test_a_toggle_is_sent_on_a_difference_only():
    unit = units.load("whirlpool_ac.dg11j191")
    cool = UnitCommand("cool", 2400, "auto", None, False)
    off = UnitCommand("off", 2400, "auto", None, False)
    again = unit.decode_state(unit.encode(cool, cool)[1])
    assert (again["power"], again["mode"]) == (None, "cool")
    start = unit.encode(cool, off)[1]
    assert unit.decode_state(start)["power"] == "toggled"
    assert unit.decode(start, off).mode == "cool"
    assert unit.decode(unit.encode(off, cool)[1], cool).mode == "off"


def test_one_shot_messages_are_sent_when_something_changed():
    unit = units.load("midea")
    state = {"mode": "cool", "degrees": 24.0, "quiet": False}
    alone = unit.encode_state(state, state)[1]
    assert len(unit.encode_state(state)[1]) == 2 * len(alone)
    assert len(unit.encode_state({"mode": "cool", "degrees": 24.0, "quiet": True}, state)[1]) == (
        2 * len(alone)
    )


def test_what_a_unit_cannot_do_is_refused():
    for name, command in (
        ("gree.yaw1f", UnitCommand("heat_cool", 2200, "auto", None, False)),
        ("trotec", UnitCommand("heat", 2200, "auto", None, False)),
        ("kelon", UnitCommand("cool", 2200, "auto", None, False)),
    ):
        try:
            units.load(name).encode(command)
            raise AssertionError(name)
        except CodecError:
            pass

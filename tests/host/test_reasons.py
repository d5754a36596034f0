"""Every word that the core can say has a rendering, and no rendering is left over."""

import ast

import pytest

from source_files import REPOSITORY
from splitstat_cli import reasons

CONTROL = REPOSITORY / "firmware" / "splitstat" / "control"
SAYING = {"_because": 0, "_stop": 0, "_off": 0, "_asks": 4, "_longer": 1}
NAMES = {"why", "rest", "reason", "heard"}


def strings(node) -> set:
    """Words that an expression can be: a string, either side of a choice, the head of a tuple."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return strings(node.body) | strings(node.orelse)
    if isinstance(node, ast.Tuple) and node.elts:
        return strings(node.elts[0])
    return set()


def said_by(source: str, names=NAMES, calls=SAYING) -> set:
    words = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            place = calls.get(name)
            if place is not None and len(node.args) > place:
                words |= strings(node.args[place])
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                name = getattr(target, "attr", getattr(target, "id", None))
                if isinstance(target, ast.Subscript):
                    name = getattr(target.value, "attr", None)
                if name in names:
                    words |= strings(node.value)
    return words


def words_of_the_core() -> set:
    words = {"off", "fan_only"}  # modes that Zone passes on as its reason: it wants nothing then
    words |= {"heat_pump", "boiler", "both"}  # sources of a whole-home system: DualFuel.use
    for path in CONTROL.glob("*.py"):
        # intent.py: its .why is where a setpoint comes from, not a reason
        if path.name != "intent.py":
            words |= said_by(path.read_text())
    return words


def test_the_core_says_many_words():
    assert {"min_off", "in_band", "other_class", "frame_budget"} <= words_of_the_core()


def test_every_word_of_the_core_is_rendered():
    assert words_of_the_core() - set(reasons.WORDS) == set()


def test_no_rendering_is_left_over():
    assert set(reasons.WORDS) - words_of_the_core() == set()


def test_every_fault_of_the_core_is_rendered():
    faults = {"sensor_doubtful"}  # of the shell, while the core still goes by the last value
    faults |= {"hygiene_overdue", "heat_pump_failed", "boiler_failed"}  # plant_state.py says them
    for path in CONTROL.glob("*.py"):
        faults |= said_by(path.read_text(), {"fault"}, {})
    assert faults == set(reasons.FAULTS)


def test_kinds_are_known():
    assert {kind for _, kind in reasons.WORDS.values()} == set(reasons.KINDS)


@pytest.mark.parametrize(
    ("action", "reason", "text"),
    [
        ("waiting", ("min_off", 140), "waiting: minimum off time, 2:20"),
        ("waiting", ("min_off", 0), "waiting: minimum off time"),
        ("heating", ("heat", 12), "heating: the room asks for heat, 1.2 K to go"),
        ("idle", ("in_band", 213), "idle: between its setpoints, 21.3 °C"),
        ("idle", ("season", -3), "idle: the weather does not call for it, -3 °C outdoors"),
    ],
)
def test_rendering(action, reason, text):
    assert reasons.say(action, reason) == text


def test_past_the_setpoint_is_said_so():
    assert reasons.say("cooling", ("cool", -4)).endswith("0.4 K past its setpoint and running low")


def test_an_unknown_word_is_an_error():
    with pytest.raises(KeyError):
        reasons.say("idle", ("made_up", 0))

"""Lines of keys: found by a walk of our own, checked against what tomllib read."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from splitstat_cli.toml_file import key_lines

AWKWARD = '''a = 1 # x = 2
b.c = [
  "x]", # [
  2,
]
s = """
k = 1
\\""" [
"""
"q.r" = 'it # '
t = {u = "}", v = [1]}
l = \'\'\'
[[room]]
\'\'\'
[[room]]
name = "a"
[room.building]
area = 3
[[room.sensor]]
w = 1
[[room.sensor]]
w = 2
  [[ room ]]
  name = "b"
[[room.sensor]]
w = """3"""""
[x.y."z w"]
o = 1
'''
EXPECTED = {
    ("a",): 1,
    ("b", "c"): 2,
    ("s",): 6,
    ("q.r",): 10,
    ("t",): 11,
    ("l",): 12,
    ("room",): 15,
    ("room", 0): 15,
    ("room", 0, "building", "area"): 18,
    ("room", 0, "sensor", 0, "w"): 20,
    ("room", 0, "sensor", 1): 21,
    ("room", 1, "name"): 24,
    ("room", 1, "sensor", 0, "w"): 26,
    ("x", "y", "z w", "o"): 28,
}


def test_awkward_text():
    tomllib.loads(AWKWARD)
    lines = key_lines(AWKWARD)
    for where, line in EXPECTED.items():
        assert lines[where] == line, where
    assert ("k",) not in lines and ("name",) not in lines


VALUES = (
    "1",
    '"# ]"',
    "'[['",
    "[\n1,\n# ]\n2]",
    '"""\n[[x]]\nk = 1\n"""',
    "'''\n\"\"\"\n'''",
    "{a = 1, b = [2]}",
    '"\\\\"',
    "[[1], [\n2]]",
)
TABLES = ("[t{}]", "[[room]]", "[[room.block]]", "[other.t{}]")


@st.composite
def documents(draw):
    """Text of unique keys, and the line of each."""
    text = "[[room]]\n"
    line = 2
    at = {}
    for number in range(draw(st.integers(1, 12))):
        head = draw(st.sampled_from((None, None, *TABLES)))
        if head:
            text += head.format(number) + "\n"
            line += 1
        value = draw(st.sampled_from(VALUES))
        at[f"k{number}"] = line
        text += f"k{number} = {value}\n"
        line += 1 + value.count("\n")
        if draw(st.booleans()):
            text += "# k = 1 [\n\n"
            line += 2
    return text, at


def places(value, where=()):
    """Every key of a document with its place, inline tables left out."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield (*where, key)
            yield from places(inside, (*where, key))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from places(inside, (*where, number))


@given(documents())
def test_every_key_has_its_line(document):
    text, at = document
    lines = key_lines(text)
    found = {where[-1]: lines.get(where) for where in places(tomllib.loads(text))}
    for key, line in at.items():
        assert found[key] == line, text
    assert len([where for where in lines if str(where[-1]).startswith("k")]) == len(at)


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n", "[a]\n[a.b]\n"])
def test_texts_with_little(text):
    assert all(isinstance(line, int) for line in key_lines(text).values())

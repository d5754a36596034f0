"""The page's words are the core's, its shell is small, and it asks nobody else for anything."""

import gzip
import json
import re

import pytest

from page_boards import WWW
from source_files import REPOSITORY
from splitstat_cli import reasons

SHELL_BYTES = 60_000
# A word that is whole in the source; what ends with "_" is the beginning of several.
LOGGED = re.compile(r'log\.add\([^,]+, [^,]+, "(\w+[a-z])"')


def table(name: str) -> dict:
    text = (WWW / "words.js").read_text("utf-8")
    return json.loads(text.partition(f"const {name} = ")[2].partition(";\n")[0])


def test_reasons_are_those_of_the_command():
    assert {word: tuple(pair) for word, pair in table("WORDS").items()} == reasons.WORDS


def test_faults_are_those_of_the_command():
    assert table("FAULTS") == reasons.FAULTS


def test_every_word_of_the_log_has_a_sentence():
    app = REPOSITORY / "firmware/splitstat/app"
    said = {word for path in app.glob("*.py") for word in LOGGED.findall(path.read_text("utf-8"))}
    assert "not_sent" in said
    assert sorted(said - set(table("LOG_WORDS"))) == []


def test_the_shell_is_small():
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in WWW.iterdir()}
    assert sum(sizes.values()) <= SHELL_BYTES, sizes


@pytest.mark.parametrize("path", sorted(WWW.iterdir()), ids=lambda path: path.name)
def test_it_asks_nobody_else(path):
    found = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text("utf-8")))
    assert found <= {"http://www.w3.org"}  # the name of SVG, never fetched

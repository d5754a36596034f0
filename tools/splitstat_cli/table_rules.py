"""Checks a TOML table against a list of keys: kinds of values are classes, a file's keys are data.

Every mistake is reported, none stops the check: a key that cannot be used gets its default.
"""

import re
from dataclasses import dataclass
from typing import Any

from splitstat_cli.mistakes import Mistake, nearest, quoted

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")


class Wrong(Exception):
    """A value that is not of its kind: what is allowed, and the word that was probably meant."""

    def __init__(self, allowed: str, suggestion: str | None = None, found: str | None = None):
        super().__init__(allowed)
        self.allowed, self.suggestion, self.found = allowed, suggestion, found


@dataclass(frozen=True)
class Number:
    """low..high in `unit`, both included, so never NaN. A float, or an int where whole."""

    low: float
    high: float
    unit: str = ""
    whole: bool = False

    def read(self, value):
        kinds = int if self.whole else (int, float)
        if (
            not isinstance(value, bool)
            and isinstance(value, kinds)
            and self.low <= value <= self.high
        ):
            return value if self.whole else float(value)
        kind = "a whole number" if self.whole else "a number"
        raise Wrong(f"allowed is {kind} from {self.low:g} to {self.high:g} {self.unit}".rstrip())


@dataclass(frozen=True)
class Flag:
    """true or false."""

    def read(self, value):
        if isinstance(value, bool):
            return value
        raise Wrong("allowed are true and false")


@dataclass(frozen=True)
class Word:
    """One of a few words: a tuple, or a function that returns one; `verb` for the sentence."""

    allowed: Any
    verb: str = "is"

    def read(self, value):
        words: Any = self.allowed() if callable(self.allowed) else self.allowed
        if isinstance(value, str) and value in words:
            return value
        shown = ", ".join(words) if len(words) <= 12 else f"{len(words)} words"
        suggestion = nearest(value, words) if isinstance(value, str) else None
        raise Wrong(f"allowed {self.verb} {shown}", suggestion)


@dataclass(frozen=True)
class Name:
    """A name that fits into MQTT topics and file names."""

    reserved: tuple = ()

    def read(self, value):
        if isinstance(value, str) and NAME.fullmatch(value) and value not in self.reserved:
            return value
        plain = re.sub(r"[^a-z0-9_-]+", "_", str(value).lower()).strip("_-")[:24]
        fits = isinstance(value, str) and NAME.fullmatch(plain) and plain not in self.reserved
        raise Wrong("allowed are 1 to 24 of a-z 0-9 _ -", plain if fits else None)


@dataclass(frozen=True)
class Text:
    """Any printable text of at most `most` characters."""

    most: int = 80

    def read(self, value):
        if isinstance(value, str) and 0 < len(value) <= self.most and value.isprintable():
            return value
        raise Wrong(f"allowed is a text of 1 to {self.most} characters")


@dataclass(frozen=True)
class Either:
    """The first kind that takes the value; `says` is the sentence for all of them."""

    kinds: tuple
    says: str

    def read(self, value):
        suggestion = None
        for kind in self.kinds:
            try:
                return kind.read(value)
            except Wrong as why:
                suggestion = suggestion or why.suggestion
        raise Wrong(self.says, suggestion)


@dataclass(frozen=True)
class List:
    """A list of at most `most` values of one kind; a single value stands for a list of one."""

    kind: Any
    most: int = 64

    def read(self, value):
        values = value if isinstance(value, list) else [value]
        if len(values) > self.most:
            raise Wrong(f"allowed are at most {self.most} of them")
        read = []
        for one in values:
            try:
                read.append(self.kind.read(one))
            except Wrong as why:
                raise Wrong(why.allowed, why.suggestion, why.found or quoted(one)) from None
        return read


@dataclass(frozen=True)
class Key:
    """One key of a table: name, kind of value, and what holds where it is left out."""

    name: str
    kind: Any
    default: object = None
    required: bool = False


class Checker:
    """Collects the mistakes of one TomlFile."""

    def __init__(self, file):
        self.file = file
        self.mistakes: list[Mistake] = []

    def wrong(self, where: tuple, found: str, allowed: str = "", suggestion=None):
        """where: (key, number, key, ...), as in TomlFile.lines."""
        line = self.file.line(where)
        key = self._spoken(where)
        self.mistakes.append(Mistake(self.file.name, line, key, found, allowed, suggestion))

    def table(self, value, keys, where: tuple, tables=()) -> dict:
        """The values of `keys`, defaults filled in; `tables`: keys that the caller reads."""
        read = {key.name: key.default for key in keys}
        if not isinstance(value, dict):
            self.wrong(where, quoted(value), "a table is needed here")
            return read
        known = [*read, *tables]
        for name in value:
            if name not in known:
                self.wrong(
                    (*where, name),
                    "there is no such key",
                    self._choice(known),
                    nearest(name, known),
                )
        for key in keys:
            if key.name in value:
                try:
                    read[key.name] = key.kind.read(value[key.name])
                except Wrong as why:
                    found = why.found or quoted(value[key.name])
                    self.wrong((*where, key.name), found, why.allowed, why.suggestion)
            elif key.required:
                self.wrong((*where, key.name), "is missing", "it is needed")
        return read

    def tables(self, data: dict, name: str, where: tuple = (), most: int = 16) -> list:
        """The tables of [[name]], none where it is left out; whatever is not a table counts as an
        empty one.
        """
        found = data.get(name, [])
        if not isinstance(found, list):
            self.wrong((*where, name), quoted(found), f"tables are needed here: [[{name}]]")
            return []
        if len(found) > most:
            self.wrong((*where, name), f"{len(found)} tables", f"allowed are at most {most}")
        return found[:most]

    def names(self, tables, where: tuple) -> list:
        """The names of tables, each used once."""
        names: list = []
        for number, table in enumerate(tables):
            if table.get("name") in names:
                first = names.index(table["name"]) + 1
                place = (*where, number, "name")
                self.wrong(place, quoted(table["name"]), f"number {first} has this name already")
            names.append(table.get("name"))
        return names

    @staticmethod
    def _choice(known) -> str:
        if not known:
            return "no key is allowed here"
        shown = ", ".join(sorted(known)) if len(known) <= 10 else "the keys in the README"
        return f"allowed are {shown}"

    def _spoken(self, where) -> str:
        """room.bedroom.heat for ("room", 0, "heat"): tables are called by their names where they
        have one.
        """
        spoken = []
        data: Any = self.file.data
        for step in where:
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                data = None
            name = data.get("name") if isinstance(data, dict) else None
            if isinstance(step, int):
                good = isinstance(name, str) and NAME.fullmatch(name)
                spoken.append(name if good else str(step + 1))
            else:
                spoken.append(str(step) if str(step).isprintable() else ascii(step))
        return ".".join(one if len(one) <= 40 else one[:37] + "..." for one in spoken)

"""Reads a TOML file that anybody may have written: never a traceback, always a place.

tomllib parses; it keeps no positions, so the line of every key is found by a second walk over the
text, which is known to be valid by then (https://toml.io/en/v1.0.0).
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from splitstat_cli.mistakes import FileError, Mistake

MAX_BYTES = 256 * 1024
MAX_LINE = 4096
MAX_DEPTH = 24
AT_LINE = re.compile(r" ?\(at line (\d+), column (\d+)\)| ?\(at end of document\)")
KEY_PART = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*(\.?)""")
TOKEN = re.compile(
    r"""
    \"{3}(?:[^\\]|\\.)*?\"{3,5} | '{3}.*?'{3,5}     # long strings
    | "(?:[^"\\\n]|\\.)*" | '[^'\n]*'               # strings
    | \#[^\n]*                                      # a comment
    | [\[\]{}\n]
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class TomlFile:
    """name: as the person gave it; data: from tomllib; lines: (key, 0, key, ...) -> line."""

    name: str
    data: dict
    lines: dict

    def line(self, where: tuple) -> int | None:
        """Line of a key, or of the nearest table around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where)


def read(path, error: type[FileError] = FileError) -> TomlFile:
    """Raises `error` with the one mistake that keeps the file from being read at all."""
    path = Path(path)
    name = str(path) if str(path).isprintable() else ascii(str(path))

    def refuse(found, allowed="", line=None):
        raise error([Mistake(name, line, "", found, allowed)]) from None

    try:
        if path.is_dir():
            refuse("this is a directory", "a TOML file is needed")
        if path.exists() and not path.is_file():
            refuse("this is not a regular file", "a TOML file is needed")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        refuse("there is no such file", "a TOML file is needed")
    except (OSError, ValueError) as why:
        refuse(
            f"cannot be read ({getattr(why, 'strerror', None) or why})", "a TOML file is needed"
        )
    if len(raw) > MAX_BYTES:
        refuse(
            f"more than {MAX_BYTES // 1024} KiB", "no home needs so much: is this the right file?"
        )
    if not raw.strip():
        refuse("the file is empty", "README shows a home in 20 lines")
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]  # some editors put a byte order mark there; it says nothing in UTF-8
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse("this is UTF-16", "save it as UTF-8", 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as why:
        line = raw.count(b"\n", 0, why.start) + 1
        refuse(f"byte 0x{raw[why.start]:02x} is not UTF-8", "save it as UTF-8", line)
    text = text.replace("\r\n", "\n")
    _refuse_shape(text, refuse)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        at = AT_LINE.search(str(why))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        refuse(AT_LINE.sub("", str(why)), "this is not TOML (toml.io)", line)
    except RecursionError:
        refuse("nested too deeply", f"at most {MAX_DEPTH} levels")
    except ValueError as why:  # an integer of thousands of digits, a date that does not exist
        refuse(str(why).split(";")[0], "this is not TOML (toml.io)")
    return TomlFile(name, data, key_lines(text))


def _refuse_shape(text, refuse):
    """What would keep the parser busy for seconds, or send it into its own recursion."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            refuse(f"a line of {len(line)} characters", f"at most {MAX_LINE}", number)
        depth = 0
        for char in line:
            depth += (char in "[{") - (char in "]}")
            if depth > MAX_DEPTH:
                refuse("nested too deeply", f"at most {MAX_DEPTH} levels", number)


def key_lines(text: str) -> dict:
    """(key, number in an array of tables, key, ...) -> line, of a text that is valid."""
    lines: dict = {}
    counts: dict = {}
    table: tuple = ()
    starts = _statement_lines(text)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if number not in starts or not bare or bare.startswith("#"):
            continue
        if bare.startswith("["):
            many = bare.startswith("[[")
            table = _header(_keys(bare.lstrip("[")), many, counts)
            for depth in range(1, len(table) + 1):
                lines.setdefault(table[:depth], number)
        else:
            keys = _keys(bare)
            for depth in range(1, len(keys) + 1):
                lines.setdefault(table + keys[:depth], number)
    return lines


def _statement_lines(text) -> set:
    """The lines that begin a statement: not those within a long string, an array or an inline
    table.
    """
    starts = {1}
    depth = 0
    number = 1
    for token in TOKEN.finditer(text):
        word = token[0]
        if word == "\n":
            number += 1
            if depth == 0:
                starts.add(number)
        elif word in "[{":
            depth += 1
        elif word in "]}":
            depth -= 1
        else:
            number += word.count("\n")
    return starts


def _header(keys, many, counts) -> tuple:
    """The full place of a table header: the parts that are arrays get the number of their last
    table.
    """
    place: tuple = ()
    for depth, key in enumerate(keys, 1):
        place += (key,)
        if many and depth == len(keys):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place += (counts[place],)
    return place


def _keys(text) -> tuple:
    """The parts of a dotted key at the start of a text."""
    keys: list = []
    at = 0
    while len(keys) < MAX_DEPTH and (part := KEY_PART.match(text, at)):
        word = part[1]
        keys.append(tomllib.loads(f"a = {word}")["a"] if word[0] in "\"'" else word)
        at = part.end()
        if not part[2]:
            break
    return tuple(keys)

"""What CPython takes and MicroPython does not, or takes and does otherwise, is kept out of the
portable code.

The portable tests would meet most of it, but only on lines they execute; this reads every line.
"""

import ast

import pytest

from source_files import place, python_files, tree

PORTABLE = ("firmware", "tests/portable", "tools/splitstat_cli/on_vm")
ABSENT_MODULES = set(
    "dataclasses enum typing abc __future__ functools contextlib logging unittest pathlib inspect "
    "types weakref datetime copy itertools operator string tomllib decimal fractions bisect "
    "shutil base64 zlib gzip hmac secrets contextvars".split()
)
ABSENT_METHODS = set(
    "zfill ljust rjust title casefold isalnum removeprefix removesuffix bit_length bit_count "
    "fullmatch _replace _asdict".split()
)
DISPLAYS = ast.List | ast.Tuple | ast.Set


def traps(parsed: ast.AST):
    """(node, why) for all that does not run, or runs otherwise, on MicroPython."""
    for node in ast.walk(parsed):
        why = trap(node)
        if why:
            yield node, why


def trap(node: ast.AST) -> str | None:
    if isinstance(node, ast.Slice):
        return "slice with a step" if node.step is not None else None
    if isinstance(node, DISPLAYS) and not isinstance(getattr(node, "ctx", None), ast.Store):
        return "star in a display" if any(isinstance(e, ast.Starred) for e in node.elts) else None
    if isinstance(node, ast.Dict):
        return "two stars in a display" if None in node.keys else None
    if isinstance(node, ast.Match):
        return "match statement"
    if isinstance(node, ast.arguments):
        return "positional-only arguments" if node.posonlyargs else None
    if isinstance(node, ast.ClassDef):
        return "metaclass or class keyword" if node.keywords else None
    if isinstance(node, ast.comprehension):
        return "async comprehension" if node.is_async else None
    if isinstance(node, ast.Attribute):
        return f"no .{node.attr}" if node.attr in ABSENT_METHODS else None
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
        gone = ABSENT_MODULES & {name.partition(".")[0] for name in names}
        return f"no module {', '.join(sorted(gone))}" if gone else None
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", "")
        words = {keyword.arg for keyword in node.keywords}
        if (called == "sum" and "start" in words) or (called == "zip" and "strict" in words):
            return f"{called}() takes no keyword"
    return None


def test_nothing_that_micropython_lacks():
    files = python_files(*PORTABLE)
    wrong = [f"{place(path, node)} {why}" for path in files for node, why in traps(tree(path))]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        "x[::-1]",
        "x[0:4:2]",
        "[*a]",
        "(*a, 1)",
        "{**a}",
        "match x:\n    case 1: pass",
        "def f(a, /): pass",
        "class A(metaclass=B): pass",
        "'7'.zfill(2)",
        "n.bit_length()",
        "import enum",
        "from typing import Any",
        "sum(x, start=3)",
        "zip(a, b, strict=True)",
        "p._replace(x=1)",
    ],
)
def test_a_trap_is_seen(source):
    assert list(traps(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["a[1:2]", "b, *c = d", "f(*a, **b)", "[a for a in b]", "'%d' % n", "x = (1, 2)"]
)
def test_what_runs_everywhere_passes(source):
    assert not list(traps(ast.parse(source)))

"""The control core computes in integers only: no float literal, no true division, no float()."""

import ast

import pytest

from source_files import place, python_files, tree


def floats(parsed: ast.AST):
    """Every node of a syntax tree that brings a float into being."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield node
        elif isinstance(node, ast.Name) and node.id in ("float", "complex"):
            yield node
        elif isinstance(node, ast.Import | ast.ImportFrom) and "math" in ast.unparse(node):
            yield node
        elif (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Pow)
            and not (isinstance(node.right, ast.Constant) and isinstance(node.right.value, int))
        ):
            yield node  # 2 ** -1 is a float


def test_no_floats_in_the_core():
    files = python_files("firmware/splitstat/control")
    assert len(files) > 3
    assert [place(path, node) for path in files for node in floats(tree(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 0.5",
        "x = 1e3",
        "x = a / b",
        "x /= 2",
        "x = float(y)",
        "import math",
        "x = 2 ** n",
        "f(1, 2.)",
    ],
)
def test_a_float_is_seen(source):
    assert list(floats(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["x = a // b", "x = 2 ** 30", "s = '0.5 / 2'", "x //= 3", "f(1_000)"]
)
def test_an_integer_is_not_taken_for_one(source):
    assert not list(floats(ast.parse(source)))

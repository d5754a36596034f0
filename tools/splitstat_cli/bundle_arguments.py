"""Parameters get the same few names in every function, as a board gets them.

A function names its parameters for calls by keyword, and a board keeps each such name once: some
20 bytes. People need them; a board needs only those that some call really uses.
"""

import ast
import string
from pathlib import Path


def keywords(sources) -> set[str]:
    """Every name by which some call in these files passes an argument."""
    return {
        node.arg
        for path in sources
        for node in ast.walk(ast.parse(Path(path).read_text("utf-8")))
        if isinstance(node, ast.keyword) and node.arg
    }


def shorten(module: ast.Module, kept: set[str]) -> None:
    """Renames the parameters of each function, but for those in `kept`.

    A function with another function or a class inside stays as it is.
    """
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not _nested(node):
            _shorten_one(node, kept)


def _nested(function) -> bool:
    inside = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    return any(isinstance(node, inside) for node in ast.walk(function) if node is not function)


def _shorten_one(function, kept) -> None:
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args]
    here = {
        word
        for node in ast.walk(function)
        for word in (
            getattr(node, "id", None),
            getattr(node, "arg", None),
            getattr(node, "name", None),
            getattr(node, "asname", None),
        )
        if isinstance(word, str)
    }
    said = {name for node in ast.walk(function) for name in getattr(node, "names", ())
            if isinstance(name, str)}  # fmt: skip
    free = [letter for letter in string.ascii_lowercase if letter not in here]
    new = {
        each.arg: letter
        for each, letter in zip(every, free, strict=False)
        if each.arg not in kept and each.arg not in said and each.arg != "self"
    }
    for each in every:
        each.arg = new.get(each.arg, each.arg)
    for statement in function.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name):
                node.id = new.get(node.id, node.id)

"""The order in which a module's imports are loaded, read from the sources."""

import ast
from pathlib import Path


def import_order(root: Path, module: str) -> list[str]:
    """Every module of the firmware that `module` imports at its top; itself last.

    root: the folder that holds the package `splitstat`.
    """
    found: list[str] = []
    _visit(root, module, found, set())
    return found


def _visit(root: Path, module: str, found: list[str], seen: set[str]) -> None:
    path = root.joinpath(*module.split(".")).with_suffix(".py")
    if module in seen or not path.exists():
        return
    seen.add(module)
    for node in ast.parse(path.read_text("utf-8")).body:
        for name in _imported(node):
            _visit(root, name, found, seen)
    found.append(module)


def _imported(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []

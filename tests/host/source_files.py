"""The project's Python sources, parsed once, for the tests that read them."""

import ast
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
ROOTS = {"firmware": "firmware", "host_sim": ".", "tools": "tools"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def python_files(*folders: str) -> list[Path]:
    """Every .py file below the folders, which are named from the top of the repository."""
    found = [path for folder in folders for path in sorted((REPOSITORY / folder).rglob("*.py"))]
    return [path for path in found if "__pycache__" not in path.parts]


def place(path: Path, node: ast.AST | None = None) -> str:
    """`firmware/splitstat/control/zone.py:12`"""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr | ast.alias) else ""
    return f"{path.relative_to(REPOSITORY)}{line}"


def module_name(path: Path) -> str:
    """The name a file is imported by: splitstat.control.zone, host_sim.world."""
    root = REPOSITORY / ROOTS[path.relative_to(REPOSITORY).parts[0]]
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> list[tuple[str, str]]:
    """(module imported, place) for every import of the file, relative ones resolved.

    `from a import b` is reported as a.b as well, since b may be a module.
    """
    return list(imports_of(tree(path), module_name(path), path.name == "__init__.py", path))


def imports_of(parsed: ast.Module, name: str, is_package: bool, path: Path):
    package = name.split(".") if is_package else name.split(".")[:-1]
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, place(path, node)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield source, place(path, node)
            for alias in node.names:
                yield f"{source}.{alias.name}", place(path, node)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "__import__":
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, place(path, node)

"""Which modules of the firmware import which, read from the sources.

At its top a module imports what it always needs; inside a function it imports what only some homes
need (a step of the core, a door of the board), or what it lets go again.
"""

import ast
from pathlib import Path


class Graph:
    """root: the folder that holds the package `splitstat`. Modules go by their full names."""

    def __init__(self, root: Path):
        self.root = root
        self.trees: dict[str, ast.Module] = {}

    def path(self, module: str) -> Path:
        return self.root.joinpath(*module.split(".")).with_suffix(".py")

    def is_module(self, name: str) -> bool:
        """Whether `name` is a module file of the firmware; a package is none."""
        return self.path(name).is_file()

    def tree(self, module: str) -> ast.Module:
        if module not in self.trees:
            self.trees[module] = ast.parse(self.path(module).read_text("utf-8"))
        return self.trees[module]

    def always(self, module: str) -> list[str]:
        """Modules that are imported at the top of `module`, in its order."""
        return [name for node in self.tree(module).body for name in self.imported(node)]

    def sometimes(self, module: str) -> list[str]:
        """Modules that are imported inside a function of `module`, in its order."""
        tree = self.tree(module)
        inner = [
            name
            for node in ast.walk(tree)
            if node not in tree.body
            for name in self.imported(node)
        ]
        return list(dict.fromkeys(inner))

    def imported(self, node: ast.AST) -> list[str]:
        """Modules of the firmware that an import statement loads; empty for anything else."""
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            return []
        return [name for name in names if self.is_module(name)]

    def closure(self, modules, without=()) -> list[str]:
        """`modules` and all that they always load, each after what it imports."""
        found: list[str] = []
        seen = set(without)

        def visit(module):
            if module not in seen:
                seen.add(module)
                for each in self.always(module):
                    visit(each)
                found.append(module)

        for module in modules:
            if self.is_module(module):
                visit(module)
        return found

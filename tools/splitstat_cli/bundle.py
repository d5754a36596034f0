"""Joins the modules of a package into one, as a board gets them.

People read one thing, one file. A board pays some 250 bytes of heap for each module: its names,
and once more the names that it shares with others. So what a home always needs of a package goes
into one module under the package's name (splitstat/control.mpy), and what is imported inside a
function, into one of its own beside the package, which a letter and a digit name (a0.mpy: every
place that imports it keeps that name). Unit and sensor files stay as they are, for they are found
by their names; what one of them alone imports is joined with it.

Nothing but imports and names is changed: clashing ones, parameters' (bundle_arguments.py), and
then all that are the firmware's own (bundle_short_names.py). What cannot be joined
faithfully is refused with a ValueError.
"""

import ast
import shutil
from pathlib import Path
from string import ascii_lowercase

from splitstat_cli import board_files
from splitstat_cli.bundle_arguments import keywords, shorten
from splitstat_cli.bundle_names import Namer
from splitstat_cli.bundle_rewrite import Rewriter
from splitstat_cli.bundle_short_names import ShortNames
from splitstat_cli.module_graph import Graph

ON_VM = Path(__file__).parent / "on_vm"  # scripts that call the firmware
APART = ("splitstat.units", "splitstat.sensors")  # found by name


class Bundles:
    """What of the firmware goes onto a board, joined.

    root: the folder that holds the package `splitstat`; modules: the full names of what the board
    starts from, units and sensors among them; callers: files outside of the firmware that call
    its functions by keyword.
    """

    def __init__(self, root: Path, modules, callers=()):
        self.graph = Graph(root)
        self.groups = self._grouped(list(modules))
        self.home = {module: name for name, group in self.groups.items() for module in group}
        self.namer = Namer(self.graph, self.groups)
        outside = [*ON_VM.glob("*.py"), *callers]
        self.keywords = keywords([*(root / "splitstat").rglob("*.py"), *outside])
        outside += [board_files.path(name) for name in board_files.known_boards()]
        others = [ast.parse(Path(path).read_text("utf-8")) for path in outside]
        self.trees = {name: self._joined(name) for name in self.groups}
        packages = {name.rpartition(".")[0] for name in self.groups} | {"splitstat"}
        for package in sorted(packages - {""}):
            init = root.joinpath(*package.split("."), "__init__.py")
            self.trees[package] = ast.parse(init.read_text("utf-8"))
        self.short = ShortNames(self.trees, others)
        for name, tree in self.trees.items():
            self.short.shorten(tree, name)

    def _grouped(self, modules) -> dict[str, list[str]]:
        """Name of each module on the board -> the modules it is made of, in loading order."""
        graph = self.graph
        groups: dict[str, list[str]] = {}
        always = graph.closure(modules)
        for module in always:
            package = module.rpartition(".")[0]
            alone = package in APART or package in ("", "splitstat")
            group = module if alone else package
            users = [each for each in always if module in graph.always(each)]
            if package in APART and module not in modules and len(users) == 1:
                group = users[0]  # found by nobody's name, and shared by none
            groups.setdefault(group, []).append(module)
        # What several of the optional parts share becomes a part of its own.
        seen = set(always)
        waiting = self._optional(always, seen)
        parts: list[str] = []
        while waiting:
            part = waiting.pop(0)
            if part not in parts:
                parts.append(part)
                inside = graph.closure([part], seen)
                waiting += self._optional(inside, seen)
        owners: dict[str, list[str]] = {}
        for part in parts:
            for module in graph.closure([part], seen):
                owners.setdefault(module, []).append(part)
        apart = [*parts, *(m for m, of in owners.items() if len(of) > 1 and m not in parts)]
        for at, part in enumerate(apart):
            name = part if part.startswith(APART) else f"{ascii_lowercase[at // 10]}{at % 10}"
            own = graph.closure([part], seen)
            groups[name] = [m for m in own if m == part or (owners[m] == [part])]
        return groups

    def _optional(self, modules, seen):
        return [
            each for module in modules for each in self.graph.sometimes(module) if each not in seen
        ]

    def loaded(self, modules) -> list[str]:
        """The modules on the board that importing these loads, each after what it imports."""
        order = self.graph.closure(modules)
        return list(dict.fromkeys(self.home[module] for module in order))

    def source(self, name: str) -> str:
        """The text of one module on the board."""
        return ast.unparse(self.trees[name])

    def _joined(self, name: str) -> ast.Module:
        seen: set[str] = set()
        body: list[ast.stmt] = []
        for module in self.groups[name]:
            tree = ast.parse(self.graph.path(module).read_text("utf-8"))
            body += Rewriter(self.namer, module, seen).statements(tree)
        joined = ast.Module(body, [])
        shorten(joined, self.keywords)
        return joined

    def script(self, text: str) -> str:
        """A script that is not part of the package, with its imports as they are on the board."""
        tree = Rewriter(self.namer, None, set()).visit(ast.parse(text))
        self.short.shorten(tree)
        return ast.unparse(tree)

    def write(self, into: Path) -> list[Path]:
        """Writes the package `splitstat`, with the texts of all packages, and beside it what comes
        and goes, into the folder, as sources. Returns the files."""
        written = []
        for name in self.trees:
            path = name.replace(".", "/") + (".py" if name in self.groups else "/__init__.py")
            target = into / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.source(name), "utf-8")
            written.append(target)
        folders = {self.graph.path(module).parent for module in self.home}
        for text in sorted(text for folder in folders for text in folder.glob("*.txt")):
            written.append(Path(shutil.copy(text, into / "splitstat" / text.name)))
        return written

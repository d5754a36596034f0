"""Names of the firmware's own become short ones, as a board gets them.

A board keeps every name of a function, a class or an attribute once, some 17 bytes each, and never
lets go of one, not even when the module is gone. So an attribute gets a name that a board has
anyway, because it stands in the .mpy format's table, or elsewhere in flash (flash_names.txt:
python -m splitstat_cli.flash_names), or is a word of a module that stays: an attribute of an
object of ours may as well be called `append`. What is a name in its module alone gets one that
other modules use, too. When all those are gone come names of two letters.

Left alone is what the code names in texts (bundle_seen.py), what MicroPython's own modules call
something (library_names.txt: python -m splitstat_cli.library_names), and names with two
underscores in front.
"""

import ast
import builtins
from functools import cache
from itertools import chain, count, product
from keyword import iskeyword
from pathlib import Path
from string import ascii_lowercase

from splitstat_cli.bundle_seen import Seen, in_class

# firmware/main.py, which is never updated, calls `run`; VMs call `more` of a script.
CALLED = {"run", "more"}
LIBRARY = Path(__file__).with_name("library_names.txt")
FLASH = Path(__file__).with_name("flash_names.txt")
# The static names that the .mpy format numbers (py/makeqstrdata.py), exceptions' attributes aside.
IN_FLASH = """
abs all any append bool builtins bytearray bytecode bytes callable chr classmethod clear close
const copy count dict dir divmod end endswith eval exec extend find format from_bytes get
getattr globals hasattr hash id index insert int isalpha isdigit isinstance islower isspace
issubclass isupper items iter join key keys len list little locals lower lstrip main map
micropython next object open ord pop popitem pow print range read readinto readline remove
replace repr reverse rfind rindex round rsplit rstrip send sep set setattr setdefault sort
sorted split start startswith staticmethod step stop str strip sum super throw to_bytes tuple
type update upper values write zip
""".split()
NOT_OURS = {*dir(builtins), "const", "micropython"}


class ShortNames:
    """trees: name of a module of a board -> its tree, the ones loaded first in front; others: what
    is not renamed or not part of it, a board's file or a script.

    attributes: what an attribute becomes; spoken: those of them that are names as well; own:
    module -> what a name that only modules have becomes there.
    """

    def __init__(self, trees: dict[str, ast.Module], others=()):
        ours, outside = Seen(trees.values(), trees), Seen(others, trees)
        parts = {part for module in trees for part in module.split(".")}
        kept = CALLED | parts
        for seen in (ours, outside):
            kept |= seen.named | seen.foreign | seen.folded
        kept |= outside.keywords  # which a script may well take as the keys of a dict
        every = ours.every | outside.every | kept | NOT_OURS
        kept |= set(LIBRARY.read_text("utf-8").split())
        made = [name for name in ours.made if name not in kept and name[:2] != "__"]
        both = ours.attributes | ours.arguments | (ours.used & set(ours.names))
        stay = [tree for module, tree in trees.items() if module.startswith("splitstat.")]
        words = [sorted(Seen([tree], trees).words) for tree in stay]
        # What keeps its name must not meet what becomes another's.
        attributes = ours.attributes | outside.attributes
        free = dict.fromkeys(chain(IN_FLASH, *words))
        free = iter([name for name in free if name not in attributes and not iskeyword(name)])
        # A name that is spoken as well must not meet any other at all.
        short = short_names(every | set(IN_FLASH))
        self.attributes: dict[str, str] = {}
        self.spoken: dict[str, str] = {}
        for name in made:
            if name in both and len(name) > 2:
                spoken = name in ours.names or name in ours.arguments
                self.attributes[name] = next(short if spoken else chain(free, short))
                if spoken:
                    self.spoken[name] = self.attributes[name]
        self.own: dict[str, dict[str, str]] = {}
        for module, tree in trees.items():
            seen = Seen([tree], trees)
            own = [name for name in seen.names if name in made and name not in both]
            avoid = seen.spoken | {self.spoken.get(name, name) for name in seen.spoken}
            avoid |= NOT_OURS
            names = chain([name for name in IN_FLASH if name not in avoid], short_names(avoid))
            self.own[module] = {name: next(names) for name in own if len(name) > 2}

    def shorten(self, tree: ast.Module, module: str = ""):
        """Renames in place. module: its name on the board, or "" for a script."""
        Shortener(self, module).visit(tree)

    def name(self, module: str, name: str) -> str:
        """What a name of a module is called."""
        return self.own.get(module, {}).get(name) or self.spoken.get(name, name)


def short_names(taken):
    """Names in flash, then of two letters, then of three, none of them taken."""
    yield from (name for name in in_flash() if name not in taken)
    for size in count(2):
        for letters in product(ascii_lowercase, repeat=size):
            name = "".join(letters)
            if name not in taken and not iskeyword(name):
                yield name


@cache
def in_flash() -> list[str]:
    """Those that an .mpy file says in full."""
    return FLASH.read_text("utf-8").split()


class Shortener(ast.NodeTransformer):
    """Applies the tables to one tree."""

    def __init__(self, short: ShortNames, module: str):
        self.short = short
        self.module = module
        self.inside: set[str] = set()  # names of the class whose body this is
        self.spaces: dict[str, str] = {}  # name of a module here -> that module

    def _named(self, name):
        return name and self.short.name(self.module, name)

    def _here(self, name):
        if name in self.inside:
            return self.short.attributes.get(name, name)
        return self._named(name)

    def _all(self, nodes):
        return [self.visit(node) for node in nodes]

    def visit_ClassDef(self, node):
        node.name = self._named(node.name)
        node.bases = self._all(node.bases)
        self.inside = set(in_class(node))
        node.body = self._all(node.body)
        self.inside = set()
        return node

    def _function(self, node):
        node.name = self._here(node.name)
        node.decorator_list = self._all(node.decorator_list)
        node.args.defaults = self._all(node.args.defaults)
        outer, self.inside = self.inside, set()
        for each in ast.walk(node.args):
            if isinstance(each, ast.arg):
                each.arg = self._named(each.arg)
        node.args.kw_defaults = [each and self.visit(each) for each in node.args.kw_defaults]
        node.body = self._all(node.body)
        self.inside = outer
        return node

    def visit_FunctionDef(self, node):
        return self._function(node)

    def visit_AsyncFunctionDef(self, node):
        return self._function(node)

    def visit_arg(self, node):  # of a lambda
        node.arg = self._named(node.arg)
        return node

    def visit_Name(self, node):
        node.id = self._here(node.id)
        return node

    def visit_Attribute(self, node):
        of = self.spaces.get(node.value.id) if isinstance(node.value, ast.Name) else None
        self.generic_visit(node)
        own = self.short.own.get(of or "", {}).get(node.attr)
        node.attr = own or self.short.attributes.get(node.attr, node.attr)
        return node

    def visit_keyword(self, node):
        self.generic_visit(node)
        node.arg = self._named(node.arg)
        return node

    def visit_ExceptHandler(self, node):
        self.generic_visit(node)
        node.name = self._named(node.name)
        return node

    def visit_Global(self, node):
        node.names = [self._named(name) for name in node.names]
        return node

    def visit_Nonlocal(self, node):
        node.names = [self._named(name) for name in node.names]
        return node

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name in self.short.own and alias.asname:
                self.spaces[alias.asname] = alias.name
                alias.asname = self._named(alias.asname)
        return node

    def visit_ImportFrom(self, node):
        if node.module in self.short.own:
            for alias in node.names:
                local = alias.asname or alias.name
                inner = f"{node.module}.{alias.name}"
                if inner in self.short.own:
                    self.spaces[local] = inner
                here = self._named(local)
                alias.name = self.short.name(node.module, alias.name)
                alias.asname = None if here == alias.name else here
        return node

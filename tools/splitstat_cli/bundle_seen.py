"""Which names there are in modules, for bundle_short_names.py."""

import ast
import re

from splitstat_cli.bundle_names import SCOPES, defined

WORD = re.compile(r"[A-Za-z_]\w*")
BY_NAME = ("getattr", "hasattr", "setattr", "delattr", "namedtuple")
INTERNED = 10  # a text of so many signs at most is kept as names are


class Seen(ast.NodeVisitor):
    """modules: the names of all that are ours.

    made: every name that the trees make, in their order (a dict); names: of modules, likewise;
    attributes: of objects, where they are made; used: of objects or modules, where they are asked
    for; arguments: of parameters and calls; keywords: of calls; foreign: imported from elsewhere;
    folded: which the cross compiler does away with; named: in texts, for a call that takes an
    attribute's name; words: short texts; spoken: all but attributes; every: all there are.
    """

    def __init__(self, trees, modules):
        self.modules = modules
        self.made: dict[str, None] = {}
        self.names: dict[str, None] = {}
        self.arguments: set[str] = set()
        self.attributes: set[str] = set()
        self.used: set[str] = set()
        self.foreign: set[str] = set()
        self.folded: set[str] = set()
        self.named: set[str] = set()
        self.keywords: set[str] = set()
        self.words: set[str] = set()
        self.spoken: set[str] = set()
        for tree in trees:
            self.open = False  # an attribute may have any name that the module says
            self.texts: set[str] = set()
            for name in defined(tree):
                self._name(name)
            self.visit(tree)
            if self.open:
                self.named |= self.texts
        self.every = self.spoken | self.used | self.attributes

    def _name(self, name):
        self.made[name] = self.names[name] = None
        self.spoken.add(name)

    def _attribute(self, name):
        self.made[name] = None
        self.attributes.add(name)

    def visit_Constant(self, node):
        if isinstance(node.value, str):
            self.texts |= set(WORD.findall(node.value))
            if len(node.value) <= INTERNED and node.value.isidentifier():
                self.words.add(node.value)

    def visit_Expr(self, node):
        if not isinstance(node.value, ast.Constant):  # a docstring names nothing
            self.generic_visit(node)

    def visit_Call(self, node):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in BY_NAME:
            texts = [n for each in node.args for n in ast.walk(each)]
            found = [n.value for n in texts if isinstance(n, ast.Constant)]
            self.named |= {w for text in found for w in WORD.findall(str(text))}
            self.open = self.open or (called != "namedtuple" and not found)
        if called == "format" or any(each.arg is None for each in node.keywords):
            self.named |= {each.arg for each in node.keywords if each.arg}
        self.generic_visit(node)

    def visit_Assign(self, node):
        if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "const":
            self.folded |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name in self.modules and alias.asname:
                self._name(alias.asname)
            else:
                self.foreign |= set(WORD.findall(alias.name)) | {alias.asname or ""}

    def visit_ImportFrom(self, node):
        own = node.module in self.modules or (node.module or "").startswith("splitstat")
        for alias in node.names:
            if own:
                self._name(alias.asname or alias.name)
            else:
                self.foreign |= {alias.name, alias.asname or ""}

    def visit_ClassDef(self, node):
        for name in in_class(node):
            self._attribute(name)
        self.generic_visit(node)

    def visit_Attribute(self, node):
        self.used.add(node.attr)
        if isinstance(node.ctx, ast.Store):
            self._attribute(node.attr)
        self.generic_visit(node)

    def visit_Name(self, node):
        self.spoken.add(node.id)

    def visit_arg(self, node):
        self.made[node.arg] = None
        self.arguments.add(node.arg)
        self.spoken.add(node.arg)

    def visit_keyword(self, node):
        if node.arg:
            self.keywords.add(node.arg)
            self.arguments.add(node.arg)
            self.spoken.add(node.arg)
        self.generic_visit(node)


def in_class(node: ast.ClassDef) -> list[str]:
    """What the body of a class names."""
    found = [each.name for each in node.body if isinstance(each, SCOPES)]
    for each in node.body:
        targets = getattr(each, "targets", [getattr(each, "target", None)])
        found += [target.id for target in targets if isinstance(target, ast.Name)]
    return found

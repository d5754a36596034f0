"""A function and a class, as declared and with what they are found to hold."""

import ast

from host_sim.native.kinds import NOTHING, kind

CLOSES = (ast.Lambda, ast.GeneratorExp, ast.FunctionDef, ast.Yield, ast.YieldFrom)


class Function:
    """A function or a method. known: what its arguments and local names hold."""

    def __init__(self, module, node, cls=None):
        self.module = module
        self.node = node
        self.cls = cls
        self.name = node.name
        self.decorated = {ast.unparse(each) for each in node.decorator_list}
        self.args = [arg.arg for arg in node.args.args]
        self.own = self.args[1:] if cls is not None else self.args
        self.known = dict.fromkeys(self.args, NOTHING)
        if cls is not None and self.args:
            self.known[self.args[0]] = kind(("is", cls))
        self.said = NOTHING  # by its annotation
        self.returns = NOTHING if _ends(node.body) else kind("none")
        # A C function has no room for a generator or for functions inside it.
        inner = [each for each in ast.walk(node) if each is not node]
        args = node.args
        self.plain = not (args.kwonlyargs or args.vararg or args.kwarg) and not any(
            isinstance(each, CLOSES) for each in inner
        )

    def arguments(self):
        return self.node.args.args[1:] if self.cls is not None else self.node.args.args

    def defaults(self):
        """Default value by argument."""
        values = self.node.args.defaults
        return dict(zip(self.args[len(self.args) - len(values) :], values, strict=True))


class Class:
    """native: it becomes a C struct with methods."""

    def __init__(self, module, node):
        self.module = module
        self.node = node
        self.name = node.name
        self.bases: list[Class] = []
        self.subclasses: list[Class] = []
        self.held = {}  # attribute of its objects -> kind
        self.constants = {}
        self.methods = {}
        self.native = False

    def line(self):
        return [self, *(one for base in self.bases for one in base.line())]

    def home(self, name):
        """The class that has this attribute, of its objects or its own."""
        for table in ("held", "constants"):
            for one in self.line():
                if name in getattr(one, table):
                    return one
        return None

    def method(self, name):
        for one in self.line():
            if name in one.methods:
                return one.methods[name]
        return None

    def all_below(self):
        return [one for sub in self.subclasses for one in (sub, *sub.all_below())]


def _ends(body):
    """Whether the last statement always returns or raises."""
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and _ends(last.body) and _ends(last.orelse)
    return isinstance(last, (ast.Return, ast.Raise))

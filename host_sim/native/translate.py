"""A module as Cython takes it: its own text with casts where kinds are known, and declarations.

What the program does is not touched: a cast checks, and fails loudly. Numbers that never change
are written in, as the cross compiler of the boards does; exp, sqrt and log are the C library's,
which CPython calls too.
"""

import ast
import copy

from host_sim.native.kinds import c_type, join

FROM_C = ("exp", "sqrt", "log")
IN_TEXT = {"long": "cython.long", "double": "cython.double", "bint": "cython.bint"}
SPECIAL = "__"


class Translator(ast.NodeTransformer):
    """Of one module. native: names of all modules that are compiled; numbers: the module's
    constants by name."""

    def __init__(self, program, module: str, native, numbers: dict):
        self.program = program
        self.module = module
        self.native = native
        self.numbers = numbers
        self.cls = self.function = None
        self.called = _called(program.trees[module])
        self.needs = {}  # classes of other modules that the texts name -> the name here

    def texts(self) -> tuple[str, str]:
        """The module's text, and its declarations."""
        tree = self.visit(copy.deepcopy(self.program.trees[self.module]))
        text = "import cython\n" + ast.unparse(ast.fix_missing_locations(tree))
        lines = []
        for cls in self.program.classes:
            if cls.module == self.module and cls.native:
                lines += self._class(cls)
        for function in self.program.functions:
            if function.module == self.module and function.cls is None and bare(function):
                lines += self._declared(function, "")
        imports = [
            f"from {cls.module} cimport {cls.name} as {name}" for cls, name in self.needs.items()
        ]
        return text, "\n".join(["cimport cython", *sorted(imports), *lines, ""])

    def _named(self, of) -> str | None:
        """c_type in the words of this module."""
        found = c_type(of)
        if found is None or isinstance(found, str):
            return found
        if found.module not in self.native:
            return None
        if found.module == self.module:
            return found.name
        return self.needs.setdefault(found, f"{found.name}__{found.module.replace('.', '_')}")

    def _base(self, cls) -> str:
        return self._named(frozenset([("is", cls.bases[0])])) or "object"

    def _class(self, cls):
        base = f"({self._base(cls)})" if cls.bases else ""
        lines = [f"cdef class {cls.name}{base}:"]
        above = {name for one in cls.line()[1:] for name in one.held}
        for name, of in cls.held.items():
            if any(name in sub.constants for sub in cls.all_below()):
                raise ValueError(f"{cls.name}.{name} is a word of a class below it")
            if name not in above:
                lines.append(f"    cdef public {self._named(of) or 'object'} {name}")
        for function in cls.methods.values():
            if bare(function) and not function.name.startswith(SPECIAL):
                lines += self._declared(function, "    ")
        return lines if len(lines) > 1 else [*lines, "    pass"]

    def _declared(self, function, indent):
        args, returns = signature(function)
        parts = [] if function.cls is None else ["self"]
        defaults = function.defaults()
        for name, of in zip(function.own, args, strict=True):
            parts.append(f"{self._named(of) or 'object'} {name}{'=*' * (name in defaults)}")
        lines = []
        local = [
            f"{name}={IN_TEXT.get(word, word)}"
            for name, of in function.known.items()
            if name not in function.args
            and (word := self._named(of)) is not None
            and not word.startswith("(")
        ]
        if local:
            lines.append(f"{indent}@cython.locals({', '.join(local)})")
        gives = self._named(returns) or "object"
        gives = "object" if gives.startswith("(") else gives
        return [*lines, f"{indent}cpdef {gives} {function.name}({', '.join(parts)})"]

    def visit_ClassDef(self, node):
        (found,) = self.program.scopes[self.module][node.name]
        self.cls = found[1]
        if self.cls.native:
            node.body = self._body(self.cls, node.body)
            if self.cls.bases:  # by the name under which it is declared
                node.bases = [ast.Name(self._base(self.cls), ast.Load())]
        self.generic_visit(node)
        self.cls = None
        return node

    def _body(self, cls, body):
        """Without slots; what an object may change of its class is set for each, as it is made."""
        made, kept = [], []
        for part in body:
            if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) in cls.held:
                value = ast.unparse(part.value)
                made += [f"self.{ast.unparse(each)} = {value}" for each in part.targets]
            elif not (isinstance(part, ast.Assign) and _is_slots(part)):
                kept.append(part)
        if made:
            lines = "\n    ".join(("def __cinit__(self, *args, **named):", *made))
            kept += ast.parse(lines).body
        return kept or [ast.Pass()]

    def visit_FunctionDef(self, node):
        if self.function is not None or node.name == "__cinit__":
            return node
        table = self.cls.methods if self.cls is not None else None
        if table is None:
            self.function = next(
                f
                for f in self.program.functions
                if f.module == self.module and f.cls is None and f.name == node.name
            )
        else:
            self.function = table[node.name]
        node.returns = None
        for arg in node.args.args:
            arg.annotation = None
        self.generic_visit(node)
        self.function = None
        return node

    def visit_AnnAssign(self, node):
        self.generic_visit(node)
        if node.value is None:
            return None
        return ast.Assign([node.target], node.value)

    def visit_Lambda(self, node):
        return node

    def visit_Call(self, node):
        self.generic_visit(node)
        if ast.unparse(node.func) == "namedtuple":  # it cannot see who calls
            node.keywords.append(ast.keyword("module", ast.Name("__name__", ast.Load())))
        return node

    def visit_Name(self, node):
        local = self.function is not None and node.id in self.function.known
        if isinstance(node.ctx, ast.Load) and node.id in self.numbers and not local:
            return ast.Constant(self.numbers[node.id])
        return node

    def visit_Subscript(self, node):
        word = None
        if isinstance(node.ctx, ast.Load) and self.function is not None:
            of = self.program.of(node, self.function.known, self.module, self.function)
            word = self._named(of)
        self.generic_visit(node)
        if word is None or word.startswith("("):
            return node
        return _cast(IN_TEXT.get(word, word), node)

    def visit_ImportFrom(self, node):
        if self.function is not None:
            return node
        source = "libc.math" if node.module == "math" else node.module
        direct = [alias for alias in node.names if self._from_c(node.module, alias.name)]
        if not direct:
            return node
        others = [alias for alias in node.names if alias not in direct]
        made: list = [ast.ImportFrom(f"cython.cimports.{source}", direct, 0)]
        if others:
            made.append(ast.ImportFrom(node.module, others, 0))
        return made

    def _from_c(self, module, name):
        if name not in self.called:
            return False
        if module == "math":
            return name in FROM_C
        if module not in self.native:
            return False
        for word in self.program.scopes[module].get(name, ()):
            if isinstance(word, tuple) and word[0] == "function":
                return word[1].module == module and bare(word[1])
        return False


def bare(function) -> bool:
    """Whether C may call it."""
    return function.plain and not function.decorated


def _called(tree) -> set:
    """Names that are only ever called, with every argument in its place."""
    loads = [
        n.id
        for n in ast.walk(tree)
        if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Store)
    ]
    calls = [
        n.func.id
        for n in ast.walk(tree)
        if isinstance(n, ast.Call)
        and isinstance(n.func, ast.Name)
        and not n.keywords
        and not any(isinstance(arg, ast.Starred) for arg in n.args)
    ]
    return {name for name in calls if calls.count(name) == loads.count(name)}


def _is_slots(part):
    return ast.unparse(part.targets[0]) == "__slots__"


def _cast(word, node):
    checked = "" if word in IN_TEXT.values() else ", typecheck=True"
    text = f"cython.cast({word}, {ast.unparse(node)}{checked})"
    return ast.parse(text, mode="eval").body


def signature(function):
    """Kinds of the arguments and of what it gives, over all that override one another."""
    family = [function]
    if function.cls is not None:
        roots = [one for one in function.cls.line() if function.name in one.methods]
        below = (roots[-1], *roots[-1].all_below())
        family = [c.methods[function.name] for c in below if function.name in c.methods]
    args = [
        join(*(f.known[f.own[n]] for f in family if n < len(f.own)))
        for n in range(len(function.own))
    ]
    return args, join(*(f.returns for f in family))

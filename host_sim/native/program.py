"""The classes and functions of some modules, and what their names hold: found by walking over all
of them until nothing new turns up.

Nothing is run. What is called from elsewhere with something else is refused there, loudly, by the
compiled code: numbers and classes are checked at every door.
"""

import ast

from host_sim.native.declared import Class, Function
from host_sim.native.expressions import Expressions
from host_sim.native.kinds import NOTHING, OTHER, element, join, kind

WORDS = {"int": "int", "bool": "bool", "float": "float", "str": "str", "None": "none"}


class Program(Expressions):
    """texts: source by module name."""

    def __init__(self, texts: dict):
        self.trees = {name: ast.parse(text) for name, text in texts.items()}
        self.scopes = {name: {} for name in texts}
        self.classes: list[Class] = []
        self.functions: list[Function] = []
        self.strict = False
        self.said: set[tuple] = set()  # (table, name) of what is annotated
        self.later: list[tuple] = []  # names imported from modules that are read here
        for name, tree in self.trees.items():
            self._declare(name, tree)
        for name, tree in self.trees.items():
            self._imports(name, tree)
        for cls in self.classes:
            self._inherits(cls)
        self._settle()
        self.strict = True  # from here on what is not known may be anything
        self._settle()

    def _declare(self, module, tree):
        scope = self.scopes[module]
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                cls = Class(module, node)
                self.classes.append(cls)
                scope[node.name] = kind(("class", cls))
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        cls.methods[part.name] = Function(module, part, cls)
                        self.functions.append(cls.methods[part.name])
                    elif isinstance(part, ast.Assign):
                        for target in part.targets:
                            cls.constants[ast.unparse(target)] = OTHER
            elif isinstance(node, ast.FunctionDef):
                function = Function(module, node)
                self.functions.append(function)
                bare = not function.decorated
                scope[node.name] = kind(("function", function)) if bare else OTHER

    def _imports(self, module, tree):
        scope = self.scopes[module]
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    name = alias.asname or alias.name
                    whole = f"{node.module}.{alias.name}"
                    if whole in self.scopes:
                        scope[name] = kind(("module", whole))
                    elif node.module in self.scopes:
                        scope[name] = self.scopes[node.module].get(alias.name, NOTHING)
                        self.later.append((scope, name, node.module, alias.name))
                    elif node.module != "math":
                        scope[name] = OTHER
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    scope[alias.asname or alias.name.partition(".")[0]] = OTHER

    def _inherits(self, cls):
        cls.native = True
        for base in cls.node.bases:
            found = self.scopes[cls.module].get(ast.unparse(base), OTHER)
            for word in found:
                if isinstance(word, tuple) and word[0] == "class":
                    cls.bases.append(word[1])
                    word[1].subclasses.append(cls)
                else:
                    cls.native = False
        cls.native = cls.native and not cls.node.decorator_list

    def _settle(self):
        self.changed = True
        while self.changed:
            self.changed = False
            for scope, name, module, there in self.later:
                self._put(scope, name, self.scopes[module].get(there, NOTHING))
            for module, tree in self.trees.items():
                for node in tree.body:
                    if not isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                        self._statement(node, self.scopes[module], module, None)
            for cls in self.classes:
                for part in cls.node.body:
                    if isinstance(part, ast.Assign):
                        for target in part.targets:
                            found = self.of(part.value, {}, cls.module, None)
                            self._put(cls.constants, ast.unparse(target), found)
            for function in self.functions:
                self._function(function)

    def _function(self, function):
        known = function.known
        for arg in function.arguments():
            if arg.annotation is not None:
                self._says(known, arg.arg, self._annotated(arg.annotation, function.module))
            if self.strict and not known[arg.arg]:
                self._put(known, arg.arg, OTHER)
        if function.node.returns is not None and not function.said:
            function.said = self._annotated(function.node.returns, function.module)
            function.said -= {"other"}
            function.returns = function.said or function.returns
        for name, value in function.defaults().items():
            self._put(known, name, self.of(value, {}, function.module, None))
        for node in function.node.body:
            self._statement(node, known, function.module, function)

    def _statement(self, node, names, module, function):
        for each in ast.walk(node):
            if isinstance(each, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
                self._assign(each, names, module, function)
            elif isinstance(each, (ast.For, ast.comprehension)):
                found = element(self.of(each.iter, names, module, function))
                self._into(each.target, found, names, module, function)
            elif isinstance(each, ast.Return) and function is not None:
                found = kind("none")
                if each.value is not None:
                    found = self.of(each.value, names, module, function)
                after = function.said or join(function.returns, found)
                self.changed = self.changed or after != function.returns
                function.returns = after
            elif isinstance(each, (ast.withitem, ast.ExceptHandler)):
                name = each.name if isinstance(each, ast.ExceptHandler) else None
                target = each.optional_vars if isinstance(each, ast.withitem) else None
                if name:
                    self._put(names, name, OTHER)
                if target is not None:
                    self._into(target, OTHER, names, module, function)
            elif isinstance(each, ast.Call):
                self.of(each, names, module, function)

    def _says(self, table, name, said):
        """An annotation is the last word."""
        if said - {"other"}:
            self._put(table, name, said)
            self.said.add((id(table), name))

    def _assign(self, node, names, module, function):
        if isinstance(node, ast.AnnAssign):
            said = self._annotated(node.annotation, module)
            if isinstance(node.target, ast.Name):
                self._says(names, node.target.id, said)
            elif isinstance(node.target, ast.Attribute) and function and function.cls:
                self._says(function.cls.held, node.target.attr, said)
            if node.value is None:
                return
        value = node.value
        if isinstance(node, ast.AugAssign):
            value = ast.BinOp(node.target, node.op, node.value)
        found = self.of(value, names, module, function)
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            self._into(target, found, names, module, function)

    def _into(self, target, found, names, module, function):
        """found is put into a target of an assignment."""
        if isinstance(target, ast.Name):
            self._put(names, target.id, found)
        elif isinstance(target, ast.Starred):
            self._into(target.value, kind(("list", element(found))), names, module, function)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for n, part in enumerate(target.elts):
                self._into(part, self.nth(found, n), names, module, function)
        elif isinstance(target, ast.Subscript):
            if isinstance(target.slice, ast.Slice):
                found = element(found)
            holder = self.of(target.value, names, module, function)
            if any(isinstance(word, tuple) and word[0] in ("list", "tuple") for word in holder):
                self._into(target.value, kind(("list", found)), names, module, function)
        elif isinstance(target, ast.Attribute):
            for word in self.of(target.value, names, module, function):
                if isinstance(word, tuple) and word[0] == "is":
                    home = word[1].home(target.attr)
                    if home is None and _is_self(target.value, function):
                        home = word[1]
                    if home is not None:  # else others may have it, and Python finds out which
                        self._put(home.held, target.attr, found)
                elif word == "other":
                    for cls in self.classes:
                        if target.attr in cls.held:
                            self._put(cls.held, target.attr, found)

    def _annotated(self, node, module) -> frozenset:
        if isinstance(node, ast.BinOp):
            sides = (self._annotated(side, module) for side in (node.left, node.right))
            return join(*sides)
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in ("list", "tuple"):
            inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            parts = [self._annotated(each, module) for each in inner if ast.unparse(each) != "..."]
            return kind(("tuple", tuple(parts)) if len(parts) > 1 else ("list", parts[0]))
        name = ast.unparse(node)
        if name in WORDS:
            return kind(WORDS[name])
        for part in self.trees[module].body:  # a name for a longer one
            if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == name:
                return self._annotated(part.value, module)
        for word in self.scopes[module].get(name, OTHER):
            if isinstance(word, tuple) and word[0] == "class":
                return kind(("is", word[1]))
        return OTHER


def _is_self(node, function) -> bool:
    if function is None or function.cls is None or not function.args:
        return False
    return isinstance(node, ast.Name) and node.id == function.args[0]

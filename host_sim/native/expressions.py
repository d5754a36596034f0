"""What an expression gives, from what its names hold."""

import ast
import builtins

from host_sim.native.kinds import NOTHING, OTHER, element, join, kind, number

GIVES = {
    "len": "int", "int": "int", "floor": "int", "ord": "int", "hash": "int",
    "exp": "float", "sqrt": "float", "log": "float", "float": "float",
    "bool": "bool", "any": "bool", "all": "bool", "isinstance": "bool", "str": "str",
}  # fmt: skip
CONSTANTS: dict[type, frozenset] = {type(None): kind("none")} | {
    each: kind(each.__name__) for each in (bool, int, float, str)
}
ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
SCALARS = {"int", "float", "bool", "none", "str"}


class Expressions:
    """The part of a Program that reads expressions. scopes: what the names of a module hold;
    strict: what nothing is known of may be anything; said: (table, name) of what is annotated."""

    scopes: dict[str, dict]
    strict: bool
    said: set[tuple]
    changed: bool

    def _put(self, table, name, found):
        if (id(table), name) in self.said:
            return
        before = table.get(name, NOTHING)
        after = join(before, found)
        if after != before:
            table[name] = after
            self.changed = True

    def of(self, node, names, module, function) -> frozenset:
        """The kind of an expression."""
        found = self._of(node, names, module, function)
        return OTHER if self.strict and not found else found

    def _of(self, node, names, module, function):
        def of(part):
            return self.of(part, names, module, function)

        if isinstance(node, ast.Constant):
            return CONSTANTS.get(type(node.value), OTHER)
        if isinstance(node, ast.Name):
            if node.id in names:
                return names[node.id]
            found = self.scopes[module].get(node.id, NOTHING)
            if not found and (node.id in GIVES or hasattr(builtins, node.id)):
                return kind(("builtin", node.id))
            return found
        if isinstance(node, ast.Attribute):
            return self._attribute(of(node.value), node.attr)
        if isinstance(node, ast.Call):
            return self._call(node, of, function)
        if isinstance(node, ast.BinOp):
            return self._binary(node, of)
        if isinstance(node, ast.UnaryOp):
            whether = isinstance(node.op, ast.Not)
            return kind("bool") if whether else number(of(node.operand), NOTHING)
        if isinstance(node, ast.BoolOp):
            return join(*(of(part) for part in node.values))
        if isinstance(node, ast.IfExp):
            return join(of(node.body), of(node.orelse))
        if isinstance(node, ast.Compare):
            sides = [of(side) for side in (node.left, *node.comparators)]
            ordered = any(isinstance(op, ORDERS) for op in node.ops)
            sure = all(side and side <= SCALARS for side in sides)
            return kind("bool") if sure or not ordered else OTHER
        if isinstance(node, ast.NamedExpr):
            return of(node.value)
        if isinstance(node, (ast.Tuple, ast.List)):
            if any(isinstance(part, ast.Starred) for part in node.elts):
                parts = (
                    element(of(part.value)) if isinstance(part, ast.Starred) else of(part)
                    for part in node.elts
                )
                return kind(("list", join(*parts)))
            parts = [of(part) for part in node.elts]
            if isinstance(node, ast.Tuple):
                return kind(("tuple", tuple(parts)))
            return kind(("list", join(*parts)))
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            return kind(("list", of(node.elt)))
        if isinstance(node, ast.Subscript):
            return self._item(node, of)
        return OTHER

    def nth(self, found, n):
        """What stands at place n of it."""
        parts = []
        for word in found:
            if isinstance(word, tuple) and word[0] == "tuple" and n < len(word[1]):
                parts.append(word[1][n])
            else:
                parts.append(element(frozenset([word])))
        return join(*parts)

    def _item(self, node, of):
        holder = of(node.value)
        if isinstance(node.slice, ast.Slice):
            if all(isinstance(word, tuple) and word[0] in ("list", "tuple") for word in holder):
                return kind(("list", element(holder)))
            return OTHER
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
            return self.nth(holder, node.slice.value) if node.slice.value >= 0 else element(holder)
        return element(holder)

    def _binary(self, node, of):
        left, right = of(node.left), of(node.right)
        if isinstance(node.op, ast.Mult) and isinstance(node.right, ast.Constant):
            for word in left:
                if isinstance(word, tuple) and word[0] == "tuple":
                    return kind(("tuple", word[1] * node.right.value))
        if isinstance(node.op, ast.Mult) and not isinstance(node.left, ast.Constant):
            for word in left:
                if isinstance(word, tuple) and word[0] in ("list", "tuple"):
                    return kind(("list", element(left)))
        if isinstance(node.op, (ast.Div, ast.Pow)):
            found = number(left, right)
            return kind("float") if found and found <= {"int", "float"} else found
        if isinstance(node.op, ast.Mod) and "str" in left:
            return kind("str")
        return number(left, right)

    def _attribute(self, base, name):
        found = []
        for word in base:
            if not isinstance(word, tuple):
                if word != "none":
                    found.append(OTHER)
            elif word[0] == "is":
                found.append(self._held(word[1], name))
            elif word[0] == "module":
                found.append(self.scopes[word[1]].get(name, OTHER))
            elif word[0] == "super":
                found.extend(kind(("method", one, name)) for one in word[1].bases)
            elif word[0] == "list" and name == "append":
                found.append(OTHER)
            else:
                found.append(OTHER)
        return join(*found)

    def _held(self, cls, name):
        found = []
        for one in (*cls.line(), *cls.all_below()):
            if name in one.held:
                found.append(one.held[name])
            if name in one.constants:
                found.append(one.constants[name])
        method = cls.method(name)
        if method is not None:
            if "property" in method.decorated:
                found.append(method.returns)
            elif method.decorated:
                found.append(OTHER)
            else:
                found.append(kind(("method", cls, name)))
        return join(*found)

    def _call(self, node, of, function):
        args = [of(arg) for arg in node.args]
        named = {each.arg: of(each.value) for each in node.keywords}
        if any(isinstance(arg, ast.Starred) for arg in node.args):
            args = []
        found = []
        for word in of(node.func):
            if not isinstance(word, tuple):
                found.append(OTHER)
            elif word[0] == "class":
                init = word[1].method("__init__")
                if init is not None:
                    self._pass(init, args, named)
                found.append(kind(("is", word[1])))
            elif word[0] == "function":
                self._pass(word[1], args, named)
                found.append(word[1].returns)
            elif word[0] == "method":
                for cls in (word[1], *word[1].all_below()):
                    method = cls.method(word[2])
                    if method is not None:
                        self._pass(method, args, named)
                        found.append(method.returns)
            elif word[0] == "builtin":
                found.append(self._builtin(word[1], args, function))
            else:
                found.append(OTHER)
        self._appended(node, of, args, function)
        return join(*found)

    def _appended(self, node, of, args, function):
        """`things.append(thing)`: the list holds it."""
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr == "append" and args:
            place = func.value
            if isinstance(place, ast.Name) and function is not None and place.id in function.known:
                self._put(function.known, place.id, kind(("list", args[0])))
            elif isinstance(place, ast.Attribute):
                for word in of(place.value):
                    if isinstance(word, tuple) and word[0] == "is":
                        home = next((c for c in word[1].line() if place.attr in c.held), None)
                        if home is not None:
                            self._put(home.held, place.attr, kind(("list", args[0])))

    def _pass(self, function, args, named):
        for name, found in zip(function.own, args, strict=False):
            self._put(function.known, name, found)
        for name, found in named.items():
            if name in function.known:
                self._put(function.known, name, found)

    def _builtin(self, name, args, function):
        if name in GIVES:
            return kind(GIVES[name])
        if name == "round" and len(args) == 1:
            return kind("int")
        if name in ("min", "max", "abs", "sum"):
            found = args if len(args) > 1 or name == "abs" else [element(each) for each in args]
            return join(*found)
        if name == "range":
            return kind(("list", kind("int")))
        if name in ("list", "tuple", "sorted", "reversed") and args:
            return kind(("list", element(args[0])))
        if name == "enumerate" and args:
            return kind(("list", kind(("tuple", (kind("int"), element(args[0]))))))
        if name == "zip":
            return kind(("list", kind(("tuple", tuple(element(each) for each in args)))))
        if name == "super" and function is not None:
            return kind(("super", function.cls))
        return OTHER

"""One module, as it stands in its bundle (bundle.py)."""

import ast

from splitstat_cli.bundle_names import Namer, defined, is_const


class Rewriter(ast.NodeTransformer):
    """One module, with the names and imports of its bundle. module None: a script outside.

    seen: the imports that the bundle has already.
    """

    def __init__(self, namer: Namer, module: str | None, seen: set):
        self.namer = namer
        self.module = module
        self.bundle = None if module is None else namer.bundle[module]
        self.seen = seen
        self.local: list[set] = []  # names of the functions around
        self.known: dict[str, str] = {}  # name in this module -> name in the bundle
        self.spaces: dict[str, str] = {}  # a module used as a namespace -> that module

    def statements(self, tree: ast.Module) -> list[ast.stmt]:
        """What the module adds to its bundle, docstring and repeated imports left out."""
        assert self.module is not None
        for name in defined(tree):
            self.known[name] = self.namer.final(self.module, name)
        body = []
        for node in tree.body:
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                continue
            if is_const(node):
                continue
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                body += self._top_import(node)
            else:
                body.append(self.visit(node))
        return body

    def _top_import(self, node):
        kept = []
        for each in self._split(node):
            line = ast.unparse(each)
            if line not in self.seen:
                self.seen.add(line)
                kept.append(each)
        return kept

    def _split(self, node) -> list:
        """An import statement as it is on the board, a name each; none from inside the bundle."""
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("splitstat"):
                    raise ValueError(f"{self.module}: import {alias.name} as a from-import")
                local = alias.asname or alias.name
                self.known[local] = self._own(local)
            return [
                ast.Import([_alias(alias.name, self.known[alias.asname or alias.name])])
                for alias in node.names
            ]
        found = []
        for alias in node.names:
            local = alias.asname or alias.name
            inner = f"{node.module}.{alias.name}"
            if inner in self.namer.bundle:
                self.spaces[local] = inner
                if self.namer.bundle[inner] != self.bundle:
                    package, _, name = self.namer.bundle[inner].rpartition(".")
                    if package:
                        found.append(ast.ImportFrom(package, [_alias(name, local)], 0))
                    else:
                        found.append(ast.Import([_alias(name, local)]))
                    if self.module is not None and not self.local:
                        self.known[local] = local
                continue
            home = self.namer.bundle.get(node.module)
            final = self.namer.final(node.module, alias.name)
            if home is not None and home == self.bundle:
                self.known[local] = final
                continue
            inside = local if self.local else self._own(local)
            self.known[local] = inside
            found.append(ast.ImportFrom(home or node.module, [_alias(final, inside)], 0))
        return found

    def _own(self, name):
        return name if self.module is None else self.namer.final(self.module, name)

    def visit_Import(self, node):
        return self._split(node)

    def visit_ImportFrom(self, node):
        return self._split(node) or ast.Pass()

    def visit_FunctionDef(self, node):
        return self._function(node)

    def visit_AsyncFunctionDef(self, node):
        return self._function(node)

    def _function(self, node):
        if not self.local:
            node.name = self.known.get(node.name, node.name)
        outer = dict(self.known), dict(self.spaces)
        self.local.append(_locals(node))
        self.generic_visit(node)
        self.local.pop()
        self.known, self.spaces = outer
        return node

    def visit_Lambda(self, node):
        self.local.append({arg.arg for arg in node.args.args})
        self.generic_visit(node)
        self.local.pop()
        return node

    def visit_ClassDef(self, node):
        if self.local:
            raise ValueError(f"{self.module}: class {node.name} inside a function")
        node.name = self.known.get(node.name, node.name)
        for each in node.body:
            if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
                name = each.name
                self.visit(each)
                each.name = name  # a method's name is its own
            elif isinstance(each, (ast.Assign, ast.AnnAssign)) and each.value is not None:
                each.value = self.visit(each.value)
            elif isinstance(each, ast.AnnAssign):
                continue  # says what there will be, and does nothing
            elif not isinstance(each, (ast.Expr, ast.Pass)):
                raise ValueError(f"{self.module}: line {each.lineno} of class {node.name}")
        node.bases = [self.visit(base) for base in node.bases]
        return node

    def visit_Name(self, node):
        if not any(node.id in names for names in self.local):
            if node.id in self.spaces and node.id not in self.known:
                raise ValueError(f"{self.module}: {node.id} is a module, used as a value")
            node.id = self.known.get(node.id, node.id)
        return node

    def visit_Global(self, node):
        node.names = [self.known.get(name, name) for name in node.names]
        return node

    def visit_Attribute(self, node):
        value = node.value
        if isinstance(value, ast.Name) and not self._hidden(value.id):
            space = self.spaces[value.id]
            if not isinstance(node.ctx, ast.Load):
                raise ValueError(f"{self.module}: {value.id}.{node.attr} is set from outside")
            final = self.namer.final(space, node.attr)
            if self.namer.bundle[space] == self.bundle:
                if any(final in names for names in self.local):
                    raise ValueError(
                        f"{self.module}: {final} is a local name and, joined, {space}'s too"
                    )
                return ast.Name(final, node.ctx)
            node.attr = final
            return node
        self.generic_visit(node)
        return node

    def _hidden(self, name):
        """Whether a name is not, here, a module used as a namespace."""
        if name not in self.spaces:
            return True
        return any(name in names for names in self.local if f"import {name}" not in names)


def _locals(function) -> set:
    """Names that a function binds; `import NAME` stands beside those that an import binds."""
    args = function.args
    found = {arg.arg for arg in [*args.posonlyargs, *args.args, *args.kwonlyargs]}
    found |= {arg.arg for arg in (args.vararg, args.kwarg) if arg is not None}
    said = set()
    for node in ast.walk(ast.Module(function.body, [])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            said |= set(node.names)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                found |= {alias.asname or alias.name, f"import {alias.asname or alias.name}"}
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.add(node.name)
    return found - said


def _alias(name, local):
    return ast.alias(name, None if name == local else local)

"""What each name of a module is called once modules are joined (bundle.py)."""

import ast

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Namer:
    """final(module, name): what a top-level name of a module is called in its bundle."""

    def __init__(self, graph, groups: dict[str, list[str]]):
        self.graph = graph
        self.bundle = {module: name for name, group in groups.items() for module in group}
        self.names: dict[tuple[str, str], str] = {}
        for group in groups.values():
            self._name(group)

    def _name(self, group):
        """Own names first, the last module of a group (what the others are for) before all."""
        taken: dict[str, object] = {}
        for module in reversed(group):
            for name in defined(self.graph.tree(module)):
                self._take(taken, module, name, (module, name))
        for module in group:
            for node in self.graph.tree(module).body:
                for local, thing in self._imports(node, self.bundle[module]):
                    self._take(taken, module, local, thing)

    def _take(self, taken, module, name, thing):
        final = name
        if taken.setdefault(name, thing) != thing:
            final = f"{module.rpartition('.')[2]}_{name.lstrip('_')}"
            if name.startswith("_"):
                final = "_" + final  # a constant of this form costs nothing on a board
            if taken.setdefault(final, thing) != thing:
                raise ValueError(f"{module}: no name is free for {name}")
        self.names[module, name] = final

    def _imports(self, node, bundle):
        """(local name, what it stands for) of an import at the top, from outside the bundle."""
        if isinstance(node, ast.Import):
            return [(a.asname or a.name, ("import", a.name)) for a in node.names]
        if isinstance(node, ast.ImportFrom):
            found = []
            for alias in node.names:
                local = alias.asname or alias.name
                inner = f"{node.module}.{alias.name}"
                if inner in self.bundle:
                    continue  # a module: its names are taken one by one
                if node.module is None or self.bundle.get(node.module) != bundle:
                    found.append((local, (node.module, alias.name)))
            return found
        return []

    def final(self, module: str, name: str) -> str:
        return self.names.get((module, name), name)


def defined(tree: ast.Module) -> list[str]:
    """Names that the top of a module makes, imports aside."""
    found = []
    plain = [node for node in tree.body if not isinstance(node, SCOPES) and not is_const(node)]
    for node in ast.walk(ast.Module(plain, [])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append(node.id)
    found += [node.name for node in tree.body if isinstance(node, SCOPES)]
    return list(dict.fromkeys(found))


def is_const(node) -> bool:
    """`const = int`: the cross compiler folds every const() away."""
    return isinstance(node, ast.Assign) and ast.unparse(node) == "const = int"

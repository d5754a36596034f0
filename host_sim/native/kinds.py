"""What a name of the program holds, by what is ever put into it.

A kind is a frozenset of words and pairs: int, bool, float, none, str, other; ("is", Class) an
object of it, ("class", Class), ("function", Function), ("method", Class, name), ("module", name);
("list", kind) of such elements, ("tuple", kinds) of a known length. Empty means: nothing seen yet.
"""

OTHER = frozenset(["other"])
NOTHING: frozenset = frozenset()
DEEPEST = 4


def kind(*words) -> frozenset:
    return frozenset(words)


def join(*kinds, depth=0) -> frozenset:
    """Everything that any of them may hold; at most one list, at most one tuple."""
    flat, items, pairs = set(), None, []
    for each in kinds:
        for word in each:
            if isinstance(word, tuple) and word[0] == "list":
                items = word[1] if items is None else join(items, word[1], depth=depth + 1)
            elif isinstance(word, tuple) and word[0] == "tuple":
                pairs.append(word[1])
            else:
                flat.add(word)
    if pairs and items is None and len({len(pair) for pair in pairs}) == 1:
        parts = tuple(join(*column, depth=depth + 1) for column in zip(*pairs, strict=True))
        flat.add(("tuple", parts))
    elif pairs:
        items = join(items or NOTHING, *(part for pair in pairs for part in pair), depth=depth + 1)
    if items is not None:
        flat.add(("list", items))
    return OTHER if depth > DEEPEST else frozenset(flat)


def element(of: frozenset) -> frozenset:
    """What a loop over it finds, or an index."""
    found = []
    for word in of:
        if isinstance(word, tuple) and word[0] == "list":
            found.append(word[1])
        elif isinstance(word, tuple) and word[0] == "tuple":
            found.append(join(*word[1]))
        elif word != "none":
            found.append(OTHER)
    return join(*found)


def number(a: frozenset, b: frozenset) -> frozenset:
    """What + - * of the two make."""
    both = (a | b) - {"none"}
    if both <= {"int", "bool"}:
        return kind("int") if both else NOTHING
    if both <= {"int", "bool", "float"}:
        return kind("float")
    if all(isinstance(word, tuple) and word[0] in ("list", "tuple") for word in both):
        return kind(("list", join(element(a), element(b))))
    return OTHER


def c_type(of: frozenset):
    """The word in C for what is never anything else, a Class, or None."""
    if of in WORDS_IN_C:
        return WORDS_IN_C[of]
    bare = of - {"none"}
    if not bare or not all(isinstance(word, tuple) for word in bare):
        return None
    if all(word[0] == "is" for word in bare):
        first, *rest = (word[1] for word in bare)
        shared = (c for c in first.line() if all(c in other.line() for other in rest))
        return next((c for c in shared if c.native), None)
    if len(of) == 1:
        ((word, parts),) = of
        if word == "tuple" and all(part == kind("float") for part in parts):
            return "(" + ", ".join(["double"] * len(parts)) + ")"
    return None


WORDS_IN_C = {
    kind("int"): "long",
    kind("bool"): "bint",
    kind("float"): "double",
    kind("int", "float"): "double",
}

"""Prints the names that the machine's own modules, written in C, and types have."""

MODULES = (
    "math struct array collections heapq random json gc os sys time hashlib errno select uctypes"
    " deflate micropython"
)
TYPES = str, bytes, bytearray, list, dict, set, frozenset, memoryview, int, float


def found():
    names = set()
    for word in MODULES.split():
        module = __import__(word)
        if hasattr(module, "__file__"):
            continue
        for name in dir(module):
            names.add(name)
            if isinstance(getattr(module, name), type):
                names.update(dir(getattr(module, name)))
    for each in TYPES:
        names.update(dir(each))
    return names


print(" ".join(sorted(found())))

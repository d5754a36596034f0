"""Parameters with short names do the same, and are called by keyword as before."""

import ast

from splitstat_cli.bundle_arguments import keywords, shorten

SOURCE = """
def a_sum(first, second=4, *rest, third=5):
    a = [first + second for second in rest]
    return first + second + third + len(a)

class Box:
    def __init__(self, content, lid):
        self.content = content
        self.lid = lid

def outer(first):
    def inner():
        return first
    return inner()

def caught(first):
    try:
        return int(first)
    except ValueError as a:
        return str(a)

def counted(number):
    global total
    total += number
    return total

total = 1
found = [a_sum(1, 2), a_sum(1), a_sum(1, 2, 3, 4), a_sum(1, third=9), outer(7), caught("x"),
         counted(3), Box(1, lid=2).lid, Box("in", 3).content]
"""


def test_the_same_comes_out(tmp_path):
    path = tmp_path / "sources.py"
    path.write_text(SOURCE)
    tree = ast.parse(SOURCE)
    shorten(tree, keywords([path]))
    text = ast.unparse(tree)
    assert "content, lid" not in text and "lid" in text
    assert "def counted(a)" in text and "def outer(first)" in text
    was: dict = {}
    now: dict = {}
    exec(SOURCE, was)
    exec(text, now)
    assert was["found"] == now["found"]

"""What a module costs in heap is measured without the lumps in which the table of names grows."""

import pytest

from splitstat_cli import heap, names_table
from splitstat_cli.module_graph import Graph
from splitstat_cli.vms import FIRMWARE

SCRIPT = """
import gc, json, sys
import micropython

names = 0


def more():
    global names
    gc.collect()
    micropython.qstr_info()
    print(json.dumps({"in_use": gc.mem_alloc(), "name": str(names)}))
    exec("\\n".join(["name_of_some_length_%d = None" % (names + k) for k in range(10)]), {})
    names += 10
    return names < 400


if sys.platform != "webassembly":
    while more():
        pass
"""


def test_names_cost_the_same_each(micropython, tmp_path):
    """400 new names of equal length in steps of 10, over three doublings of the table."""
    from splitstat_cli import vms

    script = tmp_path / "names.py"
    script.write_text(SCRIPT)
    text = vms.run(micropython, script).stdout
    sizes = [
        each["bytes"] for each in names_table.additions(names_table.reports(micropython, text))
    ]
    assert len(sizes) == 40
    # Text of 24 characters, length and entry: 32 to 36 bytes each, in chunks of 128 at least.
    assert all(0 <= size <= 10 * 80 for size in sizes[2:]), sizes
    assert 300 <= sum(sizes[10:]) / 30 <= 400, sizes


def test_a_line_that_is_none_is_refused():
    with pytest.raises(ValueError, match="qstr_info"):
        names_table.free_bytes("micropython32", "qstr pool: nothing")


def test_imports_come_before_what_needs_them():
    order = Graph(FIRMWARE.parent).closure(["splitstat.control.controller"])
    assert order[-1] == "splitstat.control.controller"
    assert order.index("splitstat.control.types") < order.index("splitstat.control.zone")
    assert len(order) == len(set(order)) > 10


def test_the_order_of_imports_does_not_change_the_sum(micropython):
    names = ["splitstat.control.seconds", "splitstat.control.types", "splitstat.control.rounding"]
    one = sum(size for _, size in heap.of_modules(micropython, names))
    other = sum(size for _, size in heap.of_modules(micropython, names[::-1]))
    assert abs(one - other) <= 256

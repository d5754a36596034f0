"""The firmware joined as for a board does what the firmware does."""

import ast
import re
from pathlib import Path

import pytest

from conftest import need
from splitstat_cli import mpy, vms
from splitstat_cli.bundle import Bundles
from splitstat_cli.module_graph import Graph

ROOT = vms.FIRMWARE.parent
PORTABLE = Path(__file__).parents[1] / "portable"
UNITS = [f"splitstat.units.{path.stem}" for path in sorted((vms.FIRMWARE / "units").glob("*.py"))]
CORE = "splitstat.control.controller"


@pytest.fixture(scope="module")
def joined(tmp_path_factory):
    """A folder with the joined package, compiled, and the portable tests, written for it."""
    folder = tmp_path_factory.mktemp("joined")
    graph = Graph(ROOT)
    tests = [PORTABLE / "run.py", *sorted(PORTABLE.glob("test_*.py"))]
    text = "".join(test.read_text("utf-8") for test in tests)
    tests += [each for each in PORTABLE.glob("*.py") if f"from {each.stem} import" in text]
    used = [
        name
        for test in tests
        for node in ast.walk(ast.parse(test.read_text("utf-8")))
        for name in graph.imported(node)
    ]
    units = [name for name in UNITS if not name.endswith("__init__")]
    bundles = Bundles(ROOT, [*used, *units], tests)
    mpy.compile_joined(bundles, folder)
    for test in tests:
        (folder / test.name).write_text(bundles.script(test.read_text("utf-8")), "utf-8")
    return folder


@pytest.mark.parametrize("vm", ["micropython", "micropython32"])
def test_every_portable_test_passes_on_the_joined_firmware(vm, joined):
    need(vms.missing(vm))
    modules = sorted(path.stem for path in joined.glob("test_*.py"))
    if vm == "micropython32":
        modules.remove("test_app_login")  # puts a urandom into the module, the VM has none
    done = vms.run(vm, joined / "run.py", modules, [joined / "splitstat"])
    report = done.stdout[-3000:] + done.stderr[-3000:]
    assert re.search(r"^[1-9]\d+ passed, 0 failed$", done.stdout, re.MULTILINE), report
    assert not (joined / "splitstat" / "control" / "zone.mpy").exists()


def test_what_remembers_is_never_forgotten_with_its_part():
    """A list or a dict of a module that comes and goes would begin anew: see app/seldom.py."""
    bundles = Bundles(ROOT, ["splitstat.app.main"])
    for name, group in bundles.groups.items():
        for module in group if re.fullmatch(r"[a-z]\d", name) else ():
            text = bundles.graph.path(module).read_text("utf-8")
            for found in re.findall(r"^([a-z]\w*) = [\[{]", text, re.MULTILINE):
                assert "\nSTAYS = True" in text, f"{module} forgets {found}"


def test_what_only_some_homes_need_stays_apart():
    bundles = Bundles(ROOT, [CORE])
    assert bundles.home["splitstat.control.zone"] == "splitstat.control"
    assert re.fullmatch(r"[a-z]\d", bundles.home["splitstat.control.peers"])
    assert bundles.loaded([CORE]) == ["splitstat.control"]


@pytest.fixture
def package(tmp_path):
    """package(name=text, ...) writes modules of splitstat.app and returns their Bundles."""

    def write(**modules):
        folder = tmp_path / "splitstat" / "app"
        folder.mkdir(parents=True)
        for init in (folder, folder.parent):
            (init / "__init__.py").write_text("")
        for name, text in modules.items():
            (folder / f"{name}.py").write_text(text)
        return Bundles(tmp_path, ["splitstat.app.main"])

    return write


def result_of(bundles, name="splitstat.app"):
    made = {}
    exec(bundles.source(name), made)
    return made["result"]


def test_names_that_clash_are_kept_apart(package):
    bundles = package(
        main="from splitstat.app.one import run\n"
        "from splitstat.app import two\n_SIZE = 3\n"
        "def total():\n    run_ = run()\n    return run_ + two.run() + _SIZE\nresult = total()\n",
        one="_SIZE = 10\ndef run():\n    return _SIZE\n",
        two="_SIZE = 200\ndef run():\n    def inner(_SIZE):\n        return _SIZE\n"
        "    return inner(_SIZE)\n",
    )
    assert result_of(bundles) == 213


def test_a_local_name_hides_a_module(package):
    bundles = package(
        main="from splitstat.app import one\n"
        "def ask(one):\n    return one.real\nresult = ask(7) + one.real\n",
        one="real = 20\n",
    )
    assert result_of(bundles) == 27


@pytest.mark.parametrize(
    "text",
    [
        "from splitstat.app import one\none.real = 3\n",
        "from splitstat.app import one\nkept = [one]\n",
        "import splitstat.app.one\n",
        "def make():\n    class Inner:\n        pass\n",
        "from splitstat.app import one\ndef ask():\n    real = one.real\n    return real\n",
    ],
    ids=["set outside", "module as a value", "plain import", "class in a function", "hidden"],
)
def test_what_cannot_be_joined_faithfully_is_refused(package, text):
    with pytest.raises(ValueError, match=r"splitstat\.app\.main"):
        package(main=text, one="real = 20\n").source("splitstat.app")

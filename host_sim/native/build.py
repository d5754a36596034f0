"""`python -m host_sim.native.build`: compiles the simulator, or says that it is there already.

Parts that have not changed since another build are taken from it.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from host_sim.native.fresh import KEPT, folder, suffix
from host_sim.native.modules import NATIVE, texts
from host_sim.native.program import Program
from host_sim.native.translate import Translator

PARTS = KEPT / "parts"
DIRECTIVES = {
    "language_level": 3,
    "infer_types": True,
    "nonecheck": True,
    "cpow": True,
    "annotation_typing": False,
    "binding": False,
}
FLAGS = "-O2 -fPIC -shared -fwrapv -fno-strict-aliasing -ffp-contract=off -w".split()


def _numbers(module) -> dict:
    """The constants of a module that are numbers."""
    return {
        name: value
        for name, value in vars(import_module(module)).items()
        if type(value) in (int, float) and name.isupper()
    }


def translated() -> dict[str, tuple[str, str]]:
    """Text and declarations of every module, as Cython takes them."""
    program = Program(texts())
    native = set(NATIVE)
    return {name: Translator(program, name, native, _numbers(name)).texts() for name in NATIVE}


def _keys(made) -> dict[str, str]:
    """What each compiled module depends on: its text, and all declarations that it reaches."""
    keys = {}
    for module, (text, _) in made.items():
        reached, due = set(), [module]
        while due:
            name = due.pop()
            if name in made and name not in reached:
                reached.add(name)
                due += re.findall(r"^from (\S+) cimport", made[name][1], re.MULTILINE)
                if name == module:
                    due += re.findall(r"^from cython\.cimports\.(\S+) import", text, re.MULTILINE)
        whole = [text, repr((DIRECTIVES, FLAGS, suffix())), *(made[n][1] for n in sorted(reached))]
        keys[module] = sha256("\0".join(whole).encode()).hexdigest()[:24]
    return keys


def _write(into: Path, made):
    for module, (text, declared) in made.items():
        path = into.joinpath(*module.split("."))
        path.parent.mkdir(parents=True, exist_ok=True)
        for parent in list(path.parents)[: module.count(".")]:
            (parent / "__init__.py").touch()
            (parent / "__init__.pxd").touch()
        path.with_suffix(".py").write_text(text, "utf-8")
        path.with_suffix(".pxd").write_text(declared, "utf-8")


def _compile(into: Path, module: str, key: str):
    place = module.replace(".", "/")
    part = PARTS / (key + suffix())
    if not part.exists():
        options = [f"-X{name}={value}" for name, value in DIRECTIVES.items()]
        cython = [sys.executable, "-m", "cython", *options, "--module-name", module]
        _run([*cython, place + ".py"], into)
        made = into / (place + ".made")
        include = sysconfig.get_paths()["include"]
        _run(["cc", *FLAGS, f"-I{include}", place + ".c", "-o", str(made)], into)
        (into / (place + ".c")).unlink()
        made.replace(part)
    shutil.copyfile(part, into / (place + suffix()))


def _run(command, into):
    done = subprocess.run(command, cwd=into, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def main():
    place = folder()
    if place.exists():
        print(f"compiled already: {place}")
        return
    if shutil.which("cc") is None:
        raise SystemExit("no C compiler: `cc` is not here; the simulator runs without")
    begun = time.perf_counter()
    PARTS.mkdir(parents=True, exist_ok=True)
    building = KEPT / f"building-{os.getpid()}"
    made = translated()
    _write(building, made)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda one: _compile(building, *one), _keys(made).items()))
    building.rename(place)
    print(f"compiled in {time.perf_counter() - begun:.0f} s: {place}")


if __name__ == "__main__":
    main()

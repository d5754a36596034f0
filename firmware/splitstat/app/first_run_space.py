"""Room in memory for the first run: what only a home needs is let go of.

The application is one module on a board, and so is the control core: both are there before anybody
knows that there is no home. What the first run does not use is taken out of them. It is not
missed: the board starts anew before it has a home.
"""

import gc
import sys

from splitstat.app.history import History
from splitstat.app.house import House
from splitstat.app.keeper import run as keeper
from splitstat.app.loop import Loop
from splitstat.app.store import Store
from splitstat.app.wire_task import run as wire
from splitstat.control.held import within
from splitstat.control.schedule import MODES
from splitstat.control.seconds import Seconds
from splitstat.control.types import OFF, CodecError, Traits, UnitCommand

_USED = (within, MODES, Seconds, OFF, CodecError, Traits, UnitCommand)
_OF_A_HOME = (History, House, keeper, Loop, Store, wire)


def make_room():
    """Once, at the start of the first run. Does nothing to a source tree."""
    control = sys.modules.get("splitstat.control")
    app = sys.modules.get("splitstat.app")
    if hasattr(app, "__path__"):  # a package still, not joined
        return
    gone = list(_OF_A_HOME)
    for name in dir(control):
        value = getattr(control, name)
        if name[:2] != "__" and not _among(value, _USED):
            gone.append(value)
            delattr(control, name)
    for name in dir(app):
        if _among(getattr(app, name), gone):
            delattr(app, name)
    gc.collect()


def _among(value, values) -> bool:
    """Small numbers and texts are not meant: equal ones may be anybody's."""
    for each in values:
        if each is value and type(value) not in (int, str, bool, type(None)):
            return True
    return False

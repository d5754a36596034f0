"""Parts of the firmware that are needed once, or now and then, do not stay in a board's memory.

They are imported inside a function, which makes them files of their own on a board
(splitstat/app_NAME.mpy, hardware_NAME.mpy), and forgotten soon after; what still runs keeps itself
alive. The next import is another module: so what must last lies in the house, never in such a
module.
"""

import sys

# These remember something, or are what others are told apart by (web.Refused).
_STAY = ("app_web", "app_update_door")


def forget():
    """A source tree, and a host with it, forgets nothing."""
    package = sys.modules["splitstat"]
    for name in list(sys.modules):
        part = name[10:]
        if (part[:4] == "app_" or part[:9] == "hardware_") and part not in _STAY:
            del sys.modules[name]
            if hasattr(package, part):
                delattr(package, part)

"""Parts of the firmware that are needed once, or now and then, do not stay in a board's memory.

They are imported inside a function, which makes them files of their own on a board, named by a
letter and a digit (tools/splitstat_cli/bundle.py), and forgotten soon after; what still runs keeps
itself alive. The next import is another module: so what must last lies in the house, never in such
a module, or here where the house is not at hand. A module that says STAYS = True is not forgotten.
"""

import sys

addresses = {}  # name -> its address, as it was last (resolver.py); "": the name server's


def forget():
    """A source tree, and a host with it, forgets nothing."""
    for name in list(sys.modules):
        if len(name) == 2 and name[1].isdigit() and not hasattr(sys.modules[name], "STAYS"):
            del sys.modules[name]

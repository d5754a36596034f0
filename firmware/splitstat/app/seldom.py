"""Modules that are needed once, or now and then, do not stay in a board's memory.

They are imported inside a function, and forgotten when they have done their work. What still runs
keeps its module alive: so nothing that stays may be a function of such a module.
"""

import sys

# Needed while somebody asks; keeper.py forgets them again.
ASKED = (
    "asking", "schedule_check", "history_read", "history_export", "web_answer", "web_request",
    "web_files", "login", "proof", "api", "api_seldom",
)  # fmt: skip


def forget(names):
    """names: modules of this package. A host forgets nothing."""
    if sys.implementation.name == "cpython":
        return
    for name in names:
        # As a bundle on a board (splitstat.app_NAME), or as a file in a source tree.
        for parent, child in (("splitstat", "app_" + name), ("splitstat.app", name)):
            full = parent + "." + child
            if full in sys.modules:
                del sys.modules[full]
                if hasattr(sys.modules[parent], child):
                    delattr(sys.modules[parent], child)

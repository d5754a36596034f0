"""One file per protocol. The name in the configuration is the file: there is no registry."""

import sys


def load(name: str):
    """`gree.yaw1f`: what module gree makes of variant yaw1f. Raises ValueError: no such unit.

    A board lets the module go again: the unit keeps only the lines of its own variant.
    """
    module, _, variant = name.partition(".")
    try:
        unit = __import__("splitstat.units." + module, None, None, ("unit",)).unit(variant)
    except ImportError:
        raise ValueError("no unit %s" % name) from None
    if sys.implementation.name != "cpython":
        del sys.modules["splitstat.units." + module]
        delattr(sys.modules[__name__], module)
    return unit

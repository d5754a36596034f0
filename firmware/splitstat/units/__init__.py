"""One file per protocol. The name in the configuration is the file: there is no registry."""


def load(name: str):
    """`gree.yaw1f`: what module gree makes of variant yaw1f. Raises ValueError: no such unit."""
    module, _, variant = name.partition(".")
    try:
        found = __import__("splitstat.units." + module, None, None, ("unit",))
    except ImportError:
        raise ValueError("no unit %s" % name) from None
    return found.unit(variant)

"""One file per protocol family. The name in the configuration is the file: there is no registry."""


def load(name: str):
    """"gree.yaw1f" -> the unit that module `gree` makes for variant `yaw1f`. ValueError: no such unit."""
    module, _, variant = name.partition(".")
    try:
        found = __import__("splitstat.units." + module, None, None, ("unit",))
    except ImportError:
        raise ValueError("no unit %s" % name) from None
    return found.unit(variant)

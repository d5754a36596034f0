"""The Wi-Fi among the secrets of a board: what is allowed, and how it is written down."""

import json

from splitstat.app import sealed

SECRETS = "/secrets.json"


def problem(ssid, password):
    """What is wrong with a network's name and its password (None: it has none) as a sentence, or
    None."""
    if type(ssid) is not str or not 0 < len(ssid.encode()) <= 32:
        return "a network's name has 1 to 32 bytes"
    if password is not None and (type(password) is not str or not 8 <= len(password) <= 64):
        return "a password has 8 to 64 characters"
    return None


def remember(wifi: dict):
    """Puts {"ssid", "password"} among the secrets; the others stay. Raises OSError."""
    known = {}
    try:
        with open(SECRETS) as file:
            known = json.load(file)
    except (OSError, ValueError):
        pass
    known["wifi"] = wifi
    with open(SECRETS + ".new", "w") as file:
        json.dump(known, file)
    sealed.rename(SECRETS + ".new", SECRETS)

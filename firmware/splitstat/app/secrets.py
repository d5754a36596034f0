"""What nobody else is to know: what came in /secrets.json (start.py tells its form), and what the
board has made for itself. Loaded when it is wanted."""

import json

from splitstat.hardware.nvs import get, put


def secrets():
    """{} where there is nothing."""
    try:
        with open("/secrets.json") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def kept(nvs, name):
    """A secret of this board, made when it is first wanted."""
    kept = get(nvs, name)
    if kept is None:
        from splitstat.app.login import new_token

        kept = new_token().encode()
        put(nvs, name, kept)
    return str(kept, "utf-8")

"""The file of plant_energy.py, and what its figures come to. Loaded when it is written or asked.

{"schema": 1, "month": of now, "now": Energy.snapshot(), "past": [[month, snapshot], ...]}, the
oldest first, as JSON, sealed (sealed.py).
"""

import json

from splitstat.app import sealed
from splitstat.control.energy import USES

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SCHEMA = const(1)
_LIMIT = const(8000)
_KEEP = const(36)  # months
KEYS = ("wh", "gas_wh", "heat_wh", "cost", "error_wh", "metered_wh", "starts")


def _read(path) -> dict:
    text = sealed.read(path, _LIMIT) if path else None
    try:
        data = json.loads(text) if text else {}
        return data if data.get("schema") == _SCHEMA else {}
    except (ValueError, AttributeError):
        return {}


def load(accounts):
    """Goes on from what was written."""
    data = _read(accounts.path)
    try:
        accounts.energy.restore(data["now"])
        accounts.month = data["month"]
    except (KeyError, TypeError, ValueError, IndexError):
        accounts.month = None


def write(accounts, month):
    """month: of now. Raises OSError."""
    past = _read(accounts.path).get("past", [])
    if accounts.month is not None and month != accounts.month:
        past.append([accounts.month, accounts.energy.close()])
    accounts.month = month
    if accounts.path:
        data = {"schema": _SCHEMA, "month": month, "now": accounts.energy.snapshot()}
        data["past"] = past[-_KEEP:]
        sealed.write(accounts.path, json.dumps(data).encode())


def months(accounts):
    """Text, piece by piece: a list of {"month": "2026-11" or null, "defrosts", "reversals", and
    for each use what KEYS name}, the oldest first, the open one last."""
    comma = "["
    for month, figures in _read(accounts.path).get("past", []):
        yield comma + json.dumps(_shown(month, figures))
        comma = ","
    yield comma + json.dumps(now(accounts)) + "]"


def now(accounts) -> dict:
    """The open month alone."""
    return _shown(accounts.month, accounts.energy.snapshot())


def _shown(month, figures) -> dict:
    said = None if month is None else "%d-%02d" % (2000 + month // 12, month % 12 + 1)
    found: dict = {"month": said, "defrosts": figures[0], "reversals": figures[1]}
    for n in range(len(USES)):
        found[USES[n]] = dict(zip(KEYS, figures[2 + n]))
    return found

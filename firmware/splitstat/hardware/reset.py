"""Why the board started, and how it starts anew."""

import machine


def reset_word() -> str:
    """Why the board started."""
    cause = machine.reset_cause()
    for word in ("PWRON_RESET", "HARD_RESET", "WDT_RESET", "DEEPSLEEP_RESET", "SOFT_RESET"):
        if cause == getattr(machine, word, None):
            return word.lower()
    return "reset"


def restart():
    """Begins anew, as the reset button does."""
    machine.reset()

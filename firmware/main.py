"""Chooses the application and starts it. Lies outside of the slots and is never updated in place.

NVS holds `slot` (0 for /a, 1 for /b) and `trial`, the starts in a row after which nobody said
"healthy". Three such starts, and the other slot has a go; six, and the safe profile runs. Without
slots (`mpremote mount firmware`) the source tree runs as it is.
"""

import os
import sys
import time

import machine


def chosen():
    """(folder of the application, number of this trial)."""
    slot = trial = 0
    nvs = None
    try:
        import esp32

        nvs = esp32.NVS("splitstat")
        trial = nvs.get_i32("trial")
        slot = nvs.get_i32("slot") & 1
    except (ImportError, OSError):
        pass
    trial += 1
    if nvs is not None:
        try:
            nvs.set_i32("trial", trial)
            nvs.commit()
        except OSError:
            pass
    if (trial - 1) // 3 % 2:
        slot = 1 - slot
    for folder in (("/a", "/b"), ("/b", "/a"))[slot]:
        try:
            os.stat(folder + "/manifest.json")
            return folder, trial
        except OSError:
            pass
    return "", trial


def begin():
    """Runs the application until somebody presses Ctrl-C."""
    folder, trial = chosen()
    if folder:
        sys.path.insert(0, folder)
    try:
        try:
            from splitstat.app import run  # pyright: ignore  (joined, as on a board)
        except ImportError:
            from splitstat.app.main import run
        run(folder, trial, trial > 6)
    except Exception as why:  # whatever it is: nobody is there to read it
        sys.print_exception(why)  # pyright: ignore
        time.sleep(5)
        machine.reset()


if __name__ == "__main__":
    begin()

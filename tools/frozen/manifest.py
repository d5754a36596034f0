# ruff: noqa: F821
"""The firmware inside a MicroPython image of one's own: it heats without a file system, too.

Not tried on hardware. In ports/esp32 of MicroPython's sources:
    make BOARD=ESP32_GENERIC FROZEN_MANIFEST=.../tools/frozen/manifest.py
With `board.py` beside this file (a copy of boards/NAME.py) the image knows its pins. What lies in
/a or /b comes before what is frozen, so updates work as ever.
"""

import os

include("$(PORT_DIR)/boards/manifest.py")
module("_boot.py")
package("splitstat", base_path="../../firmware")
if os.path.exists("board.py"):
    module("board.py")

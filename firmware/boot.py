"""Runs before anything else: time for whoever comes to the REPL, memory for the radio.

The watchdog survives a soft reset and cannot be stopped, so it begins with ten minutes; the
application shortens it once it is healthy. The radio takes its buffers from the memory that the
Python heap would grow into, so it goes first.
"""

import machine

machine.WDT(timeout=600000)
try:
    import network

    network.WLAN(network.WLAN.IF_STA).active(True)
except (ImportError, OSError, RuntimeError):
    pass

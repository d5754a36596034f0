"""Scripts that run on a MicroPython VM or on CPython alike; nothing here may need either."""

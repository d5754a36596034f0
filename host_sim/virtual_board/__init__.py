"""The whole firmware on a MicroPython VM whose peripherals end in the simulated home."""

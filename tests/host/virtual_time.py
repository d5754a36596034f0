"""An asyncio loop whose time passes at once when nobody has anything to do."""

import asyncio
import selectors


class _Patient(selectors.DefaultSelector):
    now_s = 0.0

    def select(self, timeout=None):
        if timeout:
            self.now_s += timeout
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """time() is the seconds since its start."""

    def __init__(self):
        self.clock = _Patient()
        super().__init__(self.clock)

    def time(self):
        return self.clock.now_s


def run(work):
    """Runs a coroutine to its end in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()

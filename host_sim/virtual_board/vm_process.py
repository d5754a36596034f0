"""A MicroPython VM as a child process behind a terminal, started anew as often as it takes.

The outer terminal is for people and mpremote, the inner one is the VM's. The VM's own code answers
the REPL, raw and raw paste too; what an ESP32 does around it is done here: a soft reset runs
boot.py, and main.py only where the REPL was not raw, and comes back in raw mode where it was.
"""

import os
import pty
import selectors
import subprocess
import sys
import termios
import threading
import tty
from pathlib import Path

ON_VM = Path(__file__).parent / "on_vm"
RAW = b"raw REPL; CTRL-B to exit\r\n>"
PROMPT = b">>> "
# The VM in a session of its own whose terminal is the inner one, so that Ctrl-C reaches it; it
# dies with its parent (prctl PR_SET_PDEATHSIG).
CHILD = """
import ctypes, fcntl, os, sys, termios
try:
    ctypes.CDLL(None).prctl(1, 9)
except (AttributeError, OSError):
    pass
if os.getppid() != int(sys.argv[1]):
    os._exit(1)
del sys.argv[1]
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
import micropython_unix
sys.exit(micropython_unix.main())
"""


class VmProcess:
    """start(raw) begins; power_off() ends it at any moment. console: all that the VM printed.

    stopped(cause): called before the next start with None for a soft reset. modules: folder with
    the compiled files of on_vm/."""

    def __init__(
        self, name, wire: Path, disk: Path, heap_kib: int, link: Path | None, stopped, modules
    ):
        self.name = name
        self.wire = wire
        self.disk = disk
        self.heap_kib = heap_kib
        self.modules = modules
        self.link = link
        self.stopped = stopped
        self.console = bytearray()
        self.listeners = []  # called with what the VM printed
        self.outer, self.slave = pty.openpty()
        tty.setraw(self.slave)
        os.set_blocking(self.outer, False)
        if link is not None:
            link.unlink(missing_ok=True)
            link.symlink_to(os.ttyname(self.slave))
        self.terminal = os.ttyname(self.slave)
        self.process = None
        self.inner = -1
        self.raw = False
        self.hiding = False
        self.tail = b""
        self.cause = None
        self.wanted = False
        self.over = False
        self.lock = threading.RLock()
        self.poked, self.poke = os.pipe()
        self.thread = threading.Thread(target=self._run, name=f"board {name}", daemon=True)
        self.thread.start()

    def power_on(self):
        with self.lock:
            self.wanted = True
            self.raw = False
            if self.process is None:
                self._start()
        os.write(self.poke, b"x")

    def power_off(self):
        """As when the plug is pulled."""
        with self.lock:
            self.wanted = False
            self.kill(None)

    def kill(self, cause):
        """Ends the VM; while the power is on the next one begins, with this cause."""
        with self.lock:
            self.cause = cause
            if self.process is not None:
                self.process.kill()

    def close(self):
        self.over = True
        self.power_off()
        os.write(self.poke, b"x")
        self.thread.join(5)
        if self.link is not None:
            self.link.unlink(missing_ok=True)
        for fd in (self.outer, self.slave, self.poked, self.poke):
            os.close(fd)

    def _start(self):
        inner, slave = pty.openpty()
        settings = termios.tcgetattr(slave)
        settings[0] &= ~(termios.ICRNL | termios.IXON)
        settings[1] &= ~termios.OPOST
        settings[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        command = [
            sys.executable, "-c", CHILD, str(os.getpid()), "-X", f"heapsize={self.heap_kib}k",
            "-i", str(ON_VM / "start.py"), str(self.modules), str(self.wire), self.name,
            str(self.disk), str(int(self.raw)),
        ]  # fmt: skip
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        )
        os.close(slave)
        self.inner = inner
        self.hiding = self.raw
        self.tail = b""

    def _run(self):
        """Carries bytes between the terminals and minds the child."""
        while not self.over:
            self._turn()
        with self.lock:
            self._ended()

    def _turn(self):
        watch = selectors.DefaultSelector()
        with self.lock:
            inner = self.inner
        watch.register(self.poked, selectors.EVENT_READ)
        watch.register(self.outer, selectors.EVENT_READ)
        if inner >= 0:
            watch.register(inner, selectors.EVENT_READ)
        for key, _ in watch.select():
            try:
                data = os.read(key.fd, 4096)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if key.fd == self.outer:
                if inner >= 0 and data:
                    _write_all(inner, data)
            elif key.fd == inner:
                if data:
                    self._printed(data)
                else:
                    with self.lock:
                        self._ended()
                        self._next()
        watch.close()

    def _printed(self, data):
        self.console += data
        del self.console[:-200000]
        for listener in self.listeners:
            listener(data)
        self.tail = (self.tail + data)[-4096:]
        raw_at, prompt_at = self.tail.rfind(RAW), self.tail.rfind(b"\n" + PROMPT)
        if self.hiding:
            # boot.py has run and the prompt is there: raw mode again, as before the soft reset.
            if self.tail.endswith(PROMPT):
                self.hiding = False
                self.tail = b""
                os.write(self.inner, b"\x01")
            return
        if raw_at != prompt_at:
            self.raw = raw_at > prompt_at
        self._out(data)

    def _out(self, data):
        try:
            os.write(self.outer, data)
        except BlockingIOError:
            pass  # nobody listens, and the line holds no more

    def _ended(self):
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        self.process = None
        os.close(self.inner)
        self.inner = -1

    def _next(self):
        cause, self.cause = self.cause, None
        if not self.wanted or self.over:
            return
        if cause is None:
            self._out(b"MPY: soft reboot\r\n")
        else:
            self.raw = False
        self.stopped(cause)
        self._start()


def _write_all(fd, data):
    while data:
        data = data[os.write(fd, data) :]

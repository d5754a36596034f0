"""A virtual gateway at the other end of a pseudo-terminal that listens at one speed only.

A pseudo-terminal carries bytes at any speed, but both ends see what the opened one is set to: at
another baud rate this device hears garbage, as a real one does, and says nothing (or, `babbles`,
sends garbage itself). Parity a pseudo-terminal has none.
"""

import contextlib
import os
import pty
import select
import termios
import threading
import tty

from host_sim.channel.channels import gateway_of
from host_sim.channel.panel import Panel
from splitstat import units


class Head:
    """What a gateway needs of an indoor unit."""

    command = None
    mode = "off"
    cls = None
    running = False
    standing_by = False
    sensed_c = 21.0
    return_c = 21.0

    def obey(self, command):
        self.command = command
        self.mode = command.mode


class SerialUnit:
    """gateways: address -> gateway. path is the port to open."""

    def __init__(self, gateways, baud=9600, babbles=False):
        self.gateways = gateways
        self.speed = getattr(termios, f"B{baud}")
        self.babbles = babbles
        self.ours, self.theirs = pty.openpty()
        tty.setraw(self.theirs)
        self.path = os.ttyname(self.theirs)
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def hears(self) -> bool:
        return termios.tcgetattr(self.ours)[4] == self.speed

    def _serve(self):
        data = b""
        while not self.ended.is_set():
            ready, _, _ = select.select([self.ours], [], [], 0.003)
            if ready:
                data += os.read(self.ours, 300)
            elif data:
                frame, data = data, b""
                for answer in self._answers(frame):
                    os.write(self.ours, answer)

    def _answers(self, frame):
        if not self.hears():
            return [b"\xf8\x80\x00\x78"] if self.babbles else []
        found = [gateway.serve(frame) for gateway in self.gateways.values()]
        return [answer for answer in found if answer]

    def unplug(self):
        """As when the adapter is pulled out: the port is gone."""
        self.close()

    def close(self):
        if not self.ended.is_set():
            self.ended.set()
            self.thread.join(5)
            os.close(self.ours)
            os.close(self.theirs)


@contextlib.contextmanager
def serial_unit(name: str, address: int = 1, **options):
    """A SerialUnit with one gateway, and its head."""
    head = Head()
    unit = units.load(name)
    gateway = gateway_of(name, unit, Panel(head), address)
    device = SerialUnit({address: gateway}, **options)
    try:
        yield device, head
    finally:
        device.close()

"""An infra-red lamp in view of its unit: what leaves the pin is demodulated and understood."""

from collections import namedtuple

from host_sim.channel.faults import Faults
from host_sim.world import BOOT_S
from splitstat.control.types import CodecError

STRETCH_US = 60  # what a receiver makes of a mark, as in channel/ir_channel.py
CARRIER_TOLERANCE = 0.12  # a receiver's filter is about so wide (general knowledge)

# at_s: of the run; command: UnitCommand as the unit decoded it, or None; carrier in Hz, pulses in
# us, a mark first. For a Modbus unit carrier is 0: a command that its gateway took.
Frame = namedtuple("Frame", ("at_s", "board", "room", "command", "carrier", "pulses"))


class Lamp:
    def __init__(self, home, board: str, room: str, unit, channel):
        self.home = home
        self.board = board
        self.room = room
        self.unit = unit
        self.channel = channel
        self.faults: Faults = channel.faults

    def shine(self, carrier: int, pulses):
        """The frame has left the lamp: signed us, marks positive."""
        faults = self.faults
        now_s = BOOT_S + self.home.now_s
        if now_s >= faults.change_s:
            faults.step(now_s)
        channel = self.channel
        channel.sent += 1
        if "dark" in faults.active or channel.random.random() < faults.active.get("loss", 0.0):
            channel.lost += 1
            return
        timings = merged(pulses)
        head = channel.indoor_unit
        command = None
        if abs(carrier - self.unit.hz) <= CARRIER_TOLERANCE * self.unit.hz:
            heard = [us - STRETCH_US if i & 1 else us + STRETCH_US for i, us in enumerate(timings)]
            try:
                command = self.unit.decode(heard, head.command)
            except CodecError:
                pass
        frame = Frame(self.home.now_s, self.board, self.room, command, carrier, tuple(timings))
        self.home.frames.append(frame)
        if command is None:
            channel.lost += 1
        else:
            head.obey(command)


def merged(pulses) -> list[int]:
    """Signed us -> marks and spaces by turns, from the first mark on."""
    timings = []
    last = 0
    for us in pulses:
        if not timings and us < 0:
            continue
        if timings and (us > 0) == (last > 0):
            timings[-1] += abs(us)
        else:
            timings.append(abs(us))
        last = us
    return timings

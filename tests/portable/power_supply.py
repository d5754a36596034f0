"""A board's two memories, and a plug that can be pulled at any moment: littlefs on a simulated
flash in RAM, and a model of NVS that is harsher than the real one (that keeps an old entry until
the new one is whole; here it is gone first, then the new one is torn, then whole).

MicroPython's unix port only. Modules `machine` and `esp32` are put in place for the firmware.
"""

import sys

import flash_disk
import vfs

BLOCKS = 96
PowerCut = flash_disk.PowerCut
TEARS = (0, 13, 2048)  # bytes of the last write that arrive: of a program step, of an erase


_EIO = -5


class Flash(flash_disk.Disk):
    """A dead disk answers with an error: an exception from below would leave littlefs, which is C,
    in the middle of something. The firmware goes on a little, but nothing of it arrives."""

    def readblocks(self, block, buffer, offset=0):
        if self.dead:
            return _EIO
        at = block * flash_disk.SIZE + offset
        buffer[:] = memoryview(self.file)[at : at + len(buffer)]
        return 0

    def writeblocks(self, block, buffer, offset=0):
        return self.change(block * flash_disk.SIZE + offset, buffer)

    def ioctl(self, operation, argument):
        if operation == 6:
            return self.change(argument * flash_disk.SIZE, self.blank)
        return flash_disk.Disk.ioctl(self, operation, argument)

    def change(self, at, data):
        if not self.dead:
            try:
                self._change(at, data)
                return 0
            except PowerCut:
                pass
        return _EIO


class Supply:
    """values: what NVS holds. nvs_cut: steps of NVS writes until the cut, -1 for none."""

    def __init__(self):
        self.values = {}
        self.nvs_cut = -1
        self.nvs_steps = 0
        self.image = bytearray(b"\xff" * (BLOCKS * flash_disk.SIZE))
        self.disk = None
        self.mounted = False
        self.systems = []  # kept: a file that is collected after its file system ends the VM

    def step(self):
        """One step of an NVS write; the cut comes before it."""
        if self.disk is not None and self.disk.dead:
            raise PowerCut
        if self.nvs_cut == 0:
            self.nvs_cut = -1
            if self.disk is not None:
                self.disk.dead = True
            raise PowerCut
        if self.nvs_cut > 0:
            self.nvs_cut -= 1
        self.nvs_steps += 1

    def put(self, key, value, torn):
        self.step()
        self.values.pop(key, None)
        self.step()
        if torn is not None:
            self.values[key] = torn
        self.step()
        self.values[key] = value
        self.step()

    def format(self):
        """An empty file system."""
        vfs.VfsLfs2.mkfs(self._fresh(), progsize=32, readsize=32, lookahead=32)

    def mount(self):
        """Power on. Raises OSError where the file system cannot be mounted."""
        if self.mounted:
            vfs.umount("/")
            self.mounted = False
        system = vfs.VfsLfs2(self._fresh(), progsize=32, readsize=32, lookahead=32)
        self.systems.append(system)
        vfs.mount(system, "/")
        self.mounted = True

    def _fresh(self):
        if self.disk is not None:
            self.disk.dead = True  # whatever the last run still holds open writes nothing more
            self.disk.file = b""
        self.disk = Flash(self.image, BLOCKS)
        return self.disk

    def kept(self):
        """A copy of both memories."""
        return bytes(self.image), dict(self.values)

    def back(self, kept):
        """Both memories as they were."""
        self.image[:] = kept[0]
        self.values = dict(kept[1])
        self.nvs_cut = -1

    def cut_at(self, number: int) -> bool:
        """Arms cut `number`: block operations with each tear first, then steps of NVS. counted():
        how many there are of each."""
        operations, steps = self.count
        if number < operations * len(TEARS):
            self.disk.cut_at = self.disk.changes + number // len(TEARS)
            self.disk.tear = TEARS[number % len(TEARS)]
            return True
        self.nvs_cut = number - operations * len(TEARS)
        return self.nvs_cut < steps

    def counted(self, act) -> int:
        """Runs act() uncut; returns how many different cuts it has."""
        changes, steps = self.disk.changes, self.nvs_steps
        act()
        self.count = (self.disk.changes - changes, self.nvs_steps - steps)
        return self.count[0] * len(TEARS) + self.count[1]


supply = Supply()


class NVS:
    def __init__(self, space):
        pass

    def get_i32(self, key):
        value = supply.values.get(key)
        if type(value) is not int:
            raise OSError(-0x1102)
        return value

    def set_i32(self, key, value):
        supply.put(key, value, None)

    def get_blob(self, key, buffer):
        value = supply.values.get(key)
        if type(value) is not bytes:
            raise OSError(-0x1102)
        buffer[: len(value)] = value
        return len(value)

    def set_blob(self, key, value):
        value = bytes(value)
        half = len(value) // 2
        supply.put(key, value, value[:half] + b"\xff" * (len(value) - half))

    def commit(self):
        supply.step()


class _Module:
    pass


def install():
    """The modules that the firmware finds on a board."""
    esp32, machine = _Module(), _Module()
    esp32.NVS = NVS

    def reset():
        raise SystemExit("reset")

    machine.reset = reset
    machine.WDT = None
    sys.modules["esp32"] = esp32
    sys.modules["machine"] = machine


install()

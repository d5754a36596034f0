"""The flash of the virtual board: blocks in a file, and a place to cut the power.

Block protocol of MicroPython (extended): 4096 bytes, erased to 0xFF by ioctl 6. cut_at counts
down with every operation that changes something; at 0 a write is torn (a part of it arrives, an
erased block is partly erased) and `torn` is raised or the board dies.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false

SIZE = 4096


class PowerCut(BaseException):
    pass


class Disk:
    """file: open for reading and writing, or a bytearray. on_write: called before each change."""

    def __init__(self, file, blocks, on_write=None):
        self.file = file
        self.blocks = blocks
        self.on_write = on_write
        self.changes = 0
        self.cut_at = -1
        self.tear = 0  # bytes of the last write that arrive
        self.dead = False
        self.blank = b"\xff" * SIZE

    def readblocks(self, block, buffer, offset=0):
        at = block * SIZE + offset
        if self.dead:
            raise PowerCut
        if isinstance(self.file, bytearray):
            buffer[:] = memoryview(self.file)[at : at + len(buffer)]
            return
        self.file.seek(at)
        self.file.readinto(buffer)

    def writeblocks(self, block, buffer, offset=0):
        self._change(block * SIZE + offset, buffer)

    def _change(self, at, data):
        if self.dead:
            raise PowerCut
        if self.on_write is not None:
            self.on_write()
        cut = self.changes == self.cut_at
        self.changes += 1
        if cut:
            data = memoryview(data)[: self.tear]
        if isinstance(self.file, bytearray):
            self.file[at : at + len(data)] = data
        else:
            self.file.seek(at)
            self.file.write(data)
        if cut:
            self.dead = True
            raise PowerCut

    def ioctl(self, operation, argument):
        if operation == 4:
            return self.blocks
        if operation == 5:
            return SIZE
        if operation == 6:
            self._change(argument * SIZE, self.blank)
            return 0
        return 0

"""Files that are whole or not there: a sum in the last line, written beside and then renamed.

Law: what is read back is exactly what was once written whole, whenever the power fails. littlefs
puts a renamed file in one step (cut at every block operation: tests); the sum is for a flash cell
that forgets, and for people who copy half a file.
"""

import os
from binascii import crc32


def read(path: str, limit: int):
    """The bytes that were written; None where there is no such file, b"" where it is not whole.

    limit: a longer file is not ours, and never read into memory."""
    try:
        size = os.stat(path)[6]
        if size > limit:
            return b""
        with open(path, "rb") as file:
            data = file.read(size)  # read() takes as much memory as it is allowed to read
    except OSError:
        return None
    text = data[:-9]
    return text if data[-9:] == _seal(text) else b""


def write(path: str, text: bytes):
    """Raises OSError (no room): the old file then stands."""
    with open(path + ".new", "wb") as file:
        file.write(text)
        file.write(_seal(text))
    rename(path + ".new", path)


def rename(old: str, new: str):
    """In one step, over a file that is there."""
    os.rename(old, new)


def folder(path: str):
    """Makes a folder where there is none; what goes wrong shows at the first file in it."""
    try:
        os.mkdir(path)
    except OSError:
        pass


def _seal(text):
    return b"\n%08x" % crc32(text)

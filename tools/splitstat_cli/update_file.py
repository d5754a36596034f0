"""An update as one file, for a board's page to send: the files of a slot in a tar.

It holds no password and no signature: whoever sends it signs it, with what only owner and board
know.
"""

import io
import tarfile

from splitstat_cli import board_tree


def packed(files: dict[str, bytes]) -> bytes:
    """files: those of a slot, with its manifest. The same files give the same bytes."""
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(files, key=lambda path: (path != board_tree.MANIFEST, path)):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            tar.addfile(entry, io.BytesIO(files[path]))
    return into.getvalue()

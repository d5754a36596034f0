"""The page's files, sent from flash in pieces of 1 kB, gzipped where the board has them so.

Law: a name is letters, digits and "_" with one of the endings below, so that no path leaves the
folder. What the browser has already is answered with 304: the tag is the file's own checksum.
"""

import binascii

const = int  # see web_request.py

_PIECE = const(1024)
_KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}


class Files:
    """folder: where the page lies, "/a/www" on a board."""

    def __init__(self, folder: str):
        self.folder = folder
        self.tags = {}

    def find(self, path: str):
        """(place, kind, gzipped) of what a path of a URL names, or None."""
        stem, _, ending = (path[1:] or "index.html").partition(".")
        if ending not in _KINDS or not stem:
            return None
        for sign in stem:
            if not ("a" <= sign <= "z" or "0" <= sign <= "9" or sign == "_"):
                return None
        place = self.folder + "/" + stem + "." + ending
        for gzipped in (".gz", ""):
            try:
                with open(place + gzipped, "rb"):
                    return place + gzipped, _KINDS[ending], gzipped
            except OSError:
                pass
        return None

    def tag(self, place: str) -> str:
        """The file's CRC-32 as an entity tag; read once, since nothing changes while it runs."""
        if place not in self.tags:
            crc = 0
            for piece in self.pieces(place):
                crc = binascii.crc32(piece, crc)
            self.tags[place] = '"%08x"' % crc
        return self.tags[place]

    def pieces(self, place: str):
        """The bytes of the file, in order. Raises OSError."""
        with open(place, "rb") as file:
            piece = file.read(_PIECE)
            while piece:
                yield piece
                piece = file.read(_PIECE)

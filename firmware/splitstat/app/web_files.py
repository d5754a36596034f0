"""The page's files, sent from flash in pieces of 1 kB, gzipped where the board has them so.

Law: a name is letters, digits and "_" with one of the endings below, so that no path leaves the
folder. What the browser has already is answered with 304: the tag is the file's own checksum.
"""

import binascii

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_PIECE = const(1024)
_TEXT = "text/%s; charset=utf-8"


def find(folder: str, path: str):
    """(place, kind, gzipped) of what a path of a URL names, or None."""
    stem, _, ending = (path[1:] or "index.html").partition(".")
    if ending in ("html", "css"):
        kind = _TEXT % ending
    elif ending == "js":
        kind = _TEXT % "javascript"
    elif ending == "svg":
        kind = "image/svg+xml"
    else:
        return None
    for sign in stem or ".":
        if not ("a" <= sign <= "z" or "0" <= sign <= "9" or sign == "_"):
            return None
    place = folder + "/" + stem + "." + ending
    for gzipped in (".gz", ""):
        try:
            with open(place + gzipped, "rb"):
                return place + gzipped, kind, gzipped
        except OSError:
            pass
    return None


def tag(place: str) -> str:
    """The file's CRC-32 as an entity tag."""
    crc = 0
    for piece in pieces(place):
        crc = binascii.crc32(piece, crc)
    return '"%08x"' % crc


def pieces(place: str):
    """The bytes of the file, in order. Raises OSError."""
    with open(place, "rb") as file:
        piece = file.read(_PIECE)
        while piece:
            yield piece
            piece = file.read(_PIECE)

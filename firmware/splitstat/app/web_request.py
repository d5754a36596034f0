"""One HTTP request, read within bounds: a line of 1 kB, 32 header lines, a body of 4 kB.

Law: nothing is kept that has no bound, and what two programs could read in two ways is refused: a
second length, chunks, folded lines, bare line feeds, control characters. (32 headers, because
Chromium sends 17 to a loopback address.)
"""

import json

from splitstat.app.web import Refused

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LINE = const(1024)
_HEADERS = const(32)
_BODY = const(4096)
_CHUNK = const(256)
_DIGITS = const(12)  # a number of 50,000 digits stops MicroPython for seconds
_DEPTH = const(6)
_ONCE = ("host", "origin", "content-length", "content-type", "cookie", "if-none-match")


class Request:
    """head() fills .method, .path, .query ({word: word}) and .headers (lower-case names).

    reader: an asyncio stream; kept: what was read of it already. Raises Refused,
    OSError, and EOFError where the other side ends.
    """

    def __init__(self, reader, kept: bytes):
        self.reader = reader
        self.kept = kept
        self.headers = {}
        self.query = {}
        self.method = self.path = ""

    async def more(self):
        """Waits for what comes next."""
        chunk = await self.reader.read(_CHUNK)
        if not chunk:
            raise EOFError
        self.kept += chunk

    async def _line(self, status: int) -> str:
        """A line without its end; status is for one that is too long."""
        end = -1
        while end < 0:
            end = self.kept.find(b"\n")
            if (end if end >= 0 else len(self.kept)) > _LINE:
                raise Refused(status, "a line has at most 1024 bytes")
            if end < 0:
                await self.more()
        line = self.kept[:end]
        self.kept = self.kept[end + 1 :]
        if line[-1:] != b"\r":
            raise Refused(400, "a line ends with CR LF")
        for byte in line[:-1]:
            if (byte < 32 and byte != 9) or byte > 126:
                raise Refused(400, "a line has printable ASCII only")
        return line[:-1].decode()

    async def head(self):
        words = (await self._line(414)).split(" ")
        if len(words) != 3 or words[2][:7] != "HTTP/1." or words[1][:1] != "/":
            raise Refused(400, "not a request line of HTTP/1")
        self.method = words[0]
        self.path, _, query = words[1].partition("?")
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            self.query[name] = value
        for _ in range(_HEADERS):
            line = await self._line(431)
            if not line:
                return
            name, colon, value = line.partition(":")
            if not colon or not name or name != name.strip():
                raise Refused(400, "not a header line")
            name = name.lower()
            if name == "transfer-encoding":
                raise Refused(501, "send a Content-Length instead of chunks")
            if name in _ONCE:
                if name in self.headers:
                    raise Refused(400, name + " is there twice")
                self.headers[name] = value.strip()
        raise Refused(431, "too many headers")

    async def json(self) -> dict:
        """The body, which must be one JSON object."""
        length = self.headers.get("content-length", "0")
        if not length.isdigit():
            raise Refused(400, "Content-Length is no number")
        if len(length) > 4 or int(length) > _BODY:
            raise Refused(413, "a body has at most 4096 bytes")
        if self.headers.get("content-type", "").partition(";")[0] != "application/json":
            raise Refused(415, "send application/json")
        text = bytearray(int(length))  # at once: growing it would take twice the room
        at = 0
        while at < len(text):
            if not self.kept:
                await self.more()
            piece = self.kept[: len(text) - at]
            self.kept = self.kept[len(piece) :]
            text[at : at + len(piece)] = piece
            at += len(piece)
        _check_json(text)
        try:
            value = json.loads(text)
        except (ValueError, RuntimeError):
            value = None
        if type(value) is not dict:
            raise Refused(400, "send one JSON object")
        return value


def _check_json(text: bytearray):
    """Refuses what json.loads would take and must not be given: long numbers, deep nesting."""
    depth = digits = 0
    quoted = escaped = False
    for byte in text:
        if quoted:
            quoted = escaped or byte != 34
            escaped = byte == 92 and not escaped
            continue
        quoted = byte == 34
        digits = digits + 1 if 48 <= byte <= 57 else 0
        if byte == 91 or byte == 123:  # [ {
            depth += 1
        elif byte == 93 or byte == 125:
            depth -= 1
        if depth > _DEPTH or digits > _DIGITS:
            raise Refused(400, "a number is too long, or brackets are too deep")

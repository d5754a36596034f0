"""A new application into the slot that does not run, piece by piece.

Law: at any instant a whole application can start. A slot without manifest.json is never started
(main.py), and the slot that is filled has none from the moment a signed manifest was accepted
until every file in it was read back and has the hash that the manifest says. What is refused
changes nothing but the slot's manifest.new.

A manifest has one file a line, so that nobody needs all of it in memory:
    {"version":"0.1.0","number":1000,"board":"esp32_devkitc","files":[
    ["board.mpy",896,"<SHA-256, 64 hexadecimal digits>"],
    ...
    ]}
Its signature is HMAC-SHA256(HMAC-SHA256(secret, "splitstat update"), SHA-256 of the manifest); the
inner step keeps it apart from the proofs of login.py, which use the same secret in another way.
"""

import binascii
import hashlib
import json
import os

from splitstat.app.proof import hmac_sha256, same
from splitstat.app.sealed import folder, rename

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_PART = const(512)
_LOOKS = const(4)  # files a call: it must not hold up a scan for long
_LONGEST = const(32000)  # bytes of a manifest
_LINE = const(256)
_NAME = const(60)
_PARTS = const(3)
MANIFEST: str = "manifest.json"


class Update:
    """secret: what owner and board share; runs, into: the folders of the two slots. A method
    returns None, or one sentence that says what is wrong; OSError where the disk is full."""

    def __init__(self, secret: bytes, runs: str, into: str):
        if len(secret) > 64:
            secret = hashlib.sha256(secret).digest()
        self.key = hmac_sha256(secret, b"splitstat update")
        self.runs = runs
        self.into = into
        self.staged = into + "/manifest.new"
        self.count = 0  # files of the accepted manifest, 0: there is none
        self.good = 0  # so many of them, from the first on, were read back and are right

    def piece(self, path: str, at: int, data):
        """Adds data to a file. at: how many bytes of it were sent before; 0 begins it anew."""
        if path == MANIFEST:
            self.count = 0
            most = _LONGEST
            target = self.staged
            folder(self.into)
        else:
            if not self.count:
                return "send the signed manifest first"
            most = None
            for name, size, _ in entries(self.staged):
                if name == path:
                    most = size
            if most is None:
                return "the manifest does not name this file"
            target = self.into + "/" + path
            _folders(self.into, path)
        self.good = 0
        if at + len(data) > most:
            return "%s is longer than allowed" % path
        if at and at != _size(target):
            return "the next byte of %s is %d" % (path, _size(target))
        with open(target, "ab" if at else "wb") as file:
            file.write(data)
        return None

    def begin(self, signature: str):
        """Checks the manifest that was sent. signature: 64 hexadecimal digits."""
        self.count = self.good = 0
        digest = hash_of(self.staged)
        if digest is None:
            return "send the manifest first"
        right = binascii.hexlify(hmac_sha256(self.key, digest))
        if not same(right, signature.encode()):
            return "the signature is not made with this board's key"
        try:
            new = head(self.staged)
            old = head(self.runs + "/" + MANIFEST)
            if new["board"] != old["board"]:
                return "the update is for a %s, this is a %s" % (new["board"], old["board"])
            if new["number"] < old["number"]:
                return "version %s is older than %s, which runs" % (new["version"], old["version"])
            count = 0
            for path, size, digest in entries(self.staged):
                if not _plain(path) or type(size) is not int or size < 0 or len(digest) != 64:
                    return "the manifest names a file that a slot cannot have"
                count += 1
        except (ValueError, KeyError, TypeError, OSError):
            return "the manifest cannot be read"
        _remove(self.into + "/" + MANIFEST)
        self.count = count
        return None

    def look(self, first: int):
        """Reads some files back, from number `first` on; what the running slot has is copied.
        Returns (number of the next to look at or None at the end, [files that must be sent])."""
        wanted = []
        k = 0
        for path, size, digest in entries(self.staged):
            if k == first + _LOOKS:
                break
            if k >= first and not self._there(path, size, digest):
                wanted.append(path)
            k += 1
        if first == self.good and not wanted:
            self.good = k
        return (None if k >= self.count else k), wanted

    def _there(self, path, size, digest):
        target = self.into + "/" + path
        if whole(target, size, digest):
            return True
        source = self.runs + "/" + path
        if not whole(source, size, digest):
            return False
        _folders(self.into, path)
        part = bytearray(_PART)
        with open(source, "rb") as old:
            with open(target, "wb") as new:
                n = old.readinto(part)
                while n:
                    new.write(memoryview(part)[:n])
                    n = old.readinto(part)
        return whole(target, size, digest)

    def finish(self):
        """The slot can start from now on; whether it does, trial.switch() says."""
        if not self.count or self.good < self.count:
            return "not every file is what the manifest says: look again"
        names = [MANIFEST, "manifest.new"]
        for path, _, _ in entries(self.staged):
            names.append(path)
        _clear(self.into, "", names)
        rename(self.staged, self.into + "/" + MANIFEST)
        self.count = self.good = 0
        return None


def head(path: str) -> dict:
    """What a manifest says beside its files. Raises OSError, ValueError."""
    with open(path, "rb") as file:
        return json.loads(file.readline(_LINE).strip() + b"]}")


def entries(path: str):
    """(path, size, digest) of each file of a manifest; a generator. Raises OSError, ValueError
    (not whole)."""
    with open(path, "rb") as file:
        file.readline(_LINE)
        line = file.readline(_LINE)
        while line[:1] == b"[":
            name, size, digest = json.loads(line.strip().rstrip(b","))
            yield name, size, digest
            line = file.readline(_LINE)
        if line != b"]}\n":
            raise ValueError("the manifest is not whole")


def whole(path: str, size: int, digest: str) -> bool:
    """Whether a file is what the manifest says."""
    if _size(path) != size:
        return False
    found = hash_of(path)
    return found is not None and binascii.hexlify(found) == digest.encode()


def hash_of(path: str):
    """SHA-256 of a file, or None where there is none."""
    found = hashlib.sha256()
    part = bytearray(_PART)
    try:
        with open(path, "rb") as file:
            n = file.readinto(part)
            while n:
                found.update(memoryview(part)[:n])
                n = file.readinto(part)
    except OSError:
        return None
    return found.digest()


def _plain(path) -> bool:
    """Whether a slot may have a file of this name: no way out of the slot."""
    if type(path) is not str or len(path) > _NAME or path.startswith("manifest."):
        return False
    parts = path.split("/")
    for part in parts:
        if part[:1] in ("", "."):
            return False
        for sign in part:
            if not ("a" <= sign <= "z" or "A" <= sign <= "Z" or "0" <= sign <= "9"):
                if sign not in "_.-":
                    return False
    return len(parts) <= _PARTS


def _size(path: str) -> int:
    try:
        return os.stat(path)[6]
    except OSError:
        return -1


def _remove(path: str):
    try:
        os.remove(path)
    except OSError:
        pass


def _folders(top: str, path: str):
    for part in path.split("/")[:-1]:
        top += "/" + part
        folder(top)


def _clear(top: str, below: str, names):
    """Removes the files of a slot that are not named."""
    for name in os.listdir(top + "/" + below if below else top):
        path = below + "/" + name if below else name
        if os.stat(top + "/" + path)[0] & 0x4000:
            _clear(top, path, names)
        elif path not in names:
            os.remove(top + "/" + path)

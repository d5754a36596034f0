"""What is cut: an update, from its first piece to the change of slots, with the choice of the slot
at the next start and the proof that it is good."""

import binascii
import hashlib
import json
import os
import sys

import main
from power_cuts_files import Files, supply
from splitstat.app import trial
from splitstat.app import update as updates
from splitstat.app.proof import hmac_sha256
from splitstat.hardware import reset
from splitstat.hardware.nvs import opened

SECRET = b"kq7xm2r9tvbn4hw8cdzpsejg35"
PIECE = 2048


class _Proving:
    """As much of a house as trial.py looks at."""

    refuses = None
    home = {"rooms": []}
    now_s = 15


def release(number):
    """The files of one version: two that never change, three that do, one that is new."""
    files = {"board.mpy": b"board" * 60, "www/app.js.gz": bytes(range(256)) * 20}
    for k in range(3):
        text = ("version %d file %d " % (number, k)).encode()
        files["splitstat/m%d.mpy" % k] = text * (40 + 130 * k)
    files["splitstat/only_in_%d.mpy" % (number % 3)] = b"new"
    return files


def manifest(files, number):
    """As tools/splitstat_cli/board_tree.py writes it."""
    said = '{"version":"0.1.%d","number":%d,"board":"test","files":[' % (number, number)
    lines = []
    for path in sorted(files):
        digest = binascii.hexlify(hashlib.sha256(files[path]).digest()).decode()
        lines.append(json.dumps([path, len(files[path]), digest]))
    return (said + "\n" + ",\n".join(lines) + "\n]}\n").encode()


def signature(text):
    key = hmac_sha256(SECRET, b"splitstat update")
    digest = hashlib.sha256(text).digest()
    return binascii.hexlify(hmac_sha256(key, digest)).decode()


def write(path, text):
    parts = path.split("/")
    for k in range(2, len(parts)):
        try:
            os.mkdir("/".join(parts[:k]))
        except OSError:
            pass
    with open(path, "wb") as file:
        file.write(text)


class Update(Files):
    """Each act is one update into the slot that does not run, by the real code, and its first
    start. Whenever the power goes, a start finds a whole application, and the same update begun
    again succeeds."""

    def begin(self):
        supply.format()
        supply.mount()
        for slot, number in (("/b", 1), ("/a", 2)):
            files = release(number)
            for path in files:
                write(slot + "/" + path, files[path])
            write(slot + "/manifest.json", manifest(files, number))
        self.runs = None
        self.boot()

    def boot(self):
        """What main.py does, then the application that it chose."""
        try:
            supply.mount()
            self.runs = main.chosen()[0]
        except OSError:
            self.runs = ""
        whole = [slot for slot in trial.SLOTS if self._is_whole(slot)]
        if self.runs not in whole or self._begun(trial.SLOTS) != whole:
            self.unbootable += 1  # the slot that three failed starts lead to must be whole, too
            return False
        while sys.path[0] in trial.SLOTS:
            sys.path.pop(0)
        sys.path.insert(0, self.runs)
        return True

    def _begun(self, slots):
        """Those that main.py could choose."""
        return [slot for slot in slots if "manifest.json" in self._names(slot)]

    def _names(self, slot):
        try:
            return os.listdir(slot)
        except OSError:
            return []

    def _is_whole(self, slot):
        try:
            said = updates.head(slot + "/manifest.json")
            for path, size, digest in updates.entries(slot + "/manifest.json"):
                if not updates.whole(slot + "/" + path, size, digest):
                    return False
        except (OSError, ValueError):
            return False
        if slot == self.runs:
            self.runs_number = said["number"]
        return True

    def act(self):
        assert trial.proved(_Proving(), opened())
        runs = self.runs
        into = trial.SLOTS[1 - trial.SLOTS.index(runs)]
        self.before = self.runs_number
        self.number = self.before + 1
        files = release(self.number)
        text = manifest(files, self.number)
        update = updates.Update(SECRET, runs, into)
        self._send(update, "manifest.json", text)
        assert update.begin(signature(text)) is None
        for path in self._look(update):
            self._send(update, path, files[path])
        assert self._look(update) == []
        assert update.finish() is None
        trial.switch(opened(), into, True)
        assert main.chosen()[0] == into
        sys.path[0] = into
        assert trial.proved(_Proving(), opened())

    def _send(self, update, path, text):
        for at in range(0, len(text), PIECE):
            assert update.piece(path, at, text[at : at + PIECE]) is None

    def _look(self, update):
        wanted = []
        first = 0
        while first is not None:
            first, more = update.look(first)
            wanted += more
        return wanted

    def check(self):
        """The next start has a whole application: the old one, the new one, or (where the cut took
        the number of the slot) the one before."""
        if self.boot() and self.runs_number not in (self.before, self.number, self.before - 1):
            self.lost += 1


reset = reset

"""The other boards of this home: what was heard of them, and when to speak.

Law: no board leads. Every 10 s, and at once when one comes back, each board says to all what it
wants and shows (neighbour_words.py), sealed under the home's key (neighbour_door.py). Without a
key there are no neighbours. Control does not wait for any of it.
"""

from splitstat.app import neighbour_words
from splitstat.app.loop import ticks_ms
from splitstat.app.neighbour_door import Door
from splitstat.control.seconds import Seconds

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_ROUND_S = const(10)
_HURRY_S = const(2)
_SCAN_S = const(5)  # until a scan takes in what was heard
_SILENT_S = const(60)
_WAITING = const(32)  # reports between two scans
_KEY = const(16)  # bytes at least


class Neighbours:
    """key: of the home in hexadecimal digits; raises ValueError where it is none. random:
    os.urandom."""

    def __init__(self, house, key: str, random):
        secret = bytes.fromhex(key)
        if len(secret) < _KEY:
            raise ValueError("short key")
        self.house = house
        names = house.home["boards"]
        self.door = Door(secret, house.name, house.board, names, random)
        self.heard = [(name, neighbour_words.Heard()) for name in names]
        self.seconds = Seconds()
        self.said_s = -_ROUND_S

    def boards(self):
        """For the page: of each other board its name, address, age_s (None: never heard) and
        rooms."""
        now_s = self.seconds.step(ticks_ms())
        for name, heard in self.heard:
            yield {
                "board": name,
                "address": heard.address,
                "age_s": None if heard.at_s is None else now_s - heard.at_s,
                "rooms": heard.shown(),
            }

    def hear(self, now_s: int, data: bytes):
        """A datagram, whatever it may be. now_s: of our own seconds."""
        found = self.door.open(now_s, data)
        if found is None:
            return
        who, age_s, text = found
        house = self.house
        for name, heard in self.heard:
            if name == who:
                try:
                    if len(house.inputs.peers) < _WAITING:
                        neighbour_words.take(house, heard, who, age_s + _SCAN_S, text)
                except (ValueError, TypeError, KeyError, IndexError, AttributeError):
                    self.door.dropped += 1
                    return
                if heard.at_s is None or now_s - heard.at_s > _SILENT_S:
                    house.log.add(house, -1, "board_heard")
                heard.at_s = now_s
                house.changes += 1
                house.news.set()
                house.news.clear()

    def say(self, now_s: int):
        """The datagrams of a round, when it is time for one."""
        passed_s = now_s - self.said_s
        if self.house.scans and passed_s >= (_HURRY_S if self.door.hurry else _ROUND_S):
            self.said_s = now_s
            self.door.turn(now_s)
            for text in neighbour_words.said(self.house):
                yield self.door.seal(text)

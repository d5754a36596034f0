"""The home as a server: one thread, one clock, one plant, any number of boards.

Boards come over packet sockets (see on_vm/board_wire.py for what is said). Whoever owns the server
speaks to it with do(): the function runs in the server's thread between two messages.
"""

import selectors
import socket
import struct
import threading
from pathlib import Path
from queue import SimpleQueue

from host_sim.virtual_board.appointments import Appointments
from host_sim.virtual_board.clock import AHEAD_S, Clock

LONGEST = 65536
FAR_US = 1 << 62


class HomeServer:
    """path: of the socket. plant: HomePlant, told of the server by attach(); boards add
    themselves to `sockets`' owners with add_board()."""

    def __init__(self, path: Path, plant, speed: float):
        self.path = path
        self.clock = Clock(speed)
        self.later = Appointments()
        self.plant = plant
        self.boards = {}
        self.selector = selectors.DefaultSelector()
        self.asked = SimpleQueue()
        self.poke, self.poked = socket.socketpair()
        self.poked.setblocking(False)
        self.selector.register(self.poked, selectors.EVENT_READ, self._poked)
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.listener.bind(str(path))
        self.listener.listen()
        self.selector.register(self.listener, selectors.EVENT_READ, self._accept)
        self.over = False
        self.failure: BaseException | None = None
        plant.attach(self)
        self.thread = threading.Thread(target=self._run, name="home", daemon=True)

    def hear(self, sock, heard):
        """heard(sock) in the server's thread when there is something to read. Before start()."""
        self.selector.register(sock, selectors.EVENT_READ, heard)

    def start(self):
        self.thread.start()

    def close(self):
        self.over = True
        self.poke.send(b"x")
        self.thread.join(5)
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()  # pyright: ignore
        self.selector.close()
        self.poke.close()
        self.path.unlink(missing_ok=True)

    def do(self, act, timeout_s: float = 10.0):
        """Runs act() in the server's thread and returns what it returns, or raises it."""
        if self.failure is not None:
            raise RuntimeError("the simulated home has failed") from self.failure
        done = threading.Event()
        box = []

        def run():
            try:
                box.append((act(), None))
            except Exception as why:
                box.append((None, why))
            done.set()

        self.asked.put(run)
        self.poke.send(b"x")
        if not done.wait(timeout_s):
            raise TimeoutError("the simulated home does not answer") from self.failure
        value, why = box[0]
        if why is not None:
            raise why
        return value

    def now_us(self) -> int:
        return self.clock.now_us(self._next_us())

    def stand_still(self):
        """From now on a board is busy: time has gone no further than its rest would have."""
        self.clock.rest(False, self._next_us())

    def _next_us(self):
        """The next appointment or end of a rest: time does not go beyond it at once."""
        next_us = self.later.next_us()
        for board in self.boards.values():
            if board.until_us is not None and (next_us is None or board.until_us < next_us):
                next_us = board.until_us
        return next_us

    def alone_until_us(self, alone) -> int:
        """How far the board `alone` may go by itself, now that its rest is over: nothing happens
        before. With other boards there is no such time."""
        now_us = self.clock.at_us
        if any(board.main is not None for board in self.boards.values() if board is not alone):
            return now_us
        far_us = now_us + round(self.clock.speed * AHEAD_S * 1e6)
        next_us = self.later.next_us()
        return far_us if next_us is None else min(far_us, next_us)

    def reach(self, at_us: int):
        """A board went so far by itself."""
        next_us = self._next_us()
        self.clock.reach(at_us if next_us is None else min(at_us, next_us))

    def _run(self):
        try:
            while not self.over:
                self._turn()
        except BaseException as why:
            self.failure = why
            raise
        finally:
            for board in self.boards.values():
                board.hang_up()

    def _turn(self):
        next_us = self._next_us()
        self.clock.rest(all(board.resting for board in self.boards.values()), next_us)
        now_us = self.clock.now_us(next_us)
        if next_us is not None and now_us >= next_us:
            self.later.due(now_us)
            for board in self.boards.values():
                if board.until_us is not None and board.until_us <= now_us:
                    board.end_rest(now_us)
            wait_s = 0.0
        else:
            wait_s = None if next_us is None else self.clock.real_s_until(next_us)
        for key, _ in self.selector.select(wait_s):
            key.data(key.fileobj)

    def _poked(self, sock):
        sock.recv(4096)
        while not self.asked.empty():
            self.asked.get()()

    def _accept(self, listener):
        connection, _ = listener.accept()
        self.selector.register(connection, selectors.EVENT_READ, self._introduced)

    def _introduced(self, connection):
        """The first message says whose socket this is."""
        data = connection.recv(LONGEST)
        self.selector.unregister(connection)
        kind, name = data[:1], (data[1:] if data[:1] == b"E" else data[2:]).decode()
        board = self.boards.get(name)
        if board is None:
            connection.close()
        elif kind == b"E":
            board.listens(connection)
        else:
            board.speaks(connection, data)
            self.selector.register(
                connection, selectors.EVENT_READ, lambda sock: self._message(board, sock)
            )

    def _message(self, board, connection):
        try:
            data = connection.recv(LONGEST)
        except ConnectionError:
            data = b""
        if not data:
            self.selector.unregister(connection)
            connection.close()
            board.lost(connection)
            return
        board.message(data)


def event(kind: bytes, now_us: int, data: bytes) -> bytes:
    return kind + struct.pack("<q", now_us) + data

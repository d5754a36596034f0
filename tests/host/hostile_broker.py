"""A broker that misbehaves in one way for its first connections, and then leads to a real one."""

import contextlib
import socket
import struct
import threading
import time

CONNACK = b"\x20\x02\x00\x00"
PINGRESP = b"\xd0\x00"
GIANT = b"\x30\xff\xff\xff\x7f"  # a PUBLISH of 268,435,455 bytes
FOR_S = 3.0  # so long each evil lasts at most


def packet(first: int, body: bytes) -> bytes:
    assert len(body) < 128
    return bytes((first, len(body))) + body


def silence(line):
    """Until the client goes."""
    line.settimeout(FOR_S)
    with contextlib.suppress(OSError):
        while line.recv(4096):
            pass


def reset(line):
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def says(*parts, then=silence):
    """Reads the CONNECT, says so much and goes on with `then`."""

    def act(line):
        line.settimeout(FOR_S)
        line.recv(4096)
        for part in parts:
            line.sendall(part)
        if then:
            then(line)

    return act


def stream(line):
    """Keeps sending, as long as the client reads."""
    end = time.monotonic() + FOR_S
    while time.monotonic() < end:
        line.sendall(bytes(4096))


def drip(line):
    for byte in b"\x30\x7f" + bytes(100):
        line.sendall(bytes((byte,)))
        time.sleep(0.1)


def never_acknowledges(line):
    """Answers signs of life and nothing else."""
    end = time.monotonic() + 3 * FOR_S
    line.settimeout(FOR_S)
    while time.monotonic() < end and line.recv(4096):
        line.sendall(PINGRESP)


def never_reads(line):
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    time.sleep(FOR_S)


def flood(line):
    """1,000 commands, for one topic after the other, and then an end in mid-packet."""
    for n in range(1000):
        body = b"\x00\x07a/b/%03d" % (n % 1000) + n.to_bytes(2, "big") + b"heat"
        line.sendall(packet(0x32, body))
    line.sendall(b"\x32")


EVILS = {
    "silent from the start": silence,
    "closes at once": lambda line: None,
    "resets at once": reset,
    "half a CONNACK": says(b"\x20\x02\x00"),
    "refuses": says(b"\x20\x02\x00\x05"),
    "answers with another packet": says(PINGRESP),
    "a long CONNACK": says(b"\x20\x04\x00\x00\x00\x00"),
    "accepts and falls silent": says(CONNACK),
    "accepts and closes": says(CONNACK, then=None),
    "accepts and resets": says(CONNACK, then=reset),
    "header of a giant, then silence": says(CONNACK, GIANT),
    "a giant that really comes": says(CONNACK, GIANT, then=stream),
    "length of five bytes": says(CONNACK, b"\x30\xff\xff\xff\xff\x01"),
    "topic beyond the packet": says(CONNACK, packet(0x30, b"\x01\x00abc")),
    "topic that is no text": says(CONNACK, packet(0x30, b"\x00\x02\xff\xfex")),
    "packet shorter than its topic's length": says(CONNACK, packet(0x30, b"\x00")),
    "no number where one must be": says(CONNACK, packet(0x32, b"\x00\x01a\x00")),
    "unknown type": says(CONNACK, b"\xf0\x00"),
    "type zero": says(CONNACK, b"\x00\x00"),
    "a packet of a client": says(CONNACK, packet(0x82, b"\x00\x01\x00\x01a\x01")),
    "QoS 2": says(CONNACK, packet(0x34, b"\x00\x01a\x00\x01x")),
    "QoS 3": says(CONNACK, packet(0x36, b"\x00\x01a\x00\x01x")),
    "half a packet": says(CONNACK, b"\x30\x40abc"),
    "PINGRESP with a body": says(CONNACK, b"\xd0\x02ab"),
    "short PUBACK": says(CONNACK, b"\x40\x01\x00"),
    "PUBACK of nothing": says(CONNACK, packet(0x40, b"\xff\xff")),
    "noise": says(CONNACK, bytes(range(64, 256))),
    "a byte at a time": says(CONNACK, then=drip),
    "never acknowledges": says(CONNACK, then=never_acknowledges),
    "never reads": says(CONNACK, then=never_reads),
    "a flood, then the end": says(CONNACK, then=flood),
}


class HostileBroker:
    """act: one of EVILS, for the first `times` connections; real: the port of a true broker."""

    def __init__(self, act, real: int, times=2):
        self.act = act
        self.real = real
        self.times = times
        self.connections = 0
        self.at_s = []  # when each came
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                line, _ = self.socket.accept()
                self.connections += 1
                self.at_s.append(time.monotonic())
                evil = self.connections <= self.times
                act = self._evil if evil else self._lead
                threading.Thread(target=act, args=(line,), daemon=True).start()

    def _evil(self, line):
        with contextlib.suppress(OSError), line:
            self.act(line)

    def _lead(self, line):
        """Both ways to the real broker."""
        real = socket.create_connection(("127.0.0.1", self.real))
        threading.Thread(target=self._carry, args=(real, line), daemon=True).start()
        self._carry(line, real)

    def _carry(self, source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                target.sendall(data)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def stop(self):
        self.socket.close()

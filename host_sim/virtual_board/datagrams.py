"""What else answers on the simulated network over UDP: a name server and a time server.

Addresses as the board sees them are of a made-up network; where they really are on the loopback,
`port` says. Both can be told to keep silent, as such servers do.
"""

import socket
import struct

NAME_SERVER = "10.77.0.53"
TIME_SERVER = "10.77.0.123"
TIME_NAMES = ("pool.ntp.org", "time.cloudflare.com", "time.google.com")
SINCE_1900_S = 2208988800  # Unix time's epoch in NTP's seconds (RFC 868)


class _Server:
    """One socket on the loopback, served by the home's thread. asked: questions so far."""

    def __init__(self, home_server):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.silent = False
        self.asked = 0
        home_server.hear(self.socket, self._heard)

    def _heard(self, sock):
        question, sender = sock.recvfrom(2048)
        self.asked += 1
        answer = None if self.silent else self.answer(question)
        if answer is not None:
            sock.sendto(answer, sender)

    def answer(self, question: bytes) -> bytes | None:
        raise NotImplementedError


class NameServer(_Server):
    """names: of hosts -> their address (RFC 1035; type A alone)."""

    def __init__(self, home_server):
        self.names: dict[str, str] = dict.fromkeys(TIME_NAMES, TIME_SERVER)
        super().__init__(home_server)

    def answer(self, question):
        """Repeats the question; behind it one address, or "no such name"."""
        if len(question) < 17:
            return None
        parts, at = [], 12
        while question[at]:
            parts.append(question[at + 1 : at + 1 + question[at]].decode())
            at += 1 + question[at]
        asked = question[12 : at + 5]
        address = self.names.get(".".join(parts))
        flags = 0x8180 if address else 0x8183
        head = question[:2] + struct.pack(">5H", flags, 1, 1 if address else 0, 0, 0)
        if not address:
            return head + asked
        return head + asked + struct.pack(">3HIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(address)


class TimeServer(_Server):
    """unix_s(): what time it is; wrong_s is added to it (RFC 5905, section 7.3)."""

    def __init__(self, home_server, unix_s):
        self.unix_s = unix_s
        self.wrong_s = 0.0
        super().__init__(home_server)

    def answer(self, question):
        if len(question) < 48 or question[0] & 7 != 3:
            return None
        now = round((self.unix_s() + self.wrong_s + SINCE_1900_S) * 2**32) % 2**64
        stamp = now.to_bytes(8, "big")
        head = bytes([0x24, 2, 6, 0xEC]) + bytes(8) + b"SIML"
        return head + stamp + question[40:48] + stamp + stamp

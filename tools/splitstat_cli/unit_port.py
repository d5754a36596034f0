"""The line from this computer to a unit: a serial port or a Modbus TCP gateway, as the stream pair
that the firmware's master takes.

A serial port is read by a thread, which works on every system. What goes wrong is a LineError: one
sentence that says what to check.
"""

import asyncio
import errno
import threading

from splitstat.app.modbus_master import Master

CONNECT_S = 5.0
ANSWER_S = 0.5
PARITIES = {"none": "N", "even": "E", "odd": "O"}


class LineError(Exception):
    """The line cannot be used, or nobody answers on it."""


class Line:
    """port or tcp ("HOST:PORT"), one of them; parity is "none", "even" or "odd".

    `async with line as master` opens it. problems are the words of every answer thrown away.
    """

    def __init__(self, port=None, tcp=None, baud=9600, parity="none", stop_bits=1):
        if (port is None) == (tcp is None):
            raise LineError("name the line: --port /dev/ttyUSB0, or --tcp HOST:PORT")
        self.port = port
        self.baud = baud
        self.parity = parity
        self.stop_bits = stop_bits
        self.host, self.tcp_port = _host_and_port(tcp) if tcp else (None, 0)
        self.problems: list[str] = []
        self.serial = None

    @property
    def name(self) -> str:
        return self.port or f"{self.host}:{self.tcp_port}"

    @property
    def settings(self) -> str:
        """ "9600 baud, parity none"; empty over TCP."""
        return f"{self.baud} baud, parity {self.parity}" if self.port else ""

    async def __aenter__(self) -> Master:
        if self.port:
            self.serial = Serial(open_serial(self.port, self.baud, self.parity, self.stop_bits))
            reader, self.writer = self.serial.reader, self.serial
        else:
            reader, self.writer = await self._connected()
        baud = self.baud if self.port else 0
        return Master(reader, self.writer, baud, ANSWER_S, broken=self.problems.append)

    async def __aexit__(self, *_):
        self.writer.close()

    async def _connected(self):
        try:
            opening = asyncio.open_connection(self.host, self.tcp_port)
            return await asyncio.wait_for(opening, CONNECT_S)
        except TimeoutError:
            why = "no connection within 5 s: check the address, and that both are in one network"
        except ConnectionRefusedError:
            why = "refuses the connection: check the port (502 is usual) and Modbus TCP there"
        except OSError as error:
            why = f"{error.strerror or error}: check the name and the network"
        raise LineError(f"{self.name}: {why}")

    def broken(self, error: OSError) -> LineError:
        """What a line that fails while in use means."""
        if self.port:
            return LineError(
                f"{self.port}: the adapter was unplugged, or another program took the port "
                f"({error}): check the USB plug"
            )
        return LineError(f"{self.name}: closed the connection: does another client use it?")


def _host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise LineError(f"--tcp {text}: allowed is HOST:PORT, such as 192.168.1.20:502")
    return host.strip("[]"), int(port)


def open_serial(port: str, baud: int, parity: str, stop_bits: int):
    """A pyserial port of our own. Raises LineError."""
    try:
        import serial
        from serial.tools.list_ports import comports
    except ImportError:
        raise LineError('a serial port needs pyserial: pip install "splitstat[board]"') from None
    try:
        return serial.Serial(
            port, baud, parity=PARITIES[parity], stopbits=stop_bits, timeout=0.05,
            write_timeout=2, exclusive=True,
        )  # fmt: skip
    except ValueError as error:
        raise LineError(f"{port}: {error}: check --baud") from None
    except serial.SerialException as error:
        code = error.errno
        text = str(error)
    except Exception as error:  # of the system's own kind, where a port lacks a setting
        raise LineError(
            f"{port}: cannot be set to {baud} baud, parity {parity}: {error}"
        ) from None
    if code == errno.ENOENT or "FileNotFoundError" in text:
        there = ", ".join(one.device for one in comports()) or "none"
        why = f"there is no such port: is the adapter plugged in? Ports here: {there}"
    elif code == errno.EACCES and "PermissionError(13" not in text:
        why = "no permission: on Linux be a member of the group of that file (dialout, uucp)"
    elif code in (errno.EBUSY, errno.EAGAIN) or "lock" in text or "PermissionError" in text:
        why = "is in use: close the other program that holds it (a terminal, mpremote, a logger)"
    else:
        why = f"{text}: is this the serial port of an RS-485 adapter?"
    raise LineError(f"{port}: {why}")


class Serial:
    """A pyserial port as an asyncio stream pair."""

    def __init__(self, port):
        self.port = port
        self.reader = asyncio.StreamReader()
        self.loop = asyncio.get_running_loop()
        self.closed = False
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self):
        while not self.closed:
            try:
                data = self.port.read(self.port.in_waiting or 1)
            except (OSError, TypeError) as error:  # TypeError: pyserial, closed meanwhile
                if not self.closed:
                    self._tell(self.reader.set_exception, OSError(str(error)))
                return
            if data:
                self._tell(self.reader.feed_data, data)

    def _tell(self, what, *arguments):
        try:
            self.loop.call_soon_threadsafe(what, *arguments)
        except RuntimeError:  # the loop is closed: nobody listens any more
            self.closed = True

    def takes(self, baud: int, parity: str) -> bool:
        """Sets speed and parity; False where the port has no such setting."""
        try:
            self.port.baudrate, self.port.parity = baud, PARITIES[parity]
        except Exception:  # each system has its own kind
            return False
        return True

    def write(self, data: bytes):
        self.port.write(data)

    async def drain(self):
        await asyncio.to_thread(self.port.flush)

    def close(self):
        self.closed = True
        self.thread.join(1)
        self.port.close()

"""What bench_board.py puts in the places of a board's peripherals and connections."""

sent = [0]  # frames


class InFlash:
    """Names that the ESP32's firmware has in flash (library_names.txt), and this VM has not: they
    are known before anything is counted."""

    PWRON_RESET = HARD_RESET = WDT_RESET = DEEPSLEEP_RESET = SOFT_RESET = None
    sda = scl = freq = pin = channel = clock_div = tx_carrier = None
    ssid = password = reconnects = None
    setblocking = sendto = recvfrom = getaddrinfo = None


class Namespace:
    """A module's stand-in."""

    def __init__(self, **names):
        for name in names:
            setattr(self, name, names[name])


class Pin:
    IN = 0
    OUT = 1
    PULL_UP = 2
    OPEN_DRAIN = 3

    def __init__(self, *_, **__):
        pass

    def value(self, *_):
        return 0


class Wire:
    """An SHT4x on I2C that says 17 degC and 50 %, and a watchdog."""

    def __init__(self, *_, **__):
        pass

    def writeto(self, address, data):
        pass

    def readfrom(self, address, count):
        return b"Z\xb2Ur\xb0\xdc"

    def feed(self):
        pass


class Ble:
    """A Bluetooth radio that hears nobody."""

    def active(self, on):
        pass

    def irq(self, handler):
        self.handler = handler

    def gap_scan(self, *_):
        pass


class Nvs:
    """In files, as a board's lies in flash: nothing of it is in the heap."""

    def __init__(self, name):
        pass

    def get_blob(self, key, buffer):
        with open("/nvs_" + key, "rb") as file:
            return file.readinto(buffer)

    def set_blob(self, key, value):
        with open("/nvs_" + key, "wb") as file:
            file.write(value)

    def get_i32(self, key):
        with open("/nvs_" + key, "rb") as file:
            return int(file.read())

    def set_i32(self, key, value):
        self.set_blob(key, str(value).encode())

    def commit(self):
        pass


class Rmt:
    def __init__(self, *_, **__):
        pass

    def write_pulses(self, durations, levels):
        sent[0] += 1

    def wait_done(self, timeout):
        return True


class Wlan:
    IF_STA = 0
    IF_AP = 1

    def __init__(self, interface):
        pass

    def active(self, *_):
        pass

    def config(self, *_, **__):
        return b"\x02\x53\x70\x6c\x69\x01"

    def connect(self, *_):
        pass

    def isconnected(self):
        return True

    def ifconfig(self):
        return "10.0.0.2", "", "", ""

    def status(self, word):
        return -50


class Stream:
    """Both halves of a connection: what is to be read, and then silence."""

    def __init__(self, text, idle):
        self.text = text
        self.idle = idle
        self.written = 0

    async def read(self, count):
        if not self.text:
            await self.idle.wait()
        some = self.text[:count]
        self.text = self.text[count:]
        return some

    readexactly = read

    def write(self, data):
        self.written += len(data)

    async def drain(self):
        pass

    def close(self):
        pass

    async def wait_closed(self):
        pass


class Broker(Stream):
    """Both halves of a connection to a broker that takes the client in, acknowledges and answers
    whatever it says, and has nothing to say itself."""

    def __init__(self, news):
        Stream.__init__(self, b"\x20\x02\x00\x00", None)
        self.news = news  # an asyncio.Event
        self.heard = b""

    async def readexactly(self, count):
        while len(self.text) < count:
            self.news.clear()
            await self.news.wait()
        return await self.read(count)

    def write(self, data):
        self.written += len(data)
        self.heard += data
        while self._packet():
            pass

    def _packet(self):
        """Takes one packet away that is whole; False where there is none."""
        size = shift = 0
        for at in range(1, min(5, len(self.heard))):
            size |= (self.heard[at] & 127) << shift
            shift += 7
            if self.heard[at] < 128:
                if len(self.heard) <= at + size:
                    return False
                self._answer(self.heard[0], self.heard[at + 1 : at + 1 + size])
                self.heard = self.heard[at + 1 + size :]
                return True
        return False

    def _answer(self, first, body):
        if first == 0xC0:
            self.text += b"\xd0\x00"
        elif first == 0x82:
            self.text += b"\x90\x06" + body[:2] + b"\x01\x01\x01\x01"
        elif first & 0xF2 == 0x32:
            at = 2 + (body[0] << 8 | body[1])
            self.text += b"\x40\x02" + body[at : at + 2]
        self.news.set()

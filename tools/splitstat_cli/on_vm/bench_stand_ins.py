"""What bench_board.py puts in the places of a board's peripherals and connections."""

sent = [0]  # frames


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


class Nvs:
    def __init__(self, name):
        self.kept = {}

    def get_blob(self, key, buffer):
        value = self._found(key)
        buffer[: len(value)] = value
        return len(value)

    def set_blob(self, key, value):
        self.kept[key] = bytes(value)

    def get_i32(self, key):
        return self._found(key)

    def set_i32(self, key, value):
        self.kept[key] = value

    def _found(self, key):
        if key not in self.kept:
            raise OSError(-4354)
        return self.kept[key]

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

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

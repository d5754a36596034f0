"""An I2C bus whose data line can be freed again (i2c_recovery.py)."""

from machine import I2C, Pin


class I2cBus:
    """number: of the controller; 100 kHz, so that a metre of wire works.

    write(address, data) and read(address, count) raise OSError: nobody is there."""

    def __init__(self, number: int, sda: int, scl: int):
        self.pins = number, sda, scl
        self.open()

    def open(self):
        """The controller anew."""
        number, sda, scl = self.pins
        i2c = I2C(number, sda=Pin(sda), scl=Pin(scl), freq=100000, timeout=20000)
        self.write = i2c.writeto
        self.read = i2c.readfrom

    def recover(self):
        """What may help where nobody answers: about 1 ms."""
        from splitstat.hardware.i2c_recovery import free

        free(self.pins[1], self.pins[2])
        self.open()

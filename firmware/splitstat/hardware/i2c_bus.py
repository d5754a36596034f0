"""An I2C bus on a controller of the board."""


class I2cBus:
    """number: of the controller.

    write(address, data) and read(address, count) raise OSError: nobody is there."""

    def __init__(self, number: int, sda: int, scl: int):
        self.pins = number, sda, scl
        self.recover()

    def recover(self):
        """The data line freed and the controller anew, about 1 ms: at the start, and where nobody
        answers."""
        from splitstat.hardware.i2c_opened import opened

        i2c = opened(*self.pins)
        self.write = i2c.writeto
        self.read = i2c.readfrom

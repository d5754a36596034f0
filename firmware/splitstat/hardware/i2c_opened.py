"""Opens a controller of an I2C bus whose data line a chip may hold.

A chip that lost count (power cut or reset in the middle of a byte) holds the data line low until
it has been given the clocks that it misses: nine at most, then a stop (NXP UM10204, "I2C-bus
specification", 3.1.16 bus clear).
"""

import time

from machine import I2C, Pin


def opened(number: int, sda: int, scl: int):
    """machine.I2C at 100 kHz, so that a metre of wire works, on a bus that was freed."""
    _free(sda, scl)
    return I2C(number, sda=Pin(sda), scl=Pin(scl), freq=100000, timeout=20000)


def _free(sda, scl):
    """Nine clocks and a stop on these pins."""
    data = Pin(sda, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
    clock = Pin(scl, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
    for _ in range(9):
        if data.value():
            break
        clock.value(0)
        time.sleep_us(10)
        clock.value(1)
        time.sleep_us(10)
    data.value(0)
    time.sleep_us(10)
    clock.value(1)
    time.sleep_us(10)
    data.value(1)

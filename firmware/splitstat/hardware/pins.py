"""Pins that are only read."""

from machine import Pin


def contact(pin: int):
    """A function that reads a switch to ground: 1 while it is open. Pins without a pull-up of
    their own (34 to 39 of the first ESP32) want a resistor."""
    try:
        return Pin(pin, Pin.IN, Pin.PULL_UP).value
    except ValueError:
        return level(pin)


def level(pin: int):
    """A function that reads an output of something else."""
    return Pin(pin, Pin.IN).value

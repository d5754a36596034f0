"""Seeed Studio XIAO ESP32S3: pin numbers and facts, nothing else.

Comes with an antenna to be plugged in: without it there is no Wi-Fi.

Sources: Seeed Studio wiki, "Getting Started with Seeed Studio XIAO ESP32S3" (D0 to D10 are 1, 2,
3, 4, 5, 6, 43, 44, 7, 8, 9; data on D4, clock on D5; lamp on 21); Espressif, "ESP32-S3 Series
Datasheet" (strapping pins). From general knowledge of these papers; not tried on a board here.
"""

CHIP = "esp32s3"

# Pins that can send infra-red light or serve a bus.
PINS = (1, 2, 4, 5, 6, 7, 8, 9, 43, 44)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (0, "decides at power-up whether the chip boots or waits for a download"),
    (3, "is read at power-up (source of JTAG)"),
    (19, "is USB"),
    (20, "is USB"),
    (21, "has the yellow lamp"),
    (27, "belongs to the flash memory"),
    (28, "belongs to the flash memory"),
    (29, "belongs to the flash memory"),
    (30, "belongs to the flash memory"),
    (31, "belongs to the flash memory"),
    (32, "belongs to the flash memory"),
    (45, "decides at power-up about the voltage of the flash memory"),
    (46, "is read at power-up (boot messages)"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 4

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 4
RECEIVER_PIN = 2
SAMPLER_PINS = (7, 8)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 43, 44, 9)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 5, 6)),)

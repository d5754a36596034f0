"""M5Stack Atom Lite on the Atomic RS485 Base: pin numbers and facts, nothing else.

For units on Modbus: screw terminals for A, B and a supply of 9 to 24 V, nothing to solder. The
base switches its direction by itself (no driver-enable pin); a 120 ohm resistor at both ends of
the line is yours to add.

Sources: M5Stack documentation, "Atomic RS485 Base" (A131: SP3485EN, transmit 19, receive 22) and
"Atom-Lite" (Grove yellow 26, white 32; other pins as in m5stack_atom_lite.py); the two numbers are
confirmed by a spa controller that runs on this pair. Not tried on a board here.
"""

CHIP = "esp32"

# Pins that can send infra-red light or serve a bus.
PINS = (12, 21, 23, 25, 26, 32, 33)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (0, "decides at power-up whether the chip boots or waits for a download"),
    (1, "is the console's transmit line"),
    (2, "decides at power-up about the download mode"),
    (3, "is the console's receive line"),
    (5, "is read at power-up (timing of the SDIO slave)"),
    (6, "belongs to the flash memory"),
    (7, "belongs to the flash memory"),
    (8, "belongs to the flash memory"),
    (9, "belongs to the flash memory"),
    (10, "belongs to the flash memory"),
    (11, "belongs to the flash memory"),
    (16, "belongs to the flash memory"),
    (17, "belongs to the flash memory"),
    (19, "is the base's transmit line"),
    (22, "is the base's receive line"),
    (27, "has the coloured lamp"),
    (39, "is the button"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 8

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 26
RECEIVER_PIN = 32
SAMPLER_PINS = (23, 33)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 19, 22, None)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 25, 21)), ("grove", (1, 26, 32)))

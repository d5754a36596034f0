"""Espressif ESP32-DevKitC with an ESP32-WROOM-32 module: pin numbers and facts, nothing else.

Sources: Espressif, "ESP32-DevKitC V4 Getting Started Guide" (pin layout) and "ESP32 Series
Datasheet" (strapping pins, flash pins, input-only pins); ESP32 Technical Reference Manual, chapter
"Remote Control" (eight channels). From general knowledge of these papers; not tried on a board
here.
"""

CHIP = "esp32"

# Pins that can send infra-red light or serve a bus.
PINS = (4, 13, 14, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = (34, 35, 36, 39)

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
    (12, "decides at power-up about the voltage of the flash memory"),
    (15, "is read at power-up (boot messages)"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 8

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 25
RECEIVER_PIN = 23
SAMPLER_PINS = (32, 33)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (2, 17, 16, 4)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
# Data 21 and clock 22 are what tutorials and modules' wiring pictures use.
I2C = (("i2c", (0, 21, 22)),)

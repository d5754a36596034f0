"""Espressif ESP32-S3-DevKitC-1: pin numbers and facts, nothing else.

Sources: Espressif, "ESP32-S3-DevKitC-1 v1.1 User Guide" (headers, lamp on 38; on v1.0 on 48) and
"ESP32-S3 Series Datasheet" (strapping pins, flash pins); ESP32-S3 Technical Reference Manual,
chapter "Remote Control" (four channels send). Not tried on a board here. Modules with eight-line
memory (R8, R16) keep 35 to 37 for it, so they are left alone on all. Flash and console through
the socket marked USB or UART.
"""

CHIP = "esp32s3"

# Pins that can send infra-red light or serve a bus.
PINS = (1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 39, 40, 41, 42, 47)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (0, "decides at power-up whether the chip boots or waits for a download"),
    (3, "is read at power-up (source of JTAG)"),
    (19, "is USB"),
    (20, "is USB"),
    (27, "belongs to the flash memory"),
    (28, "belongs to the flash memory"),
    (29, "belongs to the flash memory"),
    (30, "belongs to the flash memory"),
    (31, "belongs to the flash memory"),
    (32, "belongs to the flash memory"),
    (33, "belongs to memory on some modules"),
    (34, "belongs to memory on some modules"),
    (35, "belongs to memory on some modules"),
    (36, "belongs to memory on some modules"),
    (37, "belongs to memory on some modules"),
    (38, "has the coloured lamp (v1.1)"),
    (43, "is the console's transmit line"),
    (44, "is the console's receive line"),
    (45, "decides at power-up about the voltage of the flash memory"),
    (46, "is read at power-up (boot messages)"),
    (48, "has the coloured lamp (v1.0)"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 4

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 4
RECEIVER_PIN = 5
SAMPLER_PINS = (6, 7)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 17, 18, 16)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 8, 9)),)

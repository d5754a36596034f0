"""Olimex ESP32-POE and ESP32-POE-ISO (WROOM): pin numbers and facts, nothing else.

Supply over the network cable. Not for the WROVER sort, whose memory takes 16. Never join USB and
power over Ethernet on the ESP32-POE without -ISO: the maker warns that it is not isolated. The
firmware uses its Wi-Fi; Ethernet is untested.

Sources: Olimex, "ESP32-POE User's manual" and schematic (UEXT: data 13, clock 16, transmit 4,
receive 36; card 2, 14, 15; button 34), from general knowledge; Ethernet 12, 17, 18, 19, 21, 22,
23, 25, 26, 27 as a public driver for the ESP32-POE-ISO has them. Not tried on a board here.
"""

CHIP = "esp32"

# Pins that can send infra-red light or serve a bus.
PINS = (4, 13, 14, 16, 32, 33)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = (35, 36, 39)

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
    (12, "switches the Ethernet chip's supply"),
    (15, "is read at power-up (boot messages)"),
    (17, "is Ethernet"),
    (18, "is Ethernet"),
    (19, "is Ethernet"),
    (21, "is Ethernet"),
    (22, "is Ethernet"),
    (23, "is Ethernet"),
    (25, "is Ethernet"),
    (26, "is Ethernet"),
    (27, "is Ethernet"),
    (34, "is the button"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 8

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 32
RECEIVER_PIN = 39
SAMPLER_PINS = (33, 14)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 4, 36, None)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 13, 16)),)

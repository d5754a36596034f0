"""M5Stack Atom Lite (ESP32-PICO-D4): pin numbers and facts, nothing else.

With M5's Unit IR in the Grove socket: lamp and receiver behind one plug, yellow wire (26) lamp,
white wire (32) receiver. The board's own lamp on 12 reaches a metre or two: for a unit above it,
not for one across the room. Its case is 24 mm wide: nothing to solder.

Sources: M5Stack documentation, "Atom-Lite" (lamp 12, button 39, coloured lamp 27, clock 21, data
25; Grove yellow 26, white 32; pins 19, 21, 22, 23, 25, 33 below); uiflow-micropython, "IR Unit"
(its example for a socket with 26 and 36: receiver 36, lamp 26). Which wire is which on this
board is read from that, unverified. RS-485: see m5stack_atom_rs485.py. Not tried on a board here.
"""

CHIP = "esp32"

# Pins that can send infra-red light or serve a bus.
PINS = (12, 19, 21, 22, 23, 25, 26, 32, 33)

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
    (27, "has the coloured lamp"),
    (39, "is the button"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 8

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 26
RECEIVER_PIN = 32
SAMPLER_PINS = (22, 33)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 19, 23, None)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 25, 21)), ("grove", (1, 26, 32)))

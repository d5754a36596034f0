"""M5Stack AtomS3 and AtomS3 Lite: pin numbers and facts, nothing else.

With M5's Unit IR in the Grove socket: lamp and receiver behind one plug, yellow wire (2) lamp,
white wire (1) receiver. The board's own lamp on 4 reaches a metre or two: for a unit above it,
not for one across the room. The AtomS3's motion sensor (address 0x68) shares the bus on 38 and 39.

Sources: M5Stack documentation, "AtomS3" and "AtomS3 Lite" (Grove yellow 2, white 1; lamp 4; button
41; pins 5, 6, 7, 8, 38, 39 below; display 15, 16, 17, 21, 33, 34; coloured lamp 35), of which
lamp, Grove and the pins below are confirmed by other projects' tables; uiflow-micropython, "IR
Unit", for the order of lamp and receiver. Unverified on this board. Not tried here.
"""

CHIP = "esp32s3"

# Pins that can send infra-red light or serve a bus.
PINS = (1, 2, 4, 5, 6, 7, 8, 38, 39)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (0, "decides at power-up whether the chip boots or waits for a download"),
    (3, "is read at power-up (source of JTAG)"),
    (15, "is the display"),
    (16, "is the display"),
    (17, "is the display"),
    (19, "is USB"),
    (20, "is USB"),
    (21, "is the display"),
    (27, "belongs to the flash memory"),
    (28, "belongs to the flash memory"),
    (29, "belongs to the flash memory"),
    (30, "belongs to the flash memory"),
    (31, "belongs to the flash memory"),
    (32, "belongs to the flash memory"),
    (33, "is the display"),
    (34, "is the display"),
    (35, "has the coloured lamp (Lite)"),
    (41, "is the button"),
    (45, "decides at power-up about the voltage of the flash memory"),
    (46, "is read at power-up (boot messages)"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 4

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 2
RECEIVER_PIN = 1
SAMPLER_PINS = (7, 8)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 6, 5, None)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 38, 39)), ("grove", (1, 2, 1)))

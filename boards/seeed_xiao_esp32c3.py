"""Seeed Studio XIAO ESP32C3: pin numbers and facts, nothing else.

Comes with an antenna to be plugged in: without it there is no Wi-Fi. It has too little memory for
Wi-Fi and a Bluetooth thermometer at once: give it a sensor on a wire.

Sources: Seeed Studio wiki, "Getting Started with Seeed Studio XIAO ESP32C3" (D0 to D10 are 2, 3,
4, 5, 6, 7, 21, 20, 8, 9, 10; data on D4, clock on D5); Espressif, "ESP32-C3 Series Datasheet"
(strapping pins). Not tried on a board here.
"""

CHIP = "esp32c3"

# Pins that can send infra-red light or serve a bus.
PINS = (3, 4, 5, 6, 7, 10, 20, 21)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (2, "is read at power-up, and must be high"),
    (8, "is read at power-up"),
    (9, "decides at power-up whether the chip boots or waits for a download"),
    (18, "is USB"),
    (19, "is USB"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 2

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 4
RECEIVER_PIN = 5
SAMPLER_PINS = (10, 3)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 21, 20, None)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 6, 7)),)

"""ESP32-C3 SuperMini, sold without a maker's name: pin numbers and facts, nothing else.

Its antenna is weak: a chip a few millimetres long, close to the other parts, on many copies badly
matched. Reports of connections that fail two rooms from the access point are common; lowering the
transmit power helps some. For a room far from the access point take another board. It has too
little memory for Wi-Fi and a Bluetooth thermometer at once: give it a sensor on a wire.

Sources: sellers' pin pictures, which agree (general knowledge, unverified); Espressif, "ESP32-C3
Series Datasheet" (strapping pins 2, 8 and 9; USB on 18 and 19); ESP32-C3 Technical Reference
Manual, chapter "Remote Control" (two channels send). Not tried on a board here.
"""

CHIP = "esp32c3"

# Pins that can send infra-red light or serve a bus.
PINS = (0, 1, 3, 4, 5, 6, 7, 10, 20, 21)

# Pins without an output driver: fit for a window contact or an infra-red receiver.
INPUT_ONLY = ()

# (pin, why it is left alone)
RESERVED = (
    (2, "is read at power-up, and must be high"),
    (8, "is read at power-up, and has the blue lamp"),
    (9, "decides at power-up whether the chip boots or waits for a download"),
    (18, "is USB"),
    (19, "is USB"),
)

# Channels of the RMT peripheral that can send: so many units can be sent to.
IR_TRANSMITTERS = 2

# Where the lamp and the receiver of the kits hang, and two pins that the receiver's sampler drives
# as its clocks: nothing may hang on them.
IR_PIN = 4
RECEIVER_PIN = 3
SAMPLER_PINS = (0, 1)

# (name, UART number, transmit, receive and driver-enable pin; None where the module switches by
# itself)
BUSES = (("rs485", (1, 21, 20, 10)),)

# (name, controller number, data and clock pin); the first one is meant where a home names none.
I2C = (("i2c", (0, 6, 7)),)

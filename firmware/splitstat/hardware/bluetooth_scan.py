"""Listening to Bluetooth advertisements of known senders.

Passive, a tenth of the time: Wi-Fi shares the antenna. Together with Wi-Fi it runs out of memory
on the ESP32-C3 and C6 (MicroPython issue 18859).
"""

import bluetooth

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SCAN_RESULT = const(5)


class BluetoothScan:
    """addresses: six bytes each. heard: address -> the newest advertisement not yet taken."""

    def __init__(self, addresses):
        self.heard = {}
        self.known = addresses
        self.radio = bluetooth.BLE()
        self.radio.active(True)
        self.radio.irq(self._event)
        self.radio.gap_scan(0, 320000, 32000, False)

    def _event(self, event, data):
        if event == _SCAN_RESULT:
            address = bytes(data[1])
            if address in self.known:
                self.heard[address] = bytes(data[4])

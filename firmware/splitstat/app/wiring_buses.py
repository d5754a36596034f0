"""Sensors that are not on an I2C bus (wiring.py)."""


class Shouted:
    """A thermometer that is only listened to. scan: hardware.bluetooth_scan.BluetoothScan."""

    def __init__(self, driver, scan, address: bytes, probe):
        self.driver = driver
        self.scan = scan
        self.address = address
        self.probe = probe

    async def step(self):
        """What has come since the last step."""
        data = self.scan.heard.pop(self.address, None)
        found = data and self.driver.decode(data)
        if found:
            self.probe.say(found[1], found[2])


def bus_of(sensor: dict, buses: dict):
    """The wire of a sensor on a pin, opened once. Raises ValueError without a pin."""
    pin = sensor["pin"]
    if pin is None:
        raise ValueError("no pin is named for it")
    if pin not in buses:
        if sensor["kind"] == "dht22":
            from splitstat.hardware.dht_pin import DhtPin

            buses[pin] = DhtPin(pin)
        else:
            from splitstat.hardware.one_wire_bus import OneWireBus

            buses[pin] = OneWireBus(pin)
    return buses[pin]


def listeners(shouted):
    """What listens to thermometers: [(address as text, sensor.Probe)]."""
    from splitstat.hardware.bluetooth_scan import BluetoothScan

    found = [(bytes.fromhex(each[0].replace(":", "")), each[1]) for each in shouted]
    scan = BluetoothScan([each[0] for each in found])
    return [Shouted(probe.driver, scan, address, probe) for address, probe in found]

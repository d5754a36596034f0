"""One file a sensor: what to say on the wire, how long to wait, what the answer means.

A file for a chip on a bus has

    ADDRESS             its usual address, on I2C
    WAIT_MS             from start() until read() finds a result
    EVERY_S             the least time between two measurements (self-heating, or the chip's own)
    start(bus, where)   begins a measurement; where: address or 1-Wire number, may be left out
    read(bus, where)    the bytes of the answer; OSError where there is none
    decode(data)        (cdeg or None, humidity_cpct or None, ...); pure

and, where the chip wants it, `once(bus, where)`: after power-up and after every failed reading.
Its answer, where it is not empty, is the second argument of decode().

Nothing here sleeps, repeats or remembers: that is the caller's. decode() says None for whatever
fails its check, lies outside the chip's range or is what the chip shows before its first
measurement. Buses: I2C has write(address, data) and read(address, n); 1-Wire has reset() -> bool,
write(data) and read(n); a DHT's pin has measure() -> 5 bytes. "Also sold as" in a docstring lists
the other words that a home file may use for `kind`.
"""

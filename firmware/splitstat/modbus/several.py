"""Requests that write several coils or registers at once. Apart from pdu.py, because no unit needs
them: some gateways take one register a request, and all of them take that.

Source: MODBUS Application Protocol Specification V1.1b3, sections 6.11 and 6.12.
"""

from splitstat.modbus.reads import request


def write(table: str, address: int, values) -> bytes:
    """Request that sets 1..1968 coils (0, 1) or 1..123 holding registers (0..65535): function 15
    or 16."""
    bits = table == "C"
    count = len(values)
    head = request(15 if bits else 16, address, count, 1968 if bits else 123)
    data = bytearray((count + 7) // 8 if bits else 2 * count)
    for i in range(count):
        if bits:
            data[i >> 3] |= values[i] << (i & 7)
        else:
            data[2 * i] = values[i] >> 8
            data[2 * i + 1] = values[i] & 255
    return head + bytes((len(data),)) + bytes(data)

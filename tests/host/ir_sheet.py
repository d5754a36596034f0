"""A fact sheet carried out word by word: state to durations. It shares nothing with the firmware.

The sheets in tests/vectors/ir/sheets are the facts, their format is described in the README
beside them. This is the slow and plain reading of it, to be compared with the engine.
"""

import math

NEIGHBOURS = (0, 1, 2, 3)


def pick(node, state):
    """The number that a decision tree gives for a state."""
    while isinstance(node, dict) and "by" in node:
        value = state.get(node["by"])
        for values, subtree in node["cases"]:
            if any(value == v and type(value) is type(v) for v in values):
                node = subtree
                break
        else:
            node = node["else"]
    if isinstance(node, int):
        return node
    degrees = state["degrees"]
    if "deg" in node:
        rule = node["deg"]
        number = math.floor(degrees) if rule["round"] == "floor" else degrees
        number = max(rule["min"], min(rule["max"], number))
        return int(rule["scale"] * number + rule["offset"])
    for _, high, value in node["runs"]:
        if degrees <= high:
            return value
    return node["runs"][-1][2]


def unit_of(byte, kind):
    """One byte, taken as the formula says."""
    high, low = byte >> 4, byte & 15
    if kind == "nibbles":
        return high + low
    if kind == "rev":
        return int(f"{byte:08b}"[::-1], 2)
    if kind == "popcount":
        return bin(byte).count("1")
    return {"byte": byte, "highnib": high, "lownib": low}[kind]


def nibble(data, byte, which):
    return data[byte] >> 4 if which == "high" else data[byte] & 15


def bits_set(data, f):
    count = f.get("init", 0) + sum(bin(data[i]).count("1") for i in f["bytes"])
    if "low_nibble_of" in f:
        count += bin(data[f["low_nibble_of"]] & 15).count("1")
    if "high_nibble_of" in f:
        count += bin(data[f["high_nibble_of"]] >> 4).count("1")
    return ~count & 255


def formula(data, f, target):
    op = f["op"]
    if op == "sum":
        total = sum(unit_of(b, f["unit"]) for b in data[f["from"] : f["to"] + 1])
        if f.get("plus_own_low_nibble"):
            total += data[target] & 15
        total = (f["sign"] * total + f["const"]) % f["mod"] ^ f.get("xor_after", 0)
        return int(f"{total:08b}"[::-1], 2) if f.get("reverse_result") else total
    if op == "xor":
        total = f["const"]
        for b in data[f["from"] : f["to"] + 1]:
            total ^= (b >> 4) ^ (b & 15) if f["unit"] == "nibbles" else b
        return total ^ (data[target] & 15) if f.get("plus_own_low_nibble") else total
    if op == "complement":
        return data[f["src"]] ^ 255
    if op == "nibble_list":
        total = sum(nibble(data, byte, which) for byte, which in f["terms"])
        return f["sign"] * (total + f["const"]) % f["mod"]
    if op == "gree_nibbles":
        start = f["from"]
        total = f["const"] + sum(data[start + i] & 15 for i in NEIGHBOURS)
        return (total + sum(data[start + i] >> 4 for i in (4, 5, 6))) & 15
    if op == "popcount":
        return bits_set(data, f)
    if op == "popcount_pair":
        count = bits_set(data, f)
        return count >> 4 if f.get("take") == "high" else count & 15
    raise ValueError(op)


def place(data, byte, bit, length, value):
    whole = int.from_bytes(data, "little")
    mask = ((1 << length) - 1) << (8 * byte + bit)
    whole = whole & ~mask | (value << (8 * byte + bit)) & mask
    data[:] = whole.to_bytes(len(data), "little")


def content(frame, state):
    """The bytes of a frame."""
    data = bytearray.fromhex(frame["fixed"])
    for field in frame["fields"]:
        value = pick(field["value"], state) & ((1 << field["len"]) - 1)
        whole = int.from_bytes(data, "little") | value << (8 * field["byte"] + field["bit"])
        data[:] = whole.to_bytes(len(data), "little")
    for target in frame["derived"]:
        value = formula(data, target["formula"], target["byte"])
        bit, length = target.get("bit") or 0, target.get("len") or 8
        if target.get("nibble"):
            bit, length = (4 if target["nibble"] == "high" else 0), 4
        place(data, target["byte"], bit, length, value)
    return data


def bits_of(data, item, order):
    """The bits of a data item in the order of sending, as a string."""
    count, first = item["data"], item["first_byte"]
    whole = data[first : first + (count + 7) // 8]
    if order == "msb":
        return "".join(f"{b:08b}" for b in whole)[-count:]
    return "".join(f"{b:08b}"[::-1] for b in whole)[:count]


def pulses(sheet, wire, data, out):
    runs, begin = {}, len(out)
    for item in wire:
        if isinstance(item, list):
            out += item
            continue
        if "pad_message_to" in item:
            out.append(item["mark"])
            out.append(item["pad_message_to"] - sum(out[begin:]))
            begin = len(out)
            continue
        if "data" in item:
            bits = bits_of(data, item, sheet["byte_bit_order"])
        elif "bits" in item:
            bits = item["bits"]
        elif "copy_of" in item:
            bits = runs[item["copy_of"]]
        else:
            bits = runs[item["inverse_of"]].translate(str.maketrans("01", "10"))
        if "run" in item:
            runs[item["run"]] = bits
        for bit in bits:
            out += sheet["bit"]["one" if bit == "1" else "zero"]


def transmission(sheet, state):
    """Every mark and space of one state."""
    out = []
    for extra in sheet.get("before_frames", []):
        for _ in range(pick(extra["send_count"], state)):
            pulses(sheet, extra["wire"], b"", out)
    frames = {frame["name"]: frame for frame in sheet["frames"]}
    main = sheet["frames"][0]
    if "first_frame" in sheet:
        first = sheet["first_frame"]
        main = frames[first["names"][pick(first["select"], state)]]
    pulses(sheet, main["wire"], content(main, state), out)
    for extra in sheet.get("extra_frames", []):
        for _ in range(pick(extra["send_count"], state)):
            pulses(sheet, extra["wire"], b"", out)
    for more in sheet.get("more_frames", []):
        if pick(more["send"], state):
            frame = more["frame"]
            pulses(sheet, frame["wire"], content(frame, state), out)
    return out[:-1] if out[-1] == 0 else out

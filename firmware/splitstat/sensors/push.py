"""A value that somebody else measured, pushed by MQTT or HTTP.

What is understood: a plain number of degC ("21.5"), or a JSON object with "temperature" and, if it
likes, "humidity" in % ({"temperature": 21.5, "humidity": 48}), the words of Zigbee2MQTT and
ESPHome. It is read digit by digit: no floating point, and no nan, inf, exponent or Fahrenheit
slips through.
"""

EVERY_S = 10


def decode(text):
    """text: str or bytes. (cdeg or None, humidity_cpct or None)."""
    if not isinstance(text, str):
        try:
            text = bytes(text).decode()
        except UnicodeError:
            return None, None
    text = text.strip()
    cpct = None
    if text[:1] == "{":
        cdeg = hundredths(_value(text, '"temperature"'))
        cpct = hundredths(_value(text, '"humidity"'))
    else:
        cdeg = hundredths(text)
    if cdeg is not None and (cdeg < -4000 or cdeg > 8500):
        cdeg = None
    if cpct is not None and (cpct < 0 or cpct > 10000):
        cpct = None
    return cdeg, cpct


def _value(text, key):
    """The text of the number behind a key; "" where there is none."""
    at = text.find(key)
    if at < 0:
        return ""
    rest = text[at + len(key) :].lstrip()
    if rest[:1] != ":":
        return ""
    rest = rest[1:]
    for end in range(len(rest)):
        if rest[end] in ",}":
            return rest[:end].strip()
    return ""


def hundredths(text: str):
    """ "-3.255" -> -326; None where it is not a plain decimal number."""
    negative = text[:1] == "-"
    if negative:
        text = text[1:]
    whole, dot, part = text.partition(".")
    if not _digits(whole) or len(whole) > 6 or (dot and not _digits(part)):
        return None
    value = int((part + "000")[:3]) + int(whole) * 1000
    value = (value + 5) // 10
    return -value if negative else value


def _digits(text):
    for sign in text:
        if sign not in "0123456789":
            return False
    return text != ""

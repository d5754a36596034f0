"""A name that no other board has."""

from binascii import hexlify

from machine import unique_id


def own_name() -> str:
    """`splitstat-` and the last four digits of the chip's number."""
    return "splitstat-" + str(hexlify(unique_id()[-2:]), "utf-8")

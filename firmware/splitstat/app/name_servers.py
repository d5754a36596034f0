"""Who is asked for names, and what they said last: what stays in memory of resolver.py."""

servers = ["", ""]  # name server of the network, and one to fall back on
known = {}  # name -> the address it had last


async def connect(host: str, port: int):
    """A stream pair to a host by its name. Raises OSError."""
    from splitstat.app import resolver

    return await resolver.connect(host, port)


async def address(name: str) -> str:
    """Raises OSError where nobody knows the name and nobody ever did."""
    from splitstat.app import resolver

    return await resolver.address(name)

"""TLS to a broker whose certificate was signed by one known authority, and by no other.

The first use costs a board some 20 kB outside the Python heap and a second or two of computing, so
it is for boards with memory to spare. Dates in certificates need a clock: open the connection
after the time is known.
"""

import asyncio
import ssl


def opener(ca: bytes, address=None):
    """An `open(host, port)` for mqtt.py. ca: the authority's certificate, DER; `await
    address(host)` finds a host without blocking (None: resolver.py does), while the certificate
    must be made out to its name. Raises ValueError or OSError where ca is no certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=ca)

    async def open(host, port):
        return await asyncio.open_connection(
            await (address or _address)(host), port, ssl=context, server_hostname=host
        )

    return open


async def _address(host):
    from splitstat.app import resolver

    return await resolver.address(host)

"""A Modbus TCP gateway: a stream pair that connects when it is used, and again when it broke.

The address must be one already, or one that resolver.py finds: asyncio's own look-up of names
stands still for seconds.
"""

import asyncio

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_PORT = const(502)
_CONNECT_S = const(5)


class Host:
    """Reader and writer in one, as modbus_master.Master wants them."""

    def __init__(self, name: str):
        self.name = name
        self.reader = self.writer = None
        self.out = b""

    async def read(self, count: int) -> bytes:
        """As a stream reader; nothing comes while there is no connection."""
        if self.reader is None:
            await asyncio.sleep(60)
            return b""
        try:
            data = await self.reader.read(count)
        except OSError:
            data = b""
        if not data:
            await self.close()
            raise OSError(104)  # ECONNRESET
        return data

    def write(self, frame: bytes):
        """Kept until drain()."""
        self.out = frame

    async def drain(self):
        """Connects where needed, and sends. Raises OSError."""
        if self.writer is None:
            try:
                self.reader, self.writer = await asyncio.wait_for(
                    _connected(self.name), _CONNECT_S
                )
            except asyncio.TimeoutError:  # noqa: UP041, MicroPython has no other
                raise OSError(116) from None  # ETIMEDOUT
        try:
            self.writer.write(self.out)
            await self.writer.drain()
        except OSError:
            await self.close()
            raise

    async def close(self):
        """Forgets a connection."""
        writer = self.writer
        self.reader = self.writer = None
        if writer is not None:
            try:
                writer.close()
                await writer.wait_closed()
            except OSError:
                pass


async def _connected(name):
    from splitstat.app.resolver import connect

    return await connect(name, _PORT)

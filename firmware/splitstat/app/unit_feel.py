"""An infra-red unit that is told its room's temperature, where the home says `feel`.

Law: what is told is of now, or nothing is told. Where commands carry it too, a plain command makes
the unit feel for itself again; where they do not, silence does (ir/feel.py). As often as a Midea's
own handset, which speaks every three minutes (general knowledge).
"""

from splitstat.app.unit_tasks import IrHead
from splitstat.control.types import CodecError
from splitstat.ir.pulses import split

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_FEEL_S = const(180)


class FedIrHead(IrHead):
    """As IrHead. told_s: when the unit was told, None while it feels for itself."""

    told_s = None

    async def step(self):
        """A command first; else what the room is like, when that is due."""
        carries = self.unit.feel[:4] == "with"
        if self.command is not None:
            if carries:
                self.told_s = None
            await IrHead.step(self)
            return
        house = self.house
        if self.previous is None or self.previous.mode == "off":
            return
        cdeg = house.outputs.rooms[self.room].feel_cdeg
        if cdeg is None:
            if self.told_s is not None and carries:
                self.tell(self.previous)
            self.told_s = None
        elif self.told_s is None or house.now_s - self.told_s >= _FEEL_S:
            self.told_s = house.now_s
            try:
                durations, levels = split(self.unit.encode_feel(cdeg, self.previous)[1])
                async with house.quiet:
                    await self._shine(durations, levels)
            except (CodecError, OSError, ValueError):
                pass  # in three minutes again

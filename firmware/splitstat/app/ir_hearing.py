"""What the receiver of this board hears of people's handsets.

Law: our own frames come back from the walls: while a lamp shines, and for 200 ms after it, nothing
counts. While a frame comes in nothing is written to flash, which would hold up the interrupts.
"""

import asyncio

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = 0.05
_ECHO_S = 0.2
_LONGEST = const(20)  # looks at a frame that does not end


async def run(house, receiver, hearings, heads):
    """receiver: hardware.ir_receiver.IrReceiver; hearings: [(room, ir.hearing.Hearing)] of the
    units in its view; heads: of all rooms, which know what their unit obeys. For ever."""
    while True:
        await asyncio.sleep(_LOOK_S)
        if house.quiet.locked():  # a lamp shines, or flash is being written
            while house.quiet.locked():
                await asyncio.sleep(_LOOK_S)
            await asyncio.sleep(_ECHO_S)
            receiver.drop()
        elif receiver.busy():
            async with house.quiet:
                timings = await _whole(receiver)
            if timings:
                judge(house, hearings, heads, timings)


async def _whole(receiver):
    for _ in range(_LONGEST):
        timings = receiver.take()
        if timings is not None or not receiver.busy():
            return timings
        await asyncio.sleep(_LOOK_S)
    receiver.drop()
    return None


def judge(house, hearings, heads, timings):
    """Hands a command to the room whose handset said it. A handset that two rooms could have is
    not believed: nobody knows which unit obeyed."""
    found = []
    for room, hearing in hearings:
        command = hearing.hear(house.now_s, timings, house.outputs.rooms[room].command)
        if command is not None:
            found.append((room, command))
    if len(found) == 1:
        house.inputs.rooms[found[0][0]].handset = found[0][1]

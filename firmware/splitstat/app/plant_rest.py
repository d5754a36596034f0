"""A whole-home system before a start anew that was asked for. Loaded then.

Law: the last word before a planned restart is one that may stand for weeks. The machine over
Modbus is told off, as it is after every start, and the relays open.
"""

from splitstat.control.plant_command import IDLE


def rest(plant):
    """Now; the heat pump's least time keeps it off until the board goes."""
    control = plant.control
    control.command = IDLE
    control.since_s = plant.house.now_s
    if plant.head is not None:
        plant.head.want(IDLE)
    for output in plant.outputs:
        output.show(plant)

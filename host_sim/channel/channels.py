"""Which wire leads to a unit: a lamp, or a gateway of its maker."""

from host_sim.channel.intesis_gateway import IntesisGateway
from host_sim.channel.ir_channel import IrChannel
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.onokom_gateway import OnokomGateway
from host_sim.channel.panel import Panel


def channel_of(unit, room: dict, indoor_unit, seed: int, faults: dict):
    """unit: of splitstat.units; room: its entry in the compiled home; faults: (room, part) -> list of Fault."""
    family, _, variant = room["unit"].partition(".")
    if unit.kind == "ir":
        return IrChannel(unit, indoor_unit, seed, faults=faults.get((room["name"], "ir"), ()))
    wire = faults.get((room["name"], "modbus"), ())
    panel = Panel(indoor_unit)
    address = room["address"] or 1
    if family == "onokom":
        return ModbusChannel(unit, OnokomGateway(variant, panel, address), seed, faults=wire)
    if family == "intesis":
        return ModbusChannel(unit, IntesisGateway(panel, address), seed, faults=wire)
    raise ValueError("no simulated gateway for %s" % room["unit"])

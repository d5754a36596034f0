"""Which wire leads to a unit: a lamp, or a gateway of its maker."""

from typing import Any

from host_sim.channel.intesis_gateway import IntesisGateway
from host_sim.channel.ir_channel import IrChannel
from host_sim.channel.map_gateway import MapGateway
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.onokom_gateway import HOUSEHOLD, OnokomGateway
from host_sim.channel.panel import Panel
from host_sim.channel.valve_channel import ValveChannel

# A Midea that hears no more of its room goes back to its own sensor (community.home-assistant.io,
# thread 265236, page 65); after how long is its manual's matter: 7 min (general knowledge).
FOLLOW_S = 420


def channel_of(unit, room: dict, indoor_unit, seed: int, faults: dict, outdoor_unit=None) -> Any:
    """unit: of splitstat.units; room: its entry in the compiled home; faults: (room, part) -> list
    of Fault; outdoor_unit: of the plant, which knows of defrosting."""
    if unit.kind == "ir":
        feels_s = FOLLOW_S if room["unit"].partition(".")[0] == "midea" else None
        lamp = faults.get((room["name"], "ir"), ())
        return IrChannel(unit, indoor_unit, seed, faults=lamp, feels_s=feels_s)
    if unit.kind == "valve":
        return ValveChannel(indoor_unit, faults.get((room["name"], "valve"), ()))
    panel = Panel(indoor_unit, outdoor_unit)
    gateway = gateway_of(room["unit"], unit, panel, room["address"] or 1)
    wire = faults.get((room["name"], "modbus"), ())
    return ModbusChannel(unit, gateway, seed, faults=wire)


def gateway_of(name: str, unit, panel: Panel, address: int = 1):
    """The gateway of "onokom.gr_1", "onokom.md_vrf.5", "intesis.daikin.whole" and the like;
    for other makers one made from the unit's own map."""
    family, _, variant = name.partition(".")
    word, _, rest = variant.partition(".")
    if family == "onokom":
        return OnokomGateway(HOUSEHOLD.get(word, word), panel, address, int(rest or 0))
    if family == "intesis":
        return IntesisGateway(panel, address, word, rest)
    return MapGateway(unit, panel, address)

"""What energy and machines cost, in a home file: the tables [prices] and [costs]."""

from splitstat_cli.hours import Hours, merged
from splitstat_cli.table_rules import Key, List, Number

PRICES = (
    Key("electricity", Number(0.001, 5, "per kWh"), 0.30),
    Key("gas", Number(0.001, 5, "per kWh"), 0.12),
    Key("electricity_night", Number(0.001, 5, "per kWh")),
    Key("night", List(Hours()), []),  # hours of the night price
    # For the simulator, in place of the above: electricity of each hour of a day, or of a year
    # (UTC); a board is told them (README, "MQTT").
    Key("hourly", List(Number(-5, 20, "per kWh"), 8760), []),
    # So far the rooms behind [whole_home] may be warmer while it is cheap, or there is power to
    # spare, and colder while it is dear.
    Key("rooms_band", Number(0, 1, "K"), 0.0),
    # What a kWh emits. Electricity: about the mean of the European Union (EEA, 2023); gas: 56.1
    # kg/GJ of the lower heating value (IPCC 2006), against the upper one that is billed.
    Key("electricity_co2", Number(0, 1500, "g per kWh"), 250.0),
    Key("gas_co2", Number(0, 500, "g per kWh"), 182.0),
)
# What the ways of `splitstat compare` cost to install, [least, most] money; no default is honest.
COST = List(Number(0, 1e6, "money"), 2)
COSTS = (
    Key("splits", COST),
    Key("heat_pump", COST),
    Key("heat_pump_beside_boiler", COST),
    Key("boiler", COST),
)


def night_of(prices: dict) -> list:
    """[thousandths per kWh, from, to, from, to, ...] in minutes of the week."""
    spans = merged(span for spans in prices["night"] for span in spans)
    if prices["electricity_night"] is None or not spans:
        return []
    return [round(prices["electricity_night"] * 1000), *(edge for span in spans for edge in span)]

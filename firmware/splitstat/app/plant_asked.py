"""May this be asked of a whole-home system? The one validator of every door."""

from splitstat.control.held import within
from splitstat.control.tariff import MOST, STEPS_MIN

WORDS = "boost setpoint surplus price prices power"


def asked(plant, word: str, a=None):
    """boost: 1 fills the tank now, 0 ends it. setpoint: cdeg of the tank. surplus: 1 there is
    power to spare (for 15 minutes), 0 there is not. price: electricity in thousandths of the money
    per kWh, 0: as the home says. prices: those to come, [begin in minutes since 2000-01-01 UTC,
    minutes of each (15, 30, 60), thousandths, ...]; [] takes them back. power: W that a meter sees
    just now. Returns None, or one sentence."""
    house = plant.house
    if house.refuses:
        return house.refuses
    water = plant.control.water
    if word in ("boost", "setpoint", "surplus") and water is None:
        return "there is no hot water here"
    if word == "boost":
        if not within(a, 0, 1):
            return "allowed: 0 or 1"
        if a:
            plant.inputs.tank.boost = True
        else:
            water.boosting = False
    elif word == "setpoint":
        most = water.config["most_cdeg"]
        if not within(a, 4000, most):
            return "allowed: 4000 to %d cdeg" % most
        plant.setpoint(a)
    elif word == "surplus":
        if not within(a, 0, 1):
            return "allowed: 0 or 1"
        plant.surplus_s = house.now_s - (0 if a else 900)
    elif word == "price":
        if not within(a, 0, 5000):
            return "allowed: 0 to 5000 thousandths"
        plant.tariff.told = a or None
    elif word == "prices":
        return _prices(plant.tariff, a)
    elif word == "power":
        if not within(a, 0, 50000):
            return "allowed: 0 to 50000 W"
        if plant.accounts is not None:
            plant.accounts.metered(house.now_s, a)
        return None
    else:
        return "allowed are " + ", ".join(WORDS.split())
    house.changes += 1
    return None


def _prices(tariff, a):
    if type(a) is not list or len(a) > MOST + 2:
        return "allowed is a list of at most %d numbers" % (MOST + 2)
    if not a:
        tariff.tell(0, 60, ())
        return None
    if len(a) < 3 or not within(a[0], 0, 1 << 29) or a[1] not in STEPS_MIN:
        return "allowed: minutes since 2000, then 15, 30 or 60, then prices"
    for price in a[2:]:
        if not within(price, -5000, 20000):
            return "allowed: -5000 to 20000 thousandths"
    tariff.tell(a[0], a[1], a[2:])
    return None

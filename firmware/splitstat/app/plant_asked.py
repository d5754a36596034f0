"""May this be asked of a whole-home system? The one validator of every door."""

from splitstat.control.held import within

WORDS = "boost setpoint surplus price power"


def asked(plant, word: str, a):
    """boost: 1 fills the tank now, 0 ends it. setpoint: cdeg of the tank. surplus: 1 there is
    power to spare (for 15 minutes), 0 there is not. price: electricity in thousandths of the money
    per kWh, 0: as the home says. power: W that a meter sees just now. Returns None, or one
    sentence."""
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
        plant.price = a or None
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

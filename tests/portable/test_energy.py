"""Accounts of a whole-home system: nothing is lost by rounding, what is guessed is marked so."""

from splitstat.control.energy import USES, Energy
from splitstat.control.plant_command import IDLE, PlantCommand

CONFIG = {
    "heat_pump_w": 6000,
    "boiler_w": 10000,
    "immersion_w": 2000,
    "boiler_pct": 92,
    "guess_pct": 40,
    "eer_pct": 400,
    "cop": [704, 1543, -875],  # home_plant.cop_plane of the defaults
}
HEAT = PlantCommand("heat", 3500, "off", 5000, 5000, False, True)
COOL = PlantCommand("cool", 1800, "off", 5000, 5000, False, True)
TANK = PlantCommand("hot_water", 5500, "off", 5000, 5000, False, False)
BURNS = PlantCommand("off", 3500, "heat", 5000, 5000, False, True)
HEATER = PlantCommand("off", 3500, "off", 5000, 5000, True, False)
PRICES = (300, 120)


def lived(steps, energy=None, every_s=5):
    """steps: (scans, command, power_w, running)."""
    energy = energy or Energy(CONFIG)
    now_s = energy.at_s or 0
    energy.step(now_s, IDLE, 0, None, False, 700, PRICES)
    for scans, command, power_w, running in steps:
        for _ in range(scans):
            now_s += every_s
            energy.step(now_s, command, power_w, running, False, 700, PRICES)
    return energy


def of(energy, use):
    return energy.accounts[USES.index(use)]


def test_an_hour_by_a_meter():
    heat = of(lived([(720, HEAT, 1001, True)]), "heat")
    assert heat.wh == heat.metered_wh == 1001 and heat.starts == 1
    assert heat.cost == 300 and heat.error_wh == 20
    assert 500 * heat.wh <= 100 * heat.heat_wh <= 510 * heat.wh  # COP 5.06 at 7 and 35 degC


def test_an_hour_without_a_meter_is_a_guess_and_says_so():
    heat = of(lived([(720, HEAT, None, None)]), "heat")
    assert heat.metered_wh == 0 and heat.wh > 500
    assert abs(heat.heat_wh - 3600) <= 40  # 60 % of the machine's size
    assert heat.error_wh * 10 // heat.wh == 3 or heat.error_wh * 10 // heat.wh == 4


def test_a_machine_that_says_it_rests_takes_nothing():
    assert of(lived([(720, HEAT, None, False)]), "heat").wh == 0


def test_every_use_has_its_own():
    energy = lived(
        [
            (72, HEAT, 1000, True),
            (72, TANK, 2000, True),
            (72, IDLE, 10, None),
            (72, COOL, 500, True),
        ]
    )
    assert [account.wh for account in energy.accounts] == [100, 50, 200, 1]
    assert energy.reversals == 1 and of(energy, "cool").heat_wh == 200
    assert of(energy, "heat").starts == 1 and of(energy, "water").starts == 0


def test_the_boiler_burns_and_the_heater_is_told_apart():
    heat = of(lived([(720, BURNS, 50, None)]), "heat")
    assert heat.gas_wh == 6521 and abs(heat.heat_wh - 6000) <= 6
    assert heat.cost == (50 * 300 + heat.gas_wh * 120) // 1000
    water = of(lived([(720, HEATER, 2300, None)]), "water")
    assert water.wh == 2300 and water.metered_wh == 300 and water.heat_wh == 2000


def test_defrosts_are_counted_at_their_beginning():
    energy = Energy(CONFIG)
    for now_s, defrosting in enumerate((False, True, True, False, True, None)):
        energy.step(now_s, HEAT, 900, True, defrosting, 0, PRICES)
    assert energy.defrosts == 2


def test_a_month_ends_and_a_snapshot_goes_on():
    energy = lived([(721, HEAT, 1001, True)])
    other = Energy(CONFIG)
    other.restore(energy.snapshot())
    assert other.snapshot() == energy.snapshot()
    closed = energy.close()
    assert closed[2][0] == 1002 and of(energy, "heat").wh == 0
    assert of(energy, "heat").rest[0] == 1001 * 5 * 721 % 3600  # the joule is not lost

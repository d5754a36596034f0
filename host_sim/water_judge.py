"""Keeps the score of a whole-home plant: fuel, hot water, hygiene, the flow temperature."""


class WaterJudge:
    """world: a World with a whole_home. step() after each of its steps."""

    def __init__(self, world):
        self.loop = world.whole_home
        self.water = world.whole_home.water
        self.step_s = world.step_s
        self.overdue_s = self.cooling_fights_s = self.both_s = 0
        self.flow_k_s = self.flow_s = 0.0
        self.gas_peak_w = 0.0
        self.shift = 0

    def step(self):
        water, control = self.water, self.loop.control
        if control.water is not None and control.water.hygiene is not None:
            self.overdue_s += control.water.hygiene.overdue * self.step_s
        pump, boiler = water.heat_pump, water.boiler
        if pump is not None and pump.running and water.command.heat_pump == "heat":
            self.flow_k_s += water.supply_c * self.step_s
            self.flow_s += self.step_s
        if boiler is not None and boiler.heat_w > 0.0:
            self.gas_peak_w = max(self.gas_peak_w, boiler.gas_w)
            if pump is not None and pump.heat_w < 0.0:
                self.cooling_fights_s += self.step_s
            elif pump is not None and pump.heat_w > 0.0:
                self.both_s += self.step_s

    def result(self) -> dict:
        """Flat figures; kWh, except where the name says otherwise."""
        water, household = self.water, self.water.household
        hygiene = self.loop.control.water and self.loop.control.water.hygiene

        def kwh(joule):
            return round(joule / 3.6e6, 2)

        made, used = water.heat_pump_made_j, water.heat_pump_used_j

        def gain(*uses):
            total = sum(used[use] for use in uses)
            return round(sum(abs(made[use]) for use in uses) / total, 3) if total else None

        return {
            "kwh_gas": kwh(sum(water.gas_j.values())),
            "kwh_gas_hot_water": kwh(water.gas_j["water"]),
            "kwh_electric_heating": kwh(water.used_j["heat"]),
            "kwh_electric_cooling": kwh(water.used_j["cool"]),
            "kwh_electric_hot_water": kwh(water.used_j["water"]),
            "kwh_immersion": kwh(water.immersion_j),
            "kwh_hot_water": kwh(household.used_j),
            "heat_pump_cop": gain("heat", "water") if made["heat"] + made["water"] else None,
            "heat_pump_cop_rooms": gain("heat"),
            "heat_pump_cop_hot_water": gain("water"),
            "heat_pump_eer": gain("cool") if made["cool"] else None,
            "flow_mean_c": round(self.flow_k_s / self.flow_s, 2) if self.flow_s else None,
            "draws": household.draws,
            "draws_cold": household.cold,
            "draw_coldest_c": round(household.coldest_c, 1) if household.draws else None,
            "hygiene_proofs": hygiene.proofs if hygiene else None,
            "hygiene_overdue_hours": round(self.overdue_s / 3600, 1),
            "boiler_starts": water.boiler.starts if water.boiler else 0,
            "sources_both_hours": round(self.both_s / 3600, 1),
            "sources_fighting_hours": round(self.cooling_fights_s / 3600, 1),
            "plant_balance_error": water.balance()["error"],
        }

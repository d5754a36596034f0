"""A home of building.py as an input of EnergyPlus (epJSON), for its own physics to reckon with.

Areas, U values, masses, glass and gains are those of the home; what happens at the faces, between
them and in the glass is EnergyPlus' affair (TARP, DOE-2, ISO 15099, its own sky). Zones stand far
apart, each a square box; walls between rooms are shared faces.
"""

from datetime import date, timedelta
from math import cos, radians, sin, sqrt

from host_sim.plant.air import LEAK_0, LEAK_K, LEAK_MS
from host_sim.plant.building import FACING, MASS
from host_sim.plant.doors import SHUT_DOOR_W_K
from host_sim.plant.envelope import AIR_AND_FURNITURE_J_M2K
from host_sim.plant.rooms import MOISTURE_STORE
from host_sim.truth.energyplus_glass import add_panes
from host_sim.truth.energyplus_ideal import hold

CONCRETE = {"conductivity": 1.35, "density": 2000.0, "specific_heat": 1000.0}  # EN ISO 10456
FACE = {"thermal_absorptance": 0.9, "solar_absorptance": 0.6, "visible_absorptance": 0.6}
CORNER = tuple(f"vertex_{axis}_coordinate" for axis in "xyz")
APART_M = 100.0
AIR_J_M3K = 1.2 * 1006.0


class Model:
    """.objects: the epJSON document."""

    def __init__(self, values: dict, conditioned, steps_an_hour=6):
        """values: name -> building.room_of; conditioned: (heat, cool) degC, or None to float."""
        self.objects = {
            "Version": {"v": {"version_identifier": "25.2"}},
            "Building": {
                "home": {
                    "terrain": "Suburbs",
                    "solar_distribution": "FullExterior",
                    "maximum_number_of_warmup_days": 60,
                    "minimum_number_of_warmup_days": 6,
                }
            },
            "Timestep": {"t": {"number_of_timesteps_per_hour": steps_an_hour}},
            "GlobalGeometryRules": {
                "g": {
                    "starting_vertex_position": "UpperLeftCorner",
                    "vertex_entry_direction": "Counterclockwise",
                    "coordinate_system": "World",
                }
            },
            "SimulationControl": {
                "s": {
                    "do_zone_sizing_calculation": "No",
                    "do_system_sizing_calculation": "No",
                    "do_plant_sizing_calculation": "No",
                    "run_simulation_for_sizing_periods": "No",
                    "run_simulation_for_weather_file_run_periods": "Yes",
                }
            },
            "ScheduleTypeLimits": {"any": {}},
            "Schedule:Constant": {},
        }
        self.values = values
        self.run_period(1, 365)
        add_panes(self)
        for n, (name, room) in enumerate(values.items()):
            self._zone(n, name, room)
        self._shared_walls()
        if conditioned is not None:
            for name in values:
                hold(self, name, *conditioned)

    def add(self, kind, name, **fields):
        self.objects.setdefault(kind, {})[name] = fields
        return name

    def constant(self, name, value):
        return self.add(
            "Schedule:Constant", name, schedule_type_limits_name="any", hourly_value=value
        )

    def run_period(self, first_day, last_day):
        """Days of a year that is no leap year, from 1."""
        first, last = (date(2002, 1, 1) + timedelta(d - 1) for d in (first_day, last_day))
        self.objects["RunPeriod"] = {
            "r": {
                "begin_year": first.year,
                "begin_month": first.month,
                "begin_day_of_month": first.day,
                "end_year": last.year,
                "end_month": last.month,
                "end_day_of_month": last.day,
                "use_weather_file_daylight_saving_period": "No",
                "use_weather_file_holidays_and_special_days": "No",
                "use_weather_file_rain_and_snow_indicators": "No",
            }
        }

    def _outer(self, name, u, kappa, inner):
        """Insulation outside, mass inside: EN ISO 52016-1's class I, as envelope.py has it."""
        thick = kappa / (CONCRETE["density"] * CONCRETE["specific_heat"])
        core = 1.0 / u - inner - 0.04 - thick / CONCRETE["conductivity"]
        self.add(
            "Material", name + " mass", roughness="Rough", thickness=thick, **CONCRETE, **FACE
        )
        self.add(
            "Material:NoMass", name + " core", roughness="Rough", thermal_resistance=core, **FACE
        )
        return self.add("Construction", name, outside_layer=name + " core", layer_2=name + " mass")

    def _inner(self, name, kappa):
        """A wall between this room and its like, its mass evenly spread; envelope.py has the half
        of it with 1/2 - 0.17 m2K/W. EnergyPlus' adiabatic wall has the room on both sides."""
        return self._massive(name, 2.0 * (1.0 / 2.0 - 0.17), kappa)

    def _massive(self, name, resistance, kappa):
        """One layer of this resistance in m2K/W and capacity in J/m2K, 0.1 m thick."""
        self.add(
            "Material", name, roughness="Rough", thickness=0.1, conductivity=0.1 / resistance,
            density=1000.0, specific_heat=kappa / 100.0, **FACE,
        )  # fmt: skip
        return self.add("Construction", name, outside_layer=name)

    def _zone(self, n, name, room):
        kappa, area, height = MASS[room["mass"]], room["area_m2"], room["height_m"]
        side = sqrt(area)
        centre = (APART_M * n, 0.0)
        volume = area * height
        self.add("Zone", name, volume=volume, ceiling_height=height, floor_area=area)
        store = AIR_AND_FURNITURE_J_M2K * area / (AIR_J_M3K * volume)
        self.add(
            "ZoneCapacitanceMultiplier:ResearchSpecial", name + " store",
            zone_or_zonelist_name=name, temperature_capacity_multiplier=store,
            humidity_capacity_multiplier=MOISTURE_STORE,
        )  # fmt: skip
        inner = self._inner(name + " inner", kappa)
        wall = self._outer(name + " wall", room["u_wall"], kappa, 0.13)
        outer_m2 = 0.0
        for key, facing in (("", "outer_wall_facing"), ("second_", "second_wall_facing")):
            wall_key = "outer_wall_m2" if not key else "second_wall_m2"
            window_m2 = room[key + "window_m2"]
            gross = room[wall_key] + window_m2
            outer_m2 += gross
            if gross <= 0.0:
                continue
            azimuth = FACING[room[facing]]
            label = f"{name} {wall_key}"
            corners = self._rectangle(centre, side, azimuth, gross / height, 0.0, height)
            self._surface(label, name, "Wall", wall, corners, True)
            if window_m2 > 0.0:
                self._window(label, window_m2, gross, height, centre, side, azimuth)
        shared = room["shared_m2"]
        inner_m2 = 4.0 * side * height - outer_m2 - shared
        for turn in (90.0, 180.0, 270.0) if inner_m2 > 0.0 else ():
            azimuth = FACING[room["outer_wall_facing"]] + turn
            corners = self._rectangle(centre, side, azimuth, inner_m2 / 3.0 / height, 0.0, height)
            self._surface(f"{name} inner {turn:g}", name, "Wall", inner, corners, False)
        roofed = room["roof_m2"] >= area
        roof = self._outer(name + " roof", room["u_roof"], kappa, 0.10) if roofed else inner
        self._flat(name + " above", name, "Roof" if roofed else "Ceiling", roof, centre, side,
                   height, roofed)  # fmt: skip
        self._flat(name + " below", name, "Floor", inner, centre, side, 0.0, False)
        self.add(
            "ZoneInfiltration:DesignFlowRate", name + " leaks",
            zone_or_zonelist_or_space_or_spacelist_name=name,
            schedule_name=self.constant("always", 1.0),
            design_flow_rate_calculation_method="AirChanges/Hour",
            air_changes_per_hour=room["ach"],
            constant_term_coefficient=LEAK_0, temperature_term_coefficient=LEAK_K,
            velocity_term_coefficient=LEAK_MS,
        )  # fmt: skip
        self.equipment(name, name + " gains", room["standby_w"], radiant=0.5)

    def equipment(self, zone, name, watts, radiant=0.0, latent=0.0):
        """Something that gives heat, or water, into a zone; an actuator may turn it."""
        return self.add(
            "OtherEquipment", name, fuel_type="None",
            zone_or_zonelist_or_space_or_spacelist_name=zone, schedule_name="always",
            design_level_calculation_method="EquipmentLevel", design_level=watts,
            fraction_radiant=radiant, fraction_latent=latent, fraction_lost=0.0,
        )  # fmt: skip

    def _surface(self, label, zone, kind, construction, corners, outdoors, other=None):
        condition = "Outdoors" if outdoors else "Surface" if other else "Adiabatic"
        fields = {
            "surface_type": kind,
            "construction_name": construction,
            "zone_name": zone,
            "outside_boundary_condition": condition,
            "sun_exposure": "SunExposed" if outdoors else "NoSun",
            "wind_exposure": "WindExposed" if outdoors else "NoWind",
            "vertices": [dict(zip(CORNER, c, strict=True)) for c in corners],
        }
        if other:
            fields["outside_boundary_condition_object"] = other
        self.add("BuildingSurface:Detailed", label, **fields)

    @staticmethod
    def _rectangle(centre, side, azimuth, width, low, high):
        """Corners of an upright rectangle on that side of a box, seen from outside."""
        nx, ny = sin(radians(azimuth)), cos(radians(azimuth))
        mx, my = centre[0] + nx * side / 2.0, centre[1] + ny * side / 2.0
        rx, ry = -ny * width / 2.0, nx * width / 2.0
        left, right = (mx - rx, my - ry), (mx + rx, my + ry)
        return [(*left, high), (*left, low), (*right, low), (*right, high)]

    def _window(self, wall, m2, gross, height, centre, side, azimuth):
        share = sqrt(m2 / gross)  # as wide against the wall as it is high
        low, high = height * (1.0 - share) / 2.0, height * (1.0 + share) / 2.0
        corners = self._rectangle(centre, side, azimuth, gross / height * share, low, high)
        fields = {
            f"vertex_{i}_{axis}_coordinate": value
            for i, corner in enumerate(corners, 1)
            for axis, value in zip("xyz", corner, strict=True)
        }
        self.add(
            "FenestrationSurface:Detailed", wall + " window", surface_type="Window",
            construction_name="window", building_surface_name=wall, **fields,
        )  # fmt: skip

    def _flat(self, label, zone, kind, construction, centre, side, z, outdoors):
        x, y, h = centre[0], centre[1], side / 2.0
        corners = [(x - h, y + h, z), (x - h, y - h, z), (x + h, y - h, z), (x + h, y + h, z)]
        if kind == "Floor":
            corners.reverse()
        self._surface(label, zone, kind, construction, corners, outdoors)

    def _shared_walls(self):
        """Walls between rooms as building.py's doors have them, and the gap below a shut door."""
        for a, room in self.values.items():
            for b in room["doors"]:
                m2, u = room["partition_m2"], room["u_partition"]
                # As heavy as the other inner walls: building.py counts these among them.
                kappa = (MASS[room["mass"]] + MASS[self.values[b]["mass"]]) / 2.0
                self._massive(f"{a} {b}", 1.0 / u - 0.26, kappa)
                pair = (f"{a} to {b}", f"{b} to {a}")
                # Across from the outer wall: EnergyPlus lets walls that look the same way not see
                # each other, and its radiation does not close when all do.
                azimuth = FACING[room["outer_wall_facing"]] + 180.0
                corners = self._rectangle((-APART_M, 0.0), 4.0, azimuth, m2 / 2.5, 0.0, 2.5)
                self._surface(pair[0], a, "Wall", f"{a} {b}", corners, False, pair[1])
                corners = [corners[i] for i in (3, 2, 1, 0)]
                self._surface(pair[1], b, "Wall", f"{a} {b}", corners, False, pair[0])
                for to, source in ((a, b), (b, a)):
                    self.add(
                        "ZoneMixing", f"{source} into {to}",
                        zone_or_space_name=to, schedule_name="always",
                        design_flow_rate_calculation_method="Flow/Zone",
                        design_flow_rate=SHUT_DOOR_W_K / AIR_J_M3K,
                        source_zone_or_space_name=source, delta_temperature=0.0,
                    )  # fmt: skip

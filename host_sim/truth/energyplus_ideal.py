"""EnergyPlus' own machine that can do anything: its ideal loads, without moisture."""


def hold(model, name: str, heat_c: float, cool_c: float) -> None:
    """Hold this zone of an energyplus_model.Model at constant setpoints."""
    model.add(
        "ZoneHVAC:IdealLoadsAirSystem", name + " ideal",
        zone_supply_air_node_name=name + " supply", dehumidification_control_type="None",
        humidification_control_type="None", cooling_sensible_heat_ratio=1.0,
    )  # fmt: skip
    model.add(
        "ZoneHVAC:EquipmentList", name + " list",
        load_distribution_scheme="SequentialLoad",
        equipment=[{
            "zone_equipment_object_type": "ZoneHVAC:IdealLoadsAirSystem",
            "zone_equipment_name": name + " ideal",
            "zone_equipment_cooling_sequence": 1,
            "zone_equipment_heating_or_no_load_sequence": 1,
        }],
    )  # fmt: skip
    model.add(
        "ZoneHVAC:EquipmentConnections", name + " hvac", zone_name=name,
        zone_conditioning_equipment_list_name=name + " list",
        zone_air_inlet_node_or_nodelist_name=name + " supply",
        zone_air_node_name=name + " air", zone_return_air_node_or_nodelist_name=name + " back",
    )  # fmt: skip
    model.add(
        "ThermostatSetpoint:DualSetpoint", "setpoints",
        heating_setpoint_temperature_schedule_name=model.constant("heat", heat_c),
        cooling_setpoint_temperature_schedule_name=model.constant("cool", cool_c),
    )  # fmt: skip
    model.add(
        "ZoneControl:Thermostat", name + " thermostat", zone_or_zonelist_name=name,
        control_type_schedule_name=model.constant("dual", 4.0),
        control_1_object_type="ThermostatSetpoint:DualSetpoint", control_1_name="setpoints",
    )  # fmt: skip

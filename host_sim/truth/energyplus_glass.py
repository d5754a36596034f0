"""Clear double glazing for EnergyPlus: the two panes of ASHRAE 140-2020's case 600, air between.

EnergyPlus reckons the gap by ISO 15099; by EN 673 the whole has 2.87 W/m2K.
"""

GAP_M = 0.012


def add_panes(model) -> None:
    """The construction "window" into an energyplus_model.Model."""
    model.add(
        "WindowMaterial:Glazing", "pane", optical_data_type="SpectralAverage",
        thickness=0.003048, conductivity=1.0, infrared_transmittance_at_normal_incidence=0.0,
        solar_transmittance_at_normal_incidence=0.834,
        front_side_solar_reflectance_at_normal_incidence=0.075,
        back_side_solar_reflectance_at_normal_incidence=0.075,
        visible_transmittance_at_normal_incidence=0.9,
        front_side_visible_reflectance_at_normal_incidence=0.08,
        back_side_visible_reflectance_at_normal_incidence=0.08,
        front_side_infrared_hemispherical_emissivity=0.84,
        back_side_infrared_hemispherical_emissivity=0.84,
    )  # fmt: skip
    model.add("WindowMaterial:Gas", "gap", gas_type="Air", thickness=GAP_M)
    model.add("Construction", "window", outside_layer="pane", layer_2="gap", layer_3="pane")

"""The books of a plant: what went in, what went out, what is stored, and what is left unexplained.

The flows are taken where they arise (units, leaks, sun, people) and the store from the modes' own
states, so an error in the stepping shows.
"""

import numpy as np


def balance_of(plant):
    """Heat in J and water in kg since the start.

    Returns a dict: sensible_j (units), vent_j, gains_j, sun_j, lost_j (through walls and windows,
    out positive), stored_j, error_j, throughput_j (sum of the magnitudes of the flows), error
    (error_j against throughput_j); water_gain_kg, water_vent_kg, water_dried_kg, water_stored_kg,
    water_error_kg.
    """
    dt = plant.dt_s
    # Inputs of days gone by are summed; those of the present day and block are still open.
    steps = plant._block_steps
    now = (plant.k - 1) % plant._day_steps // steps
    part = (plant.k - 1) % steps + 1 if plant.k else 0
    sources, panes = plant.inside.books(part)
    gains = sun = stored = 0.0
    lost = float(panes.sum()) * dt
    water = {"gain": 0.0, "vent": 0.0, "dried": 0.0, "shared": 0.0, "stored": 0.0}
    for i, room in enumerate(plant.rooms):
        modal = room.modal
        today = plant.exogenous.inputs[i]
        sums = plant.past_sums[i] + today[:now].sum(axis=0) * steps + today[now] * part
        names = modal.names
        gains += (sums[names.index("air")] + sums[names.index("star")]) * dt
        sun += sums[names.index("sun")] * modal.sun_kept * dt
        whole = np.array(sums, dtype=float)
        whole[names.index("air")] += room.sum_q
        whole[names.index("star")] += room.sum_star
        mine = sources[plant.inside.first[i] : plant.inside.first[i + 1]]
        lost += modal.lost_j(np.array(room.sum_z()), whole, mine)
        stored += room.stored_j() - room.start_j
        water["gain"] += room.gain_water_kg
        water["vent"] += room.vent_water_kg
        water["dried"] += room.dried_kg
        water["shared"] += room.shared_water_kg
        water["stored"] += room.water_kg(room.ratio) - room.water_kg(room.start_ratio)
    inflow = plant.sensible_j + plant.vent_j + gains + sun
    error = inflow - lost - stored
    through = abs(plant.sensible_j) + abs(plant.vent_j) + gains + sun + abs(lost)
    water_error = (
        water["gain"] + water["vent"] + water["shared"] - water["dried"] - water["stored"]
    )
    return {
        "sensible_j": plant.sensible_j,
        "vent_j": plant.vent_j,
        "gains_j": float(gains),
        "sun_j": float(sun),
        "lost_j": lost,
        "stored_j": stored,
        "error_j": float(error),
        "throughput_j": float(through),
        "error": float(abs(error) / through) if through else 0.0,
        "water_gain_kg": water["gain"],
        "water_vent_kg": water["vent"],
        "water_dried_kg": water["dried"],
        "water_stored_kg": water["stored"],
        "water_error_kg": water_error + 0.0,
    }

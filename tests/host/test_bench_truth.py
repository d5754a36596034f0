"""The simulated rooms beside programs that others wrote.

The weather file of ASHRAE 140 is not part of the repository: SPLITSTAT_ASHRAE_EPW, else
../shared/data/weather beside it. Without it the tests of the boxes are skipped by name.
"""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import need
from host_sim.limit.lives import lived
from host_sim.plant.envelope import FILMS, Layer, Network
from host_sim.plant.modal import Modal
from host_sim.plant.outside import opaque
from host_sim.truth import closed_loop, energyplus
from host_sim.truth.ashrae140 import SPANS, box
from host_sim.truth.homes import CLIMATES
from host_sim.truth.side_by_side import compare
from splitstat_cli import bench_truth, truth_closed_loop
from splitstat_cli.control_rows import life_of

BESIDE = Path(__file__).parents[3] / "shared" / "data" / "weather" / "725650TYCST.epw"
EPW = Path(os.environ.get(bench_truth.WEATHER_VARIABLE, BESIDE))


@pytest.mark.skipif(not EPW.exists(), reason=f"no weather of ASHRAE 140 at {EPW}")
def test_ashrae_140_boxes_are_within_the_span_of_six_programs(capsys, monkeypatch):
    monkeypatch.setattr(energyplus, "missing", lambda: "not now")
    status = bench_truth.run(ashrae_weather=str(EPW), as_json=True)
    figures = json.loads(capsys.readouterr().out)
    rows = figures["ashrae140"]
    assert len(rows) == sum(len(spans) for spans in SPANS.values()) == 18
    assert figures["ashrae140_in_range"] == sum(row["miss"] == 0.0 for row in rows) == 18, rows
    assert status == 0


def test_a_room_beside_energyplus():
    """The light room in the cold: hour by hour when it floats, month by month when it is held."""
    need(energyplus.missing())
    row = compare("light room", "cold")
    assert row["rmse_k"] < 0.5
    assert abs(row["heating_error"]) < bench_truth.WANTED_MONTHLY_ERROR
    for word in ("heating", "cooling"):
        here, there = row[word + "_kwh"]
        assert there > 300.0
        assert here == pytest.approx(there, rel=0.03), word
        assert sum(a for a, _ in row[word + "_months"]) == pytest.approx(here, abs=1.0)


def test_energyplus_says_what_is_wrong_with_a_model():
    need(energyplus.missing())
    run = energyplus.Run({"Version": {"v": {}}}, energyplus.weather_file(CLIMATES["cold"]))
    with pytest.raises(energyplus.EnergyPlusError):
        run.go(lambda run: None)


def test_what_is_missing_is_said(capsys, monkeypatch):
    monkeypatch.delenv(bench_truth.WEATHER_VARIABLE, raising=False)
    monkeypatch.setattr(energyplus, "missing", lambda: "no EnergyPlus here")
    bench_truth.run(as_json=True)
    said = capsys.readouterr()
    assert json.loads(said.out) == {"missing": ["ASHRAE 140", "EnergyPlus"]}
    assert "no EnergyPlus here" in said.err
    assert "725650TYCST.epw" in said.err
    assert bench_truth.run(ashrae_weather="nowhere.epw") == 2


class StandardFilms:
    """The combined outer films of ASHRAE 140, in the place of outside.Site."""

    mean_c = -26.0  # so that the panes are at -2 degC, where the standard's gap has 5.208 W/m2K

    def film(self, face):
        if face.roughness == 1.0 and face.wind_share:
            return 17.8
        return {180.0: 5.2, 0.0: 21.8, 90.0: 21.6}[face.tilt_deg]


def test_the_box_has_the_conductances_of_the_standard():
    """Its UA in W/K with the standard's combined films: walls 26.6, roof 13.2, floor 1.87, windows
    25.2, for both boxes."""
    inner = {"roof": 1.7, "under": 3.7, "window": 4.5}
    wanted = {"roof": 13.237, "under": 1.867, "window": 25.184, "walls": 26.598}
    for heavy in (False, True):
        net = box(heavy, StandardFilms())
        found = dict.fromkeys(wanted, 0.0)
        for surface, (node, name, _) in zip(net.surfaces, net.bounds, strict=True):
            m2 = surface.m2
            whole = 1.0 / net.film(net.faces[name]) + 1.0 / inner.get(name, 1.8)
            if name == "window":
                whole += net.gap_here(net.panes[name])
            while node != surface.node:  # links run from outside to inside
                node, w_k = next((j, g) for i, j, g in net.links if i == node)
                whole += m2 / w_k
            found[name if name in wanted else "walls"] += m2 / whole
        for part, w_k in wanted.items():  # the gap by EN 673 is 5.27 W/m2K there, 1 % of the whole
            assert found[part] == pytest.approx(w_k, rel=0.015 if part == "window" else 0.005)


def test_layers_answer_like_the_slab_that_they_are():
    """Concrete of 0.2 m between two films: its steady state, and its heat capacity."""
    net = Network(20.0, 1000.0)
    net.layered_wall(10.0, [Layer(0.2, 1.13, 1400.0, 1000.0)], "w", face=opaque(0.0))
    assert sum(net.capacity) == pytest.approx(1000.0 + 10.0 * 0.2 * 1400.0 * 1000.0)
    modal = Modal(net, 300)
    u = [100.0 * (name == "air") for name in modal.names]
    expected_k = 10.0 * (1 / FILMS.wall + 0.2 / 1.13 + 0.04)
    assert modal.steady(u).sum() == pytest.approx(expected_k, rel=1e-6)


def test_a_controller_lives_in_energyplus_as_in_our_room():
    """Two days after four of settling, in both seasons: as accurate, and with as much heat. At
    full blast it takes far more electricity, in either room."""
    need(energyplus.missing())
    for cell in closed_loop.cells():
        cell = replace(cell, days=2, settle_days=4)
        kwh = {}
        for name in (truth_closed_loop.PATH, "hysteresis"):

            def life(settle, cell=cell, name=name):
                return life_of(cell, name, cell.comfort_c, settle=settle)

            here, there = lived(life(None)), closed_loop.in_energyplus(cell, life)
            kwh[name] = here["kwh"], there["kwh"]
            assert there["moved_kwh"] == pytest.approx(here["moved_kwh"], rel=0.03)
            if name == truth_closed_loop.PATH:
                assert there["accuracy_k"] < here["accuracy_k"] + bench_truth.WANTED_ACCURACY_K
                assert there["starts_per_day"] == pytest.approx(here["starts_per_day"], rel=0.3)
        ours, full_blast = kwh.values()
        assert ours[0] < 0.8 * full_blast[0]
        assert ours[1] < 0.8 * full_blast[1]


def test_equal_comfort_is_found_between_two_targets():
    (cell, cooled) = closed_loop.cells()

    def life(target_c):
        return {"kwh": 10.0 * target_c, "discomfort_kh": max(0.0, 4.0 * (21.3 - target_c))}

    assert closed_loop.at_equal_comfort(life, cell, 20.9)["kwh"] == pytest.approx(210.5)
    assert closed_loop.at_equal_comfort(life, cell, 21.4)["kwh"] == pytest.approx(210.5)
    assert closed_loop.at_equal_comfort(life, cell, 18.0)["kwh"] is None

    def cooling(target_c):
        return {"kwh": -target_c, "discomfort_kh": max(0.0, 4.0 * (target_c - 25.0))}

    assert closed_loop.at_equal_comfort(cooling, cooled, 26.0)["kwh"] == pytest.approx(-25.25)


def side_by_side(*rivals):
    """Figures of ours, 10 kWh here and 11 there, beside rivals (name, kWh here, there)."""
    rows = []
    for name, *kwh in ((truth_closed_loop.PATH, 10.0, 11.0), *rivals):
        lived = [{"kwh": each, "accuracy_k": 0.5} for each in kwh]
        rows.append({"cell": "c", "controller": name, "ours": lived[0], "energyplus": lived[1]})
    return truth_closed_loop.figures_of(rows)


def test_a_rank_is_lost_when_a_rival_needs_less_in_one_room():
    kept = side_by_side(("hysteresis", 20.0, 19.0))
    assert kept["closed_loop_rank_kept"] and not kept["closed_loop_rank_lost"]
    assert kept["closed_loop_accuracy_k"] == 0.0
    assert kept["closed_loop_rooms_differ"] == {"c": 0.1}
    lost = side_by_side(("hysteresis", 20.0, 10.0))
    assert not lost["closed_loop_rank_kept"]
    assert lost["closed_loop_rank_lost"] == [["c", "hysteresis"]]
    assert "hysteresis" in truth_closed_loop.rank_said(lost)
    for never in ((None, 10.5), (9.5, None)):  # the comfort is reached in one room alone
        assert side_by_side(("hysteresis", *never))["closed_loop_rank_lost"]


def test_what_two_models_of_a_room_cannot_tell_apart_is_no_rank():
    """The rooms differ by 10 % under one control: a rival 9 % apart is level, one 11 % is not."""
    level = side_by_side(("light", 10.9, 10.01), ("medium", 9.1, 11.99))
    assert not level["closed_loop_rank_kept"] and not level["closed_loop_rank_lost"]
    assert "10.0%" in truth_closed_loop.rank_said(level)
    for here, there in ((11.1, 10.9), (10.1, 9.7)):
        assert side_by_side(("light", here, there))["closed_loop_rank_lost"] == [["c", "light"]]


def test_our_control_must_reach_the_comfort_in_both_rooms():
    row = {"cell": "c", "controller": truth_closed_loop.PATH}
    row |= {room: {"kwh": None, "accuracy_k": None} for room in truth_closed_loop.ROOMS}
    figures = truth_closed_loop.figures_of([row])
    assert not figures["closed_loop_rank_kept"]
    assert figures["closed_loop_rank_lost"] == [["c", truth_closed_loop.PATH]]

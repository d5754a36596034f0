"""Every scenario of the project keeps its budgets, on the demo home."""

from pathlib import Path

import pytest

import host_sim
from splitstat_cli import home_file, scenario_file
from splitstat_cli.budgets import budget_text, judged
from splitstat_cli.staging import staged, world_of

FOLDER = Path(host_sim.__file__).parent
SCENARIOS = sorted((FOLDER / "scenarios").glob("*.toml"))


def lived(path, seed=None):
    home = home_file.load(FOLDER / "homes" / "flat.toml")
    stage = staged(home, scenario_file.load(path, home), seed=seed)
    result = world_of(stage).run()
    return judged(stage.budgets, {**result.metrics, "rooms": result.rooms})


def test_there_are_scenarios_for_each_season_and_kind_of_fault():
    names = {path.stem for path in SCENARIOS}
    assert {"winter_cold", "summer_hot", "spring_conflict", "faults_ir_loss"} <= names


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_budgets_are_kept(path):
    rows = lived(path)
    assert len(rows) >= 3
    assert [budget_text(row) for row in rows if not row["kept"]] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_budgets_are_kept_whatever_the_seed(path, seed):
    rows = lived(path, seed)
    assert [budget_text(row) for row in rows if not row["kept"]] == []


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert f'name = "{path.stem}"' in text

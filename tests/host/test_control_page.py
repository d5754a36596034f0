"""The report of `splitstat bench control`: what it says is what was found."""

import pytest

from host_sim.limit.suite import by_personality, cells, robust
from splitstat_cli import bench_control, control_page, control_rows, control_table, control_words
from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import judged, key_of
from splitstat_cli.control_rows import BOUND, OURS, POLICY

RATIOS = dict(zip((OURS + path for path in PATHS), (1.1, 1.2, 1.3, 1.05, 1.4), strict=True))


def rows(lost=()):
    """The quick suite as it might be found; lost: who does not reach the comfort."""
    todo = [(cell, BOUND) for cell in [*cells(quick=True), *robust(quick=True)]]
    for cell, name in todo + bench_control.jobs(quick=True):
        one = control_rows.named(cell, name)
        if name == BOUND:
            yield {**one, "kwh": 15.0, "load": 0.5}
            continue
        one |= {"starts_per_day": 20.0, "calls_per_day": 0.0, "accuracy_k": 0.5, "worst_k": 1.0}
        one |= {"frames_per_hour": 4, "damp_kh": 0.0, "target_c": 20.5, "lead_min": 0}
        ratio = 1.0 if name == POLICY else RATIOS.get(name, 1.5)
        yield {**one, "kwh": None if name in lost else 20.0 * ratio}


@pytest.mark.parametrize("lost", [(), (OURS + "ir",), tuple(RATIOS)])
def test_a_page_of_any_figures(tmp_path, lost):
    figures = bench_control.rounded(judged(list(rows(lost))))
    control_page.write(tmp_path / "index.html", figures, quick=True)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "None" not in text
    assert ("not reached" in text) == bool(lost)
    assert text.count("<details>") == len({key_of(one) for one in figures["rows"]})


def test_sentences_have_the_figures():
    figures = judged(list(rows()))
    assert control_words.headline(figures).startswith("At equal comfort Splitstat needs 5 % more")
    tones = {title: tone for tone, title, _ in control_words.findings(figures)}
    assert tones["2 of 5 paths near enough"] == "sorry"
    assert tones["Below every rival"] == "good"
    assert tones["Everything wrong at once"] == "good"


def test_the_table_shows_them_too(capsys):
    control_table.show(bench_control.rounded(judged(list(rows((OURS + "modbus",))))))
    said = capsys.readouterr().out
    assert "everything wrong" in said
    assert "not reached" in said


def test_every_thermostat_has_a_line():
    names = {cell.personality for cell in by_personality(quick=True)}
    figures = bench_control.rounded(judged(list(rows())))
    assert names < set(figures["personalities"]["ir"])

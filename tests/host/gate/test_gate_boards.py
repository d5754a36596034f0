"""Three boards on one outdoor unit. See gate_boards.py for what befalls them."""

import pytest
from gate_boards import AGREE_S, DEFAULTS, QUICK, QUICK_WAIT_S, Home, after_partition

SEEDS = [pytest.param(40, id="40"), pytest.param(2000, id="2000", marks=pytest.mark.slow)]


@pytest.mark.parametrize("seeds", SEEDS)
def test_loss_delay_and_reboots(seeds):
    starts = reversals = agreed = 0
    for seed in range(seeds):
        home = Home(seed, QUICK if seed % 4 else DEFAULTS).run(86_400)
        assert home.opposite_s == 0, seed
        assert home.disagreement() is None, seed
        starts += len(home.starts)
        reversals += len(home.reversals)
        agreed = max([agreed, *home.agreed_after])
    print(f"{seeds} days: {starts} starts, {reversals} reversals, agreed within {agreed} s")
    assert reversals > 5 * seeds and starts > 20 * seeds and 0 < agreed <= AGREE_S


@pytest.mark.parametrize("seeds", SEEDS)
def test_no_room_waits_for_ever(seeds):
    for seed in range(seeds // 2):
        home = Home(seed, QUICK, reboots=False, people=False).run(43_200)
        assert home.opposite_s == 0 and home.vain_s <= QUICK_WAIT_S, seed


@pytest.mark.parametrize("cut_s", [300, 1800, 7200])
@pytest.mark.parametrize("seeds", SEEDS)
def test_partition_and_healing(seeds, cut_s):
    apart = 0
    for seed in range(seeds // 2):
        home, wrong = after_partition(seed, cut_s)
        assert wrong is None, seed
        apart += home.opposite_s
    if cut_s <= 1800:
        assert apart == 0

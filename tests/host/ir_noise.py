"""Captures that no remote sent: even chance, bursts of bit lengths, pieces of transmissions."""

from ir_vectors import vectors

KINDS = 3


def noise(rng) -> tuple[list[int], dict | None]:
    """One capture of a random kind, in us, a mark first; of a piece what the whole had said."""
    count, kind = rng.randrange(1, 900), rng.randrange(KINDS)
    if kind == 0:
        return [rng.randrange(1, 6000) for _ in range(count)], None
    if kind == 1:
        us = rng.choice([300, 450, 560, 620])
        few = [us, us, us, 3 * us, 3 * us, rng.randrange(1000, 20000)]
        return [rng.choice(few) for _ in range(count)], None
    vector = rng.choice(rng.choice(list(vectors().values())))
    timings = vector["timings"]
    begin = rng.randrange(len(timings) // 2) * rng.randrange(2)
    return timings[begin : rng.randrange(begin + 1, len(timings) - 1)], vector["state"]

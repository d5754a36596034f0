"""How long a head can ask in vain, over all ways through the states that an explorer found."""

import numpy as np


def longest_wait(explorer, asked, only=None, most=10_000) -> int:
    """The longest way of steps in which `asked`, a (head, class), is not called though it always
    asks.

    only: the states in which the waiting may begin, as a mask. A way longer than `most`, such as
    one that goes round, counts as most + 1.
    """
    sources, targets = (np.frombuffer(side, dtype=np.intc) for side in explorer.waiting[asked])
    may_wait = np.ones(len(explorer.states), dtype=bool)
    only = may_wait if only is None else only
    for waited in range(most + 1):
        longer = np.zeros_like(may_wait)
        longer[sources[may_wait[targets]]] = True
        if not (longer & only).any():
            return waited
        may_wait = longer
    return most + 1

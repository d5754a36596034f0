"""What happens later: functions to call at a time of the clock."""

import heapq
from itertools import count


class Appointments:
    def __init__(self):
        self.heap = []
        self.order = count()

    def at(self, when_us: int, act):
        """act() once the clock shows when_us. Returns a handle for cancel()."""
        entry = [when_us, next(self.order), act]
        heapq.heappush(self.heap, entry)
        return entry

    def cancel(self, entry):
        if entry is not None:
            entry[2] = None

    def next_us(self) -> int | None:
        heap = self.heap
        while heap and heap[0][2] is None:
            heapq.heappop(heap)
        return heap[0][0] if heap else None

    def due(self, now_us: int):
        """Calls what is due by now."""
        while (when_us := self.next_us()) is not None and when_us <= now_us:
            heapq.heappop(self.heap)[2]()

"""What of a whole-home system survives a power cut: proofs against legionella, a boost, the
learned heating curve. Two blobs that take turns, as in store.py, under names of their own."""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_IDLE_S = const(21600)


class PlantStore:
    """nvs: as of store.Store. restore.py finds what snapshot.py wrote."""

    def __init__(self, nvs, plant):
        self.nvs = nvs
        self.plant = plant
        self.house = plant.house
        self.home = bytes(4)
        self.number = self.at_s = 0
        self.seen = None

    def due(self) -> bool:
        """Whether something changed that must survive, or the ages have grown old."""
        plant = self.plant
        water = plant.control.water
        now = [plant.setpoint_cdeg, plant.control.last]
        if water is not None:
            now.append(water.boosting)
            now.append(water.hygiene and water.hygiene.proofs)
        if now != self.seen:
            self.seen = now
            return True
        return self.house.now_s - self.at_s >= _IDLE_S

    def put(self):
        """Raises OSError; the older blob then stands, and in six hours the next try comes."""
        from splitstat.app.snapshot import write_blob

        self.at_s = self.house.now_s
        write_blob(self, "p", self.plant.snapshot())

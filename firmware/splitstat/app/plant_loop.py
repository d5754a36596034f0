"""The scan of a board that drives a whole-home system: the rooms', then the plant's."""

from splitstat.app.loop import Loop


class PlantLoop(Loop):
    """As Loop. plant: plant.Plant; kept: plant_store.PlantStore, or None."""

    def __init__(self, house, heads, contacts, store, plant, kept):
        Loop.__init__(self, house, heads, contacts, store)
        self.plant = plant
        self.kept = kept

    async def step(self):
        """One scan of both."""
        await Loop.step(self)
        self.plant.step()
        kept = self.kept
        house = self.house
        if kept is not None and kept.due():
            async with house.quiet:
                try:
                    kept.put()
                except (OSError, MemoryError, ImportError) as why:
                    house.log.add(house, -1, "snapshot_failed", getattr(why, "errno", 0) or 0)
        accounts = self.plant.accounts
        if accounts is not None and accounts.due(house):
            async with house.quiet:
                try:
                    accounts.write(house)
                except (OSError, MemoryError, ImportError):
                    house.log.add(house, -1, "history_failed")

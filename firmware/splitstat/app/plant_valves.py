"""Thermostatic valves at the MQTT broker: each is told its setpoint as {field: degC}, when it
changes and once an hour: a valve that was away does not ask."""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_AGAIN_S = const(3600)
_OFF_CDEG = const(500)


class BrokerValves:
    """valves: [(number among the rooms behind the plant, topic, field)]."""

    def __init__(self, valves):
        self.valves = valves
        self.told: list = [None] * len(valves)
        self.told_s = 0

    def show(self, plant):
        """Says what is new."""
        house = plant.house
        if house.network.get("mqtt") != "connected":
            return
        if house.now_s - self.told_s >= _AGAIN_S:
            self.told_s = house.now_s
            self.told = [None] * len(self.valves)
        for k in range(len(self.valves)):
            n, topic, field = self.valves[k]
            command = plant.control.valves[n]
            if command is None:
                continue
            cdeg = _OFF_CDEG if command.mode == "off" else command.setpoint_cdeg // 50 * 50
            if cdeg != self.told[k] and len(house.outbox) < 8:
                self.told[k] = cdeg
                text = '{"%s":%d.%d}' % (field or "occupied_heating_setpoint", cdeg // 100,
                                         cdeg % 100 // 10)  # fmt: skip
                house.outbox.append((topic, [text.encode()]))

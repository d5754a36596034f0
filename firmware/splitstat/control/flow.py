"""How warm is the water for the rooms? As cool as still holds them: that is where the COP comes
from.

A straight heating curve by the outdoor air, from its warm end to the design point, moved by a
learned shift and by the room that is shortest. The shift follows how far the valves must open: a
thermostatic valve goes from shut to open within about 1 K, half open at its setpoint, so the
widest open one says how much flow temperature there is to spare. It moves slowly, downwards more
slowly: the sun shuts valves too. It stands while the water is not as warm as told. Cooling keeps
2 K over the dew point of every room that is cooled; without humidity, 20 degC.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_WARM_CDEG = const(1500)  # outdoors, at the warm end of the curve
_OPEN_CDEG = const(35)  # setpoint over room: the valve is open to 85 %
_DOWN_CDEG = const(-20)  # the most that a look may count, each way
_UP_CDEG = const(40)
_COLD_CDEG = const(300)
_LOOK_S = const(600)
_SHIFT_CDEG = const(1500)
_ROOM_CDEG = const(200)  # the most that the shortest room counts
_DEW_GAP_CDEG = const(200)
_DRY_CDEG = const(2000)


class Flow:
    """cdeg: the flow temperature. shift: what has been learned, in sixtieths of a cdeg."""

    def __init__(self, config: dict):
        self.config = config
        self.shift = 0  # in 1/60 cdeg
        self.cdeg = config["flow_warm_cdeg"]
        self.looked_s = 0

    def step(self, now_s: int, outdoor_cdeg, short_cdeg: int, open_cdeg: int, supply_cdeg):
        """outdoor_cdeg: None: taken for freezing. short_cdeg: of the shortest room; open_cdeg:
        told setpoint over room of the widest open valve. supply_cdeg: None: the rooms do not
        have the machine."""
        config = self.config
        heating = supply_cdeg is not None and supply_cdeg > self.cdeg - _COLD_CDEG
        if heating and config["flow_learns"] and now_s - self.looked_s >= _LOOK_S:
            minutes = min(now_s - self.looked_s, 2 * _LOOK_S) // 60
            move = max(_DOWN_CDEG, min(_UP_CDEG, open_cdeg - _OPEN_CDEG))
            if move > 0 and self.cdeg >= config["flow_max_cdeg"]:
                move = 0
            most = _SHIFT_CDEG * 60
            self.shift = max(-most, min(most, self.shift + move * minutes))
            self.looked_s = now_s
        elif not heating:
            self.looked_s = now_s
        low = config["flow_warm_cdeg"]
        design_cdeg = config["design_cdeg"]
        colder = _WARM_CDEG - (0 if outdoor_cdeg is None else max(outdoor_cdeg, design_cdeg))
        cdeg = low + (config["flow_design_cdeg"] - low) * colder // (_WARM_CDEG - design_cdeg)
        short_cdeg = max(-_ROOM_CDEG, min(_ROOM_CDEG, short_cdeg))
        cdeg += self.shift // 60 + short_cdeg * config["influence"]
        self.cdeg = max(config["flow_min_cdeg"], min(config["flow_max_cdeg"], cdeg))

    def cool(self, dew_cdeg):
        """dew_cdeg: the highest dew point of the rooms that are cooled, None: not known."""
        least = _DRY_CDEG if dew_cdeg is None else dew_cdeg + _DEW_GAP_CDEG
        self.cdeg = max(self.config["cool_flow_cdeg"], least)

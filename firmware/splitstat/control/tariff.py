"""What does electricity cost now, and what follows from it for rooms and tank?

Law: a list of prices to come goes before one price told, and that before the night hours of the
home file. While electricity is cheaper than in the mean of a day the rooms may be warmer, while it
is dearer colder, each in proportion: so the mean of a day stays where people set it, and the price
farthest from the mean moves the rooms by the whole band. Power to spare is like the best price.
Cheap for the tank is the lower quarter of the day to come where a list tells it, and under the
home's price else. A list that has run out counts no more.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_DAY_MIN = const(1440)
_WEEK_MIN = const(10080)
_CHEAP_PCT = const(90)  # of the mean: what is hardly cheaper is worth no reheat
MOST = 96  # prices in a list: a day in quarters of an hour, four days in hours
STEPS_MIN = (15, 30, 60)


class Tariff:
    """price: of electricity now, in thousandths of the money per kWh. cheap: for the tank;
    shift_cdeg: for the rooms, warmer in heating. told: one price by a person's tariff, or None."""

    def __init__(self, config: dict):
        self.normal, _ = config["prices"]
        self.night = config["night"]
        self.band_cdeg = config["band_cdeg"]
        self.told = None
        self.prices = ()
        self.start_min = self.step_min = 0
        self.at = -1  # of the list, for which the three below are
        self.mean = self.price = self.normal
        self.most = 0  # of the prices, from their mean
        self.quarter = self.normal
        self.cheap = False
        self.shift_cdeg = 0

    def tell(self, start_min: int, step_min: int, prices):
        """prices: from start_min (minutes since 2000-01-01 UTC) on, each for step_min; at most
        MOST. An empty list takes the last one back."""
        self.start_min = start_min
        self.step_min = step_min
        self.prices = tuple(prices)
        self.at = -1

    def step(self, utc_min, week_min, surplus):
        """Times are None while nobody knows them. surplus: there is power to spare."""
        at = -1
        if utc_min is not None and self.prices and utc_min >= self.start_min:
            at = (utc_min - self.start_min) // self.step_min
        if 0 <= at < len(self.prices):
            if at != self.at:
                self.at = at
                self._day()
            self.price = self.prices[at]
            self.cheap = self.price <= self.quarter
        else:
            self.at = -1
            self._home(week_min)
        shift = self.band_cdeg
        if not surplus:
            shift = shift * (self.mean - self.price) // self.most if self.most else 0
            shift = max(-self.band_cdeg, min(self.band_cdeg, shift))
        self.shift_cdeg = shift

    def _day(self):
        """Mean, widest difference and lower quarter of the day that begins now; of the list's last
        day, where less is known."""
        count = _DAY_MIN // self.step_min
        begin = max(0, min(self.at, len(self.prices) - count))
        day = sorted(self.prices[begin : begin + count])
        self.mean = mean = sum(day) // len(day)
        self.most = max(day[-1] - mean, mean - day[0])
        self.quarter = min(day[(len(day) - 1) // 4], mean * _CHEAP_PCT // 100)

    def _home(self, week_min):
        """By the home file, or as told."""
        night = self.night
        price = self.normal
        self.mean = mean = self.normal
        self.most = 0
        if night:
            minutes = 0
            for i in range(1, len(night), 2):
                minutes += night[i + 1] - night[i]
                if week_min is not None and night[i] <= week_min < night[i + 1]:
                    price = night[0]
            self.mean = mean = mean - (mean - night[0]) * minutes // _WEEK_MIN
            self.most = max(abs(self.normal - mean), abs(mean - night[0]))
        if self.told is not None:
            price = self.told
            self.most = max(self.most, abs(price - mean))
        self.price = price
        self.cheap = price < self.normal

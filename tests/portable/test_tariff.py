"""control/tariff.py: what a price means for rooms and tank."""

from splitstat.control.tariff import Tariff

DAY = 1440


def tariff(night=(), band=50):
    return Tariff({"prices": [300, 120], "night": list(night), "band_cdeg": band})


def test_one_price_moves_nothing():
    one = tariff()
    one.step(0, 0, False)
    assert (one.price, one.cheap, one.shift_cdeg) == (300, False, 0)
    one.step(0, 0, True)  # but power to spare does
    assert (one.cheap, one.shift_cdeg) == (False, 50)


def test_night_hours_leave_the_mean_of_a_day_where_it_is():
    spans = []
    for day in range(7):
        spans += [day * DAY, day * DAY + 360, day * DAY + 1320, (day + 1) * DAY]
    one = tariff([150] + spans)
    total = 0
    for minute in range(0, DAY, 10):
        one.step(None, minute, False)
        assert one.cheap == (minute < 360 or minute >= 1320)
        total += one.shift_cdeg
    assert abs(total) <= 144  # a cdeg of rounding each
    one.step(None, 0, False)
    assert one.shift_cdeg == 50
    one.step(None, 720, False)
    assert -26 <= one.shift_cdeg <= -24  # twice as long, half as far
    one.step(None, None, False)
    assert not one.cheap and one.price == 300  # nobody knows the time: the home's price


def test_a_list_of_prices_goes_first_and_runs_out():
    one = tariff()
    prices = [100] * 6 + [200] * 12 + [400] * 6
    one.tell(1000, 60, prices)
    one.step(999, 5, False)
    assert one.price == 300 and one.shift_cdeg == 0
    found = []
    for hour in range(24):
        one.step(1000 + 60 * hour, 5, False)
        found.append((one.price, one.cheap, one.shift_cdeg))
    assert [each[0] for each in found] == prices
    assert [each[1] for each in found] == [True] * 6 + [False] * 18
    assert found[23][2] == -50 and found[0][2] == 35 and found[10][2] == 7
    one.step(1000 + 24 * 60, 5, False)
    assert (one.price, one.cheap, one.shift_cdeg) == (300, False, 0)


def test_prices_may_be_negative_alike_or_taken_back():
    one = tariff()
    one.tell(0, 15, [-50] * 4 + [10] * 92)
    one.step(0, 5, False)
    assert one.price == -50 and one.shift_cdeg == 50
    one.tell(0, 60, [200] * 24)
    one.step(0, 5, False)
    assert (one.price, one.cheap, one.shift_cdeg) == (200, False, 0)
    one.tell(0, 60, [])
    one.step(0, 5, False)
    assert one.price == 300
    one.step(None, None, False)
    assert one.price == 300


def test_a_price_that_a_person_tells():
    one = tariff()
    one.told = 100
    one.step(None, None, False)
    assert (one.price, one.cheap, one.shift_cdeg) == (100, True, 50)
    one.told = 500
    one.step(None, None, False)
    assert (one.price, one.cheap, one.shift_cdeg) == (500, False, -50)

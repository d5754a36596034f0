"""A conversation with a unit: written, read back, written again, and believed only when said
twice."""

from splitstat import units
from splitstat.control.types import OFF, UnitCommand
from splitstat.modbus.conversation import Conversation

HEAT = UnitCommand("heat", 2100, "auto", None, False)
WARMER = UnitCommand("heat", 2200, "auto", None, False)
COOL = UnitCommand("cool", 2500, "low", None, False)


class Device:
    """Plain registers. deaf: how many requests get no answer; ignores: how many writes are
    lost."""

    def __init__(self):
        self.registers = {("C", 20): 1, ("H", 3): 2050}
        self.requests = 0
        self.deaf = 0
        self.ignores = 0
        self.refuses = None

    def ask(self, request):
        self.requests += 1
        if self.deaf:
            self.deaf -= 1
            return None
        function = request[0]
        at = request[1] << 8 | request[2]
        word = request[3] << 8 | request[4]
        if function >= 5:
            if self.refuses == at:
                return 3
            if self.ignores:
                self.ignores -= 1
            elif function == 5:
                self.registers[("C", at)] = word >> 15
            else:
                self.registers[("H", at)] = word
            return []
        table = "CDHI"[function - 1]
        return [self.registers.get((table, at + i), 0) for i in range(word)]


def carry(device, talk):
    answers = None
    while True:
        try:
            requests = talk.send(answers)
        except StopIteration:
            return
        answers = [device.ask(request) for request in requests]


def start():
    device = Device()
    talk = Conversation(units.load("onokom.gr_3"))
    return device, talk


def test_a_command_is_read_back():
    device, talk = start()
    carry(device, talk.send(HEAT))
    assert talk.settled and talk.same and talk.news == 1
    assert (talk.status.mode, talk.status.setpoint_cdeg, talk.status.return_cdeg) == (
        "heat",
        2100,
        2050,
    )


def test_only_the_difference_is_said_to_a_unit_that_agreed():
    device, talk = start()
    carry(device, talk.send(HEAT))
    before = device.requests
    carry(device, talk.send(WARMER))
    assert device.requests - before == 1 + len(talk.unit.polls)
    assert device.registers[("H", 5)] == 2200


def test_a_lost_write_is_written_again():
    device, talk = start()
    device.ignores = 2
    carry(device, talk.send(HEAT))
    assert talk.settled and device.registers[("H", 5)] == 2100


def test_a_deaf_unit_gets_its_command_at_a_later_poll():
    device, talk = start()
    device.deaf = 1000
    carry(device, talk.send(HEAT))
    assert not talk.settled and talk.status is None
    carry(device, talk.poll())
    # The command in vain and this poll are two: it shows.
    assert talk.status.fault == "no_answer" and talk.status.mode is None
    device.deaf = 0
    carry(device, talk.poll())
    assert talk.settled and talk.status.mode == "heat" and talk.status.fault is None


def test_nothing_is_written_before_a_command():
    device, talk = start()
    for _ in range(3):
        carry(device, talk.poll())
    assert talk.status.mode == "off"
    assert ("C", 1) not in device.registers and ("H", 1) not in device.registers


def test_a_person_at_the_wall_is_left_alone_and_overruled_by_a_new_command():
    device, talk = start()
    carry(device, talk.send(HEAT))
    device.registers[("H", 1)] = 2
    device.registers[("H", 5)] = 1900
    for _ in range(3):
        carry(device, talk.poll())
    assert (talk.status.mode, talk.status.setpoint_cdeg) == ("cool", 1900)
    assert device.registers[("H", 1)] == 2 and not talk.same
    carry(device, talk.send(COOL))
    assert (talk.status.mode, talk.status.setpoint_cdeg, talk.status.fan) == ("cool", 2500, "low")


def test_one_odd_answer_is_not_believed():
    device, talk = start()
    carry(device, talk.send(HEAT))
    talk_now = talk.poll()
    requests = next(talk_now)
    good = [device.ask(request) for request in requests]
    odd = [list(values) for values in good]
    odd[1][4] = 2900
    assert talk_now.send(odd) is talk.unit.polls
    try:
        talk_now.send(good)
        raise AssertionError("more is asked")
    except StopIteration:
        pass
    assert talk.status.setpoint_cdeg == 2100


def test_a_poll_heard_as_a_command_is_put_right_at_once():
    """A read of coil 1 with four wrong bits switches the unit off, and says so."""
    device, talk = start()
    carry(device, talk.send(HEAT))
    poll = talk.poll()
    good = [device.ask(request) for request in next(poll)]
    device.registers[("C", 1)] = 0
    good[2] = 0
    written = poll.send(good)
    assert [request[0] for request in written] == [6, 6, 6, 5]
    polled = poll.send([device.ask(request) for request in written])
    try:
        poll.send([device.ask(request) for request in polled])
        raise AssertionError("more is asked")
    except StopIteration:
        pass
    assert talk.settled and talk.status.mode == "heat" and device.registers[("C", 1)] == 1


def test_a_unit_that_refuses_its_settings_is_no_unit_without_fault():
    _, talk = start()
    for _ in range(2):
        poll = talk.poll()
        answers = [2] * len(next(poll))
        answers[-1] = [1]
        try:
            poll.send(answers)
        except StopIteration:
            pass
    assert talk.status.fault == "refused" and talk.status.mode is None


def test_a_measured_value_is_believed_at_once():
    device, talk = start()
    carry(device, talk.send(HEAT))
    device.registers[("H", 3)] = 1950
    before = device.requests
    carry(device, talk.poll())
    assert talk.status.return_cdeg == 1950 and device.requests - before == len(talk.unit.polls)


def test_a_refused_value_shows():
    device, talk = start()
    device.refuses = 5
    carry(device, talk.send(HEAT))
    assert talk.status.fault == "refused" and not talk.settled
    device.refuses = None
    carry(device, talk.poll())
    assert talk.settled and talk.status.fault is None


def test_one_odd_reading_after_a_lost_write_does_not_settle_it():
    device, talk = start()
    said = talk.send(HEAT)
    requests = next(said)
    assert len(requests) == 4
    polls = said.send([[], None, None, None])
    device.registers[("H", 1)] = device.registers[("C", 1)] = 1
    lie = [device.ask(request) for request in polls]
    lie[1][4] = 2100
    try:
        said.send(lie)
        raise AssertionError("more is asked")
    except StopIteration:
        pass
    assert talk.same and not talk.settled
    carry(device, talk.poll())
    assert talk.settled and device.registers[("H", 5)] == 2100


def test_an_odd_setting_is_not_shown_beside_a_refusal():
    device, talk = start()
    device.refuses = 5
    said = talk.send(HEAT)
    answers = None
    for setpoint in (2000, 1700, 2900):
        answers = [device.ask(request) for request in said.send(answers)]
        device.registers[("H", 5)] = setpoint
        polls = said.send(answers)
        answers = [device.ask(request) for request in polls]
    try:
        said.send(answers)
        raise AssertionError("more is asked")
    except StopIteration:
        pass
    assert talk.status.fault == "refused" and talk.status.setpoint_cdeg is None


def test_off_is_one_request():
    device, talk = start()
    carry(device, talk.send(HEAT))
    before = device.requests
    carry(device, talk.send(OFF))
    assert device.requests - before == 1 + len(talk.unit.polls)
    assert talk.status.mode == talk.status.action == "off"

"""How the board's connection to its broker is chosen from the secrets."""

import asyncio

import pytest

from splitstat.app import mqtt_tls, network_tasks


class Supervisor:
    def __init__(self):
        self.tasks = {}

    def add(self, name, run, args=(), *rest):
        self.tasks[name] = args


class Log:
    def __init__(self):
        self.said = []

    def add(self, house, room, word, number=0):
        self.said.append(word)


class House:
    board = "board"

    def __init__(self):
        self.home: dict = {"rooms": []}
        self.log = Log()


def opener_of(broker):
    """(what opens the line, or None; what the log says)."""
    supervisor = Supervisor()
    house = House()
    network_tasks.add(supervisor, house, {}, {"mqtt": broker, "token": "x" * 32}, "/a")
    return supervisor.tasks.get("mqtt", (None, None))[1], house.log.said


def test_without_an_authority_the_line_is_plain():
    assert opener_of({"host": "broker"}) == (None, ["no_wifi"])


def test_with_an_authority_it_is_tls(monkeypatch):
    asked = []

    def opener(ca):
        asked.append(ca)
        return asyncio.open_connection

    monkeypatch.setattr(mqtt_tls, "opener", opener)
    assert opener_of({"host": "broker", "tls_ca": "30820a"})[0] is asyncio.open_connection
    assert asked == [b"\x30\x82\x0a"]


@pytest.mark.parametrize("broken", ["zz", "3082"])
def test_a_broken_authority_is_no_plain_line(broken):
    """Nothing is sent in the clear because a certificate is bad."""
    opens, said = opener_of({"host": "broker", "tls_ca": broken})
    assert opens is None
    assert "no_mqtt" in said

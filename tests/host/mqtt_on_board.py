"""A board with nothing but a house and MQTT, for CPython and the 64-bit MicroPython VM: the home
is a real controller that scans five times a second in simulated air.

    mqtt_on_board.py HOME.json HOST PORT SETTINGS.json [CA.der]

Prints what the house was asked ("asked" and a JSON list), what was pushed and, twice a second,
"stats" with the longest that a task of control was late, the number of sessions and so on.
"""

import asyncio
import json
import sys

from splitstat import units
from splitstat.app import home_assistant
from splitstat.app.house import House
from splitstat.app.loop import ticks_ms

SCAN_S = 0.2
STEP_S = 0.05


def say(word, what):
    sys.stdout.write(word + " " + json.dumps(what) + "\n")


def load(path, how="r"):
    with open(path, how) as file:
        return json.load(file) if how == "r" else file.read()


class Board:
    def __init__(self, home, settings):
        traits = [units.load(room["unit"]).traits for room in home["rooms"]]
        self.house = House(home, traits)
        self.house.board = settings.get("board") or "esp32_devkitc"
        self.house.version = "0.1.0"
        self.house.network["rssi"] = -61
        self.late_ms = 0
        self.tasks = []

    async def scan(self):
        house = self.house
        now_s = 1000
        while True:
            for i in range(len(house.traits)):
                for n in range(len(house.at_s[i])):
                    house.heard(i, n, 2050 + 100 * i)
                house.inputs.rooms[i].humidity_cpct = 4500
            house.heard_outdoor(700, 0)
            for event in house.inputs.events:
                say("asked", event)
            outputs = house.scan(now_s)
            for i in range(len(house.traits)):
                send = outputs.rooms[i].send
                if send is not None:
                    say("sends", [i, send.mode, send.setpoint_cdeg, send.fan])
            now_s += 10
            await asyncio.sleep(SCAN_S)

    async def watch(self):
        """How late a task is that wants to run every 50 ms."""
        while True:
            at = ticks_ms()
            await asyncio.sleep(STEP_S)
            late_ms = ticks_ms() - at - 50
            self.late_ms = max(self.late_ms, late_ms)

    async def tell(self):
        while True:
            await asyncio.sleep(0.5)
            dead = len([task for task in self.tasks if task.done()])
            network = self.house.network.get("mqtt")
            stats = {"late_ms": self.late_ms, "dead": dead, "network": network}
            stats["scans"] = self.house.scans
            stats["pushed"] = [room.cdeg for room in self.house.inputs.rooms]
            say("stats", stats)

    async def run(self, opener, settings, short):
        mqtt = home_assistant.run(self.house, opener, settings, *short)
        for each in (self.scan(), self.watch(), mqtt):
            self.tasks.append(asyncio.create_task(each))
        await self.tell()


async def plain(host, port):
    return await asyncio.open_connection(host, port)


async def loopback(host):
    return "127.0.0.1"


def main(home, host, port, settings, ca=None):
    settings = load(settings)
    settings["host"] = host
    settings["port"] = int(port)
    opener = plain
    if ca:
        from splitstat.app import mqtt_tls

        settings["host"] = settings["tls_name"]
        opener = mqtt_tls.opener(load(ca, "rb"), loopback)
    asyncio.run(Board(load(home), settings).run(opener, settings, settings.get("short") or (20,)))


main(*sys.argv[1:])

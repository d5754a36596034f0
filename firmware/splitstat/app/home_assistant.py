"""The house over MQTT: what Home Assistant, or anything else at the broker, sees and asks.

Law: names and values are those of House.state, and what people ask for goes through House.ask.
Nothing is done for a message twice, or for one that the broker kept; a flood of commands leaves
the last of each kind. What is said (home_assistant_said.py), how it is announced
(home_assistant_config.py) and what is asked (home_assistant_asked.py) are loaded when needed.

    splitstat/BOARD/status                online, or offline by the broker's word
    splitstat/BOARD/diagnostics           {"uptime_s", "heap_free", "rssi"}, every minute
    splitstat/BOARD/ROOM/state            House.state as JSON and "text", "fault_text",
                                          "frames_per_h"; when it changes, and retained
    splitstat/BOARD/ROOM/refused          why a command was not taken, one sentence
    splitstat/BOARD/ROOM/set/KEY          mode temperature low high preset fan swing; boost hold
                                          (minutes), vacation (minutes since 2000), resume
    splitstat/BOARD/ROOM/sensor/N         degC, or degC and % with a space between
    splitstat/BOARD/outdoor               degC
"""

import asyncio
import binascii

from splitstat.app.mqtt import Mqtt
from splitstat.app.seldom import forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONGEST = const(64)  # bytes of a command
_LOOK_S = 0.5
_MINUTE = const(120)  # looks
_WAITING = const(8)  # events that the next scan may find


class Door:
    """What is said and heard at one broker. hidden: the entities are taken back from Home
    Assistant, everything else stays."""

    def __init__(self, house, mqtt, prefix, hidden):
        self.house = house
        self.mqtt = mqtt
        self.prefix = prefix
        self.hidden = hidden
        self.top = "splitstat/" + house.board + "/"
        self.rooms = range(len(house.traits))
        self.orders = []  # (room, key, text) that wait for a scan with room for them
        self.meant: list = [None] * len(house.traits)  # (scan, mode asked for in it)
        self.greet = False

    async def talk(self):
        """What goes out while there is a broker; for ever."""
        house = self.house
        mqtt = self.mqtt
        top = self.top
        house.network["mqtt"] = "connected"
        await mqtt.subscribe(
            (top + "+/set/+", top + "+/sensor/+", top + "outdoor", self.prefix + "/status")
        )
        known = since = None
        look = 0
        sums = {}
        while True:
            shape = 0
            for i in self.rooms:
                shape += house.inputs.rooms[i].humidity_cpct is not None
                shape += house.controller.rooms[i].air.cdeg is not None
            if shape != known or self.greet:
                self.greet = False
                known = shape
                await self._announce()
                await mqtt.publish(top + "status", b"online")
                sums.clear()
                since = None
            while house.outbox:
                topic, pieces = house.outbox.pop(0)
                await mqtt.say(topic, pieces)
            while self.orders and len(house.inputs.events) < _WAITING:
                await self._obey(*self.orders.pop(0))
            if since != house.changes or not look % _MINUTE:
                since = house.changes
                for i in self.rooms:
                    payload = self._state(i)
                    sum = binascii.crc32(payload)
                    if sums.get(i) != sum:
                        sums[i] = sum
                        await mqtt.publish(top + self.name(i) + "/state", payload)
            if not look % _MINUTE:
                await mqtt.say(top + "diagnostics", [self._diagnostics()], True)
            look += 1
            await asyncio.sleep(_LOOK_S)

    async def _announce(self):
        """What is needed once a session does not stay in memory."""
        from splitstat.app.home_assistant_config import announce

        await announce(self.mqtt, self.house, None, self.prefix, self.hidden)
        for i in self.rooms:
            await announce(self.mqtt, self.house, i, self.prefix, self.hidden)
        forget()

    def name(self, i):
        """Of a room."""
        return self.house.home["rooms"][i]["name"]

    def _state(self, i):
        from splitstat.app.home_assistant_said import state

        return state(self.house, i)

    def _diagnostics(self):
        from splitstat.app.home_assistant_said import diagnostics

        return diagnostics(self.house)

    async def heard(self, topic, payload):
        """One message; what makes no sense is dropped."""
        if len(payload) <= _LONGEST:
            from splitstat.app.home_assistant_asked import take

            try:
                take(self, topic, str(payload, "utf-8").strip())
            except ValueError:  # not text, not a number, not our levels
                pass

    async def _obey(self, i, key, text):
        from splitstat.app.home_assistant_asked import asked

        why = asked(self, i, key, text)
        if why:
            await self.mqtt.say(self.top + self.name(i) + "/refused", [why.encode()])


async def run(house, open, settings, keep_s=20, first_s=1, longest_s=300):
    """For ever. settings: host, and where given port, user, password, prefix, hidden (true takes
    the entities back). `async open(host, port)` gives a stream pair. keep_s, first_s, longest_s:
    as in mqtt.py."""
    last = ("splitstat/" + house.board + "/status", b"offline")
    mqtt = Mqtt(
        open,
        settings["host"],
        settings.get("port") or 1883,
        "splitstat_" + house.board,
        last,
        settings.get("user"),
        settings.get("password"),
        keep_s,
    )
    door = Door(house, mqtt, settings.get("prefix") or "homeassistant", settings.get("hidden"))

    def beat():
        house.beat("mqtt")
        if not mqtt.connected:
            house.network["mqtt"] = "waits"

    await mqtt.run(door.talk, door.heard, beat, first_s, longest_s)

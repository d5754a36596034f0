"""The house over MQTT: what Home Assistant, or anything else at the broker, sees and asks.

Law: names and values are those of House.state, and what people ask for goes through House.ask.
Nothing is done for a message twice, or for one that the broker kept; a flood of commands leaves
the last of each kind.

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
import gc
import json

from splitstat.app.mqtt import Mqtt
from splitstat.app.reason_text import faults, say
from splitstat.app.seldom import forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOW_CDEG = const(500)
_HIGH_CDEG = const(3500)
_BOOST_MIN = const(60)
_LONGEST = const(64)  # bytes of a command
_LOOK_S = 0.5
_MINUTE = const(120)  # looks
_WAITING = const(8)  # events that the next scan may find
KEYS = "mode temperature low high preset fan swing boost hold vacation resume".split()


def cents(text: str):
    """A plain decimal number of at most 9 signs in hundredths ("21.5": 2150), or None."""
    n = 0
    places = -1  # behind the point
    for sign in text.lstrip("-"):
        if sign == "." and places < 0:
            places = 0
        elif not "0" <= sign <= "9":
            return None
        elif places < 2:
            n = n * 10 + ord(sign) - 48
            places += places >= 0
    if not "0" <= text[-1:] <= "9" or len(text) > 9 or text[1:2] == "-":
        return None
    n *= 1 if places == 2 else 10 if places == 1 else 100
    return -n if text[0] == "-" else n


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
            while self.orders and len(house.inputs.events) < _WAITING:
                await self._obey(*self.orders.pop(0))
            if since != house.changes or not look % _MINUTE:
                since = house.changes
                for i in self.rooms:
                    payload = self._state(i)
                    sum = binascii.crc32(payload)
                    if sums.get(i) != sum:
                        sums[i] = sum
                        await mqtt.publish(top + self._name(i) + "/state", payload)
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

    def _name(self, i):
        return self.house.home["rooms"][i]["name"]

    def _state(self, i):
        house = self.house
        state = house.state(i)
        frames = 0
        for at_s in house.controller.rooms[i].sender.sent_s:
            frames += at_s is not None and house.now_s - at_s < 3600
        state["text"] = say(state["action"], state["reason"][0], state["reason"][1])
        state["fault_text"] = faults(state["faults"])
        state["frames_per_h"] = frames
        return json.dumps(state).encode()

    def _diagnostics(self):
        house = self.house
        free = getattr(gc, "mem_free", None)
        return json.dumps(
            {
                "uptime_s": house.now_s,
                "heap_free": free and free(),
                "rssi": house.network.get("rssi"),
            }
        ).encode()

    async def heard(self, topic, payload):
        """One message; what makes no sense is dropped."""
        try:
            if len(payload) <= _LONGEST:
                self._take(topic, str(payload, "utf-8").strip())
        except ValueError:  # not text, not a number, not our levels
            pass

    def _take(self, topic, text):
        if topic == self.prefix + "/status":
            self.greet = self.greet or text == "online"
            return
        if topic == self.top + "outdoor":
            self._push(-1, 0, text)
            return
        name, kind, key = topic[len(self.top) :].split("/")
        for i in self.rooms:
            if self._name(i) == name:
                if kind == "sensor":
                    self._push(i, int(key), text)
                    return
                # What is asked for anew takes the place of what waits.
                self.orders = [each for each in self.orders if each[:2] != (i, key)]
                if key in KEYS:
                    self.orders.append((i, key, text))

    def _push(self, room, sensor, text):
        cdeg, _, humidity = text.partition(" ")
        self.house.push(room, sensor, cents(cdeg), cents(humidity) if humidity else None)

    async def _obey(self, i, key, text):
        why = self._ask(i, key, text)
        if why:
            await self.mqtt.say(self.top + self._name(i) + "/refused", [why.encode()])

    def _ask(self, i, key, text):
        """A command in the words of House.ask; the sentence why not, or None."""
        ask = self.house.ask
        if key == "preset":
            for preset, word, a in (
                ("none", "resume", None),
                ("away", "away", 1),
                ("boost", "boost", _BOOST_MIN),
                ("hold", "hold", -1),
            ):
                if text == preset:
                    return ask(i, word, a)
            return "allowed are none, away, boost, hold"
        if key == "mode":
            why = ask(i, key, text)
            if not why:
                self.meant[i] = (self.house.scans, text)
            return why
        if key == "fan" or key == "swing":
            return ask(i, key, text)
        if key == "resume":
            return ask(i, key)
        number = cents(text)
        if number is None:
            return "not a number"
        if key in ("temperature", "low", "high"):
            return self._set(i, key, number)
        return ask(i, key, number // 100)

    def _set(self, i, key, cdeg):
        """One temperature in a mode with two moves both, as far apart as they are."""
        state = self.house.state(i)
        heat, cool = state["heat_cdeg"], state["cool_cdeg"]
        meant = self.meant[i]
        mode = meant[1] if meant and meant[0] == self.house.scans else state["wish"]
        gap = self.house.home["rooms"][i]["deadband_cdeg"]
        if key == "temperature" and mode == "heat_cool" and heat is not None and cool is not None:
            half = max(cool - heat, gap) // 2
            cdeg = min(max(cdeg, _LOW_CDEG + half), _HIGH_CDEG - half)
            return self.house.ask(i, "setpoint", cdeg - half, cdeg + half)
        if key == "low" or (key == "temperature" and mode == "heat"):
            return self.house.ask(i, "setpoint", min(max(cdeg, _LOW_CDEG), _HIGH_CDEG - gap), None)
        return self.house.ask(i, "setpoint", None, min(max(cdeg, _LOW_CDEG + gap), _HIGH_CDEG))


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

"""The house over MQTT: what Home Assistant, or anything else at the broker, sees and asks.

Law: names and values are those of house_state.py, and what people ask for goes through asking.py.
Nothing is done for a message twice, or for one that the broker kept; a flood of commands leaves
the last of each kind. What is said (home_assistant_said.py), how it is announced
(home_assistant_config.py) and what is asked (home_assistant_asked.py) are loaded when needed.

    splitstat/BOARD/status                online, or offline by the broker's word
    splitstat/BOARD/diagnostics           {"uptime_s", "heap_free", "rssi"}, every minute
    splitstat/BOARD/ROOM/state            house_state.py as JSON and "text", "fault_text",
                                          "frames_per_h"; when it changes, and retained
    splitstat/BOARD/ROOM/refused          why a command was not taken, one sentence
    splitstat/BOARD/ROOM/set/KEY          mode temperature low high preset fan swing; boost hold
                                          (minutes), vacation (minutes since 2000), resume
    splitstat/BOARD/ROOM/sensor/N         degC, or degC and % with a space between
    splitstat/BOARD/outdoor               degC
"""

from splitstat.app.mqtt import Mqtt
from splitstat.app.seldom import forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONGEST = const(64)  # bytes of a command
_LOOK_S = 0.5
_MINUTE = const(120)  # looks
_WAITING = const(8)  # events that the next scan may find


class Door:
    """What is said and heard at one broker. hidden: the entities are taken back from Home
    Assistant, everything else stays.

    sums: of what was said of each room. greet: who listens may know nothing of us."""

    def __init__(self, house, mqtt, prefix, hidden):
        self.house = house
        self.mqtt = mqtt
        self.prefix = prefix
        self.hidden = hidden
        self.top = "splitstat/" + house.board + "/"
        self.rooms = range(len(house.traits))
        self.orders = []  # (room, key, text) that wait for a scan with room for them
        self.meant: list = [None] * len(house.traits)  # (scan, mode asked for in it)
        self.sums = {}
        self.shape = 0

    def beat(self):
        """As mqtt.py wants it."""
        self.house.beats["mqtt"] = 0
        if not self.mqtt.connected:
            self.house.network["mqtt"] = "waits"

    async def talk(self):
        """What goes out while there is a broker; for ever."""
        house = self.house
        house.network["mqtt"] = "connected"
        self.greet = self.new = True
        since = None
        look = 0
        while True:
            while house.outbox:
                topic, pieces = house.outbox.pop(0)
                await self.mqtt.say(topic, pieces)
            while self.orders and len(house.inputs.events) < _WAITING:
                await self._obey(*self.orders.pop(0))
            minute = not look % _MINUTE
            if self.greet or minute or since != house.changes:
                since = house.changes
                await self._tell(minute)
            look += 1
            await self.mqtt.pause(_LOOK_S)

    async def _tell(self, minute):
        from splitstat.app.home_assistant_said import tell

        if await tell(self, minute):
            forget()  # what announced us is not needed soon again

    async def _obey(self, i, key, text):
        from splitstat.app.home_assistant_asked import obey

        await obey(self, i, key, text)

    async def heard(self, topic, payload):
        """One message; what makes no sense is dropped."""
        if len(payload) <= _LONGEST:
            from splitstat.app.home_assistant_asked import take

            try:
                take(self, topic, str(payload, "utf-8").strip())
            except ValueError:  # not text, not a number, not our levels
                pass


async def run(house, open, settings, keep_s=20, first_s=1, longest_s=300):
    """For ever. settings: host, and where given port, user, password, prefix, hidden (true takes
    the entities back). open, keep_s, first_s, longest_s: as in mqtt.py."""
    last = ("splitstat/" + house.board + "/status", b"offline")
    hello = "splitstat_" + house.board, last, settings.get("user"), settings.get("password")
    mqtt = Mqtt(open, (settings["host"], settings.get("port") or 1883), hello, keep_s)
    door = Door(house, mqtt, settings.get("prefix") or "homeassistant", settings.get("hidden"))
    await mqtt.run(door, first_s, longest_s)

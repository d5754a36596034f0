"""What is cut: a first run, from the Wi-Fi to the home file, as the wizard writes it down.

Its waiting parts (frames, sensors, radio) write nothing by themselves and are left out.
"""

import json
import os

from one_home import home
from power_cuts_files import Files, supply
from splitstat.app import sealed, start_house
from splitstat.app.first_run import FirstRun
from splitstat.app.first_run_home import finish, home_of
from splitstat.app.wifi_secrets import SECRETS, remember

TOKEN = "kq7xm2r9tvbn4hw8cdzpsejg35"


def answers(seed):
    """What is written down, one after the other; other answers for every seed."""
    fits = [["gree.yaw1f", k] for k in range(1 + seed % 7)]
    room = {"name": "room_%d" % seed, "tz": [60], "sleep": []}
    room["blocks"] = [[None, 2000, 2600, 1, 1440 * day + seed % 60] for day in range(7)]
    for n, key in enumerate(("heat_cdeg", "setback_heat_cdeg", "cool_cdeg", "setback_cool_cdeg")):
        room[key] = 1600 + 300 * n + seed % 100
    sensor = {"kind": "sht4x", "port": 0, "pin": None, "address": 68}
    return (
        {"step": "parts"},
        {"lamp": 25, "receiver": 10 + seed % 10, "sensor": sensor, "step": "unit"},
        {"fits": fits, "presses": [[mode, seed] for mode in ("off", "cool", "heat")]},
        {"step": "beep"},
        {"trying": ["gree.yaw1f", "heat"]},
        {"unit": "gree.yaw1f", "trying": None, "step": "aim"},
        {"aim": seed % 11, "step": "test"},
        {"testing": "heat"},
        {"testing": None, "test": {"verdict": "moved", "s": 180 + seed}, "step": "room"},
        {"room": room, "step": "done"},
    )


class Wizard(Files):
    """A whole first run in each act. Whenever the power goes, a start finds the home, whole and of
    this run, or the answers before the last or those with it; and Wi-Fi and token."""

    def begin(self):
        supply.format()
        supply.mount()
        sealed.folder("/a")
        with open("/a/first_run.json", "w") as file:
            json.dump({"home": home()}, file)
        with open(SECRETS, "w") as file:
            json.dump({"token": TOKEN, "wifi": {"ssid": "before"}}, file)
        self.boot()
        self.remember()

    def boot(self):
        try:
            supply.mount()
            self.setup = FirstRun("/a", "board")
        except (OSError, ValueError):
            self.unbootable += 1
            return False
        return True

    def remember(self):
        """Taken as they are now: answers and Wi-Fi."""
        self.before = self.after = dict(self.setup.facts)
        self.wifi = [self._secrets()["wifi"]] * 2
        self.home = None

    def settle(self):
        """A board with a home has no wizard: for the next one its home goes."""
        if start_house.there("/home.json"):
            os.remove("/home.json")
            self.boot()
        self.remember()

    def _secrets(self):
        with open(SECRETS) as file:
            return json.load(file)

    def act(self):
        setup = self.setup
        self.seed += 1
        self.wifi[1] = {"ssid": "home %d" % self.seed, "password": "x" * (self.seed % 63)}
        remember(self.wifi[1])
        for facts in answers(self.seed):
            self.before = self.after
            self.after = dict(self.before)
            self.after.update(facts)
            for key in facts:
                if facts[key] is None:
                    del self.after[key]
            setup.keep(facts)
        self.home = home_of(setup)
        assert finish(setup) is None

    def check(self):
        if not self.boot():
            return
        try:
            secrets = self._secrets()
        except (OSError, ValueError):
            secrets = {}
        if secrets.get("token") != TOKEN or secrets.get("wifi") not in self.wifi:
            self.lost += 1
        if start_house.there("/home.json"):
            try:
                found = start_house.home_file("/home.json")
            except start_house.BROKEN:
                self.unbootable += 1
                return
            if found != self.home:
                self.lost += 1
        elif self.setup.facts not in (self.before, self.after):
            self.lost += 1

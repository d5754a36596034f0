"""The wire to a thermostatic valve: what it is told arrives, unless a fault cuts it off."""

from host_sim.channel.faults import Faults


class ValveChannel:
    """emitter: of the plant. faults: "loss" as a share of messages, "dark" for all of them."""

    status = None

    def __init__(self, emitter, faults=()):
        self.emitter = emitter
        self.faults = Faults(faults)
        self.sent = self.lost = 0

    def send(self, now_s: int, command):
        """One message."""
        self.sent += 1
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
        if "dark" in self.faults.active:
            self.lost += 1
        else:
            self.emitter.obey(command)

    def feel(self, now_s: int, cdeg):
        """It feels for itself."""

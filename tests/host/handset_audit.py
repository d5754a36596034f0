"""What a home whose people use the handsets must show, watched from outside: by what the units do,
what is sent and what was pressed."""

from splitstat.control.types import OFF

# Stronger than a person at the unit (control/hand.py).
STRONGER = ("over_temperature", "window", "frost", "frost_unit", "load_limit")


def alike(one, other) -> bool:
    """Whether two commands make a unit do the same. What dries has one fan speed, whichever was
    said: the messages are the same (test_drying_has_one_fan_speed)."""
    one, other = one or OFF, other or OFF
    if one.mode != other.mode or one.mode == "off":
        return one.mode == other.mode
    return (one.fan == other.fan or one.mode == "dry") and (
        one.mode == "fan_only" or one.setpoint_cdeg == other.setpoint_cdeg
    )


class Audit:
    """Put among the listeners of a World: called after each scan's frames.

    apart_s: for each command, ours or a press that was seen, how long the unit did something else;
    unseen_s: the same for each press that was not seen; repeats_s: seconds between two repeats of
    one command; overridden: (now_s, room, chosen, sent, reason) of every frame against a choice
    that still holds.
    """

    def __init__(self, world):
        self.world = world
        heads = range(len(world.channels))
        self.apart_s = []
        self.unseen_s = []
        self.durations = [self.apart_s for _ in heads]
        self.open: list = [None for _ in heads]  # seconds apart since the last command
        self.command = [None for _ in heads]
        self.truth = [None for _ in heads]
        self.repeat_at = [None for _ in heads]
        self.repeats_s = []
        self.chosen = [None for _ in heads]
        self.held = [None for _ in heads]
        self.overridden = []
        self.presses = self.seen = 0

    def __call__(self, now_s, inputs, outputs):
        for i, out in enumerate(outputs.rooms):
            self._room(now_s, i, inputs.rooms[i], out, self.world.controller.rooms[i].intent)

    def _room(self, now_s, i, inputs, out, intent):
        truth = self.world.plant.heads[i].command
        changed = out.command != self.command[i]
        unseen = truth != self.truth[i] and out.send is None and inputs.handset is None
        self.command[i], self.truth[i] = out.command, truth
        if changed or unseen:
            self._close(i)
            self.open[i] = 0
            self.durations[i] = self.unseen_s if unseen else self.apart_s
        if self.open[i] is not None:
            if alike(truth, out.command):
                self._close(i)
            else:
                self.open[i] += self.world.step_s
        changed = changed or inputs.handset is not None
        if out.send is not None and not changed:
            if self.repeat_at[i] is not None:
                self.repeats_s.append(now_s - self.repeat_at[i])
            self.repeat_at[i] = now_s
        elif changed:
            self.repeat_at[i] = None
        self._choice(now_s, i, inputs.handset, out, intent)

    def _close(self, i):
        if self.open[i] is not None:
            self.durations[i].append(self.open[i])
        self.open[i] = None

    def _choice(self, now_s, i, pressed, out, intent):
        if pressed is not None:
            self.seen += 1
            self.chosen[i] = None if pressed.mode == "heat_cool" else pressed
            self.held[i] = intent.held
        chosen = self.chosen[i]
        if chosen is None:
            return
        over = intent.wish != "off" if chosen.mode == "off" else intent.choice is not self.held[i]
        if over:
            self.chosen[i] = None
        elif out.send is not None and not alike(out.send, chosen):
            self.overridden.append((now_s, i, chosen, out.send, out.reason))


def rank_s(audits, share):
    """The duration that this share of all their commands does not exceed."""
    found = sorted(each for audit in audits for each in audit.apart_s)
    return found[min(len(found) - 1, int(share * len(found)))]

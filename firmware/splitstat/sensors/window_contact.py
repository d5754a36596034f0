"""A window contact: a reed switch on a pin, closed by the magnet while the window is shut.

Wire it from the pin to ground, with the pin's pull-up: a cut wire then reads as an open window, so
the room saves energy instead of heating the street. How long a window must stand open before the
room stops is decided in control/, not here.
"""


class WindowContact:
    """open_level: what the pin reads while the window is open (1 for a switch to ground)."""

    def __init__(self, open_level: int = 1):
        self.open_level = open_level
        self.level = None
        self.window = None

    def step(self, level: int):
        """level: the pin, 0 or 1, read once a scan. True open, False shut, None not known yet: two
        readings must agree, as a contact bounces for some milliseconds and a door slams.
        """
        if level == self.level:
            self.window = level == self.open_level
        self.level = level
        return self.window

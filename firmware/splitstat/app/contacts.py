"""A room's contacts on pins: the window, and whether somebody is there."""


class WindowPin:
    """read: the pin; contact: sensors.window_contact.WindowContact."""

    def __init__(self, room: int, read, contact):
        self.room = room
        self.pin = read
        self.contact = contact

    def read(self, house):
        """Once a second."""
        house.inputs.rooms[self.room].window = self.contact.step(self.pin())


class PresencePin:
    """read: the pin; presence: sensors.presence.Presence."""

    def __init__(self, room: int, read, presence):
        self.room = room
        self.pin = read
        self.presence = presence

    def read(self, house):
        """Once a second."""
        seen = self.presence.step(house.now_s, self.pin())
        house.inputs.rooms[self.room].presence = seen

"""What of the compiled home is asked for when everything is built: the rest is let go of. Needed
once, at the start."""


def kept(home: dict) -> dict:
    """A home of the same form with those keys alone."""
    rooms = []
    for room in home["rooms"]:
        few = {name: room[name] for name in ("name", "unit", "deadband_cdeg")}
        few["sensors"] = [{"kind": sensor["kind"]} for sensor in room["sensors"]]
        rooms.append(few)
    found: dict = {"rooms": rooms}
    if home.get("outdoor"):
        found["outdoor"] = {"kind": home["outdoor"]["kind"]}
    if home.get("boards"):
        found["boards"] = home["boards"]
        found["outdoor_units"] = [{"peers": each["peers"]} for each in home["outdoor_units"]]
    return found

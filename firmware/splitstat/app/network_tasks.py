"""The tasks that want a network: Wi-Fi, clock, page, MQTT. Control does without them.

Each is loaded here and may fail here: a board without room for the page still heats. Needed once,
at the start.
"""

from splitstat.app import kept_home
from splitstat.app.secrets import kept

_FAILS = (ImportError, MemoryError, OSError, RuntimeError, KeyError, TypeError, ValueError)


def add(supervisor, house, nvs, secrets: dict, slot: str):
    """secrets: of /secrets.json; slot: the folder that holds www/. Nobody looks at the whole home
    after this."""
    parts = [("wifi", _wifi), ("page", page)]
    if house.home.get("boards"):
        parts.append(("neighbours", _neighbours))
    if secrets.get("mqtt"):
        parts.append(("mqtt", _mqtt))
    for name, part in parts:
        try:
            part(supervisor, house, nvs, secrets, slot)
        except _FAILS:
            house.log.add(house, -1, "no_" + name)
    house.home = kept_home.kept(house.home)


def _wifi(supervisor, house, nvs, secrets, slot):
    from splitstat.hardware.radio import station

    house.station = station(house.board)


def _mqtt(supervisor, house, nvs, secrets, slot):
    from splitstat.app import home_assistant

    args = (house, _opener(secrets["mqtt"].get("tls_ca")), secrets["mqtt"])
    # What reaches a unit through the broker stays when memory is short.
    rank = () if [room for room in house.home["rooms"] if room.get("blaster")] else (2,)
    supervisor.add("mqtt", home_assistant.run, args, *rank)


def _opener(authority):
    """How MQTT connects; None: by the name alone. authority: the certificate that signed the
    broker's, DER in hex."""
    if not authority:
        return None
    from binascii import unhexlify

    from splitstat.app.mqtt_tls import opener

    return opener(unhexlify(authority))


def _neighbours(supervisor, house, nvs, secrets, slot):
    if "home" not in secrets:
        print("splitstat: no [home] key in the secrets, the other boards are not heard")
        house.log.add(house, -1, "no_home_key")
        return
    from splitstat.app.neighbour_wire import joined, run

    supervisor.add("neighbours", run, joined(house, secrets["home"]["key"]))


def page(supervisor, house, nvs, secrets: dict, slot: str):
    """The page's server; says the token on the console."""
    from splitstat.app.web import Web

    token = secrets.get("token") or kept(nvs, "token")
    print("splitstat: the page's token is", token)
    web = Web(house, token, slot + "/www", secrets.get("port", 80))
    supervisor.add("web", web.run, (), 1)

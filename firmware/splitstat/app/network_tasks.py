"""The tasks that want a network: Wi-Fi, clock, page, MQTT. Control does without them.

Each is loaded here and may fail here: a board without room for the page still heats. Needed once,
at the start.
"""

from splitstat.app import clock, name_servers, wifi

_FAILS = (ImportError, MemoryError, OSError, RuntimeError, KeyError, TypeError, ValueError)


def add(supervisor, house, nvs, secrets: dict, slot: str):
    """secrets: of /secrets.json; slot: the folder that holds www/."""
    try:
        _wifi(supervisor, house, nvs, secrets.get("wifi") or {})
    except _FAILS:
        house.log.add(house, -1, "no_wifi")
    try:
        page(supervisor, house, nvs, secrets, slot)
    except _FAILS:
        house.log.add(house, -1, "no_page")
    if house.home.get("boards"):
        try:
            _neighbours(supervisor, house, secrets)
        except _FAILS:
            house.log.add(house, -1, "no_neighbours")
    if secrets.get("mqtt"):
        try:
            from splitstat.app import home_assistant

            args = (house, _opener(secrets["mqtt"].get("tls_ca")), secrets["mqtt"])
            # What reaches a unit through the broker stays when memory is short.
            rank = () if [room for room in house.home["rooms"] if room.get("blaster")] else (2,)
            supervisor.add("mqtt", home_assistant.run, args, *rank)
        except _FAILS:
            house.log.add(house, -1, "no_mqtt")


def _opener(authority):
    """How MQTT connects. authority: the certificate that signed the broker's, DER in hex."""
    if not authority:
        return name_servers.connect
    from binascii import unhexlify

    from splitstat.app.mqtt_tls import opener

    return opener(unhexlify(authority), name_servers.address)


def _wifi(supervisor, house, nvs, known):
    from splitstat.hardware.radio import Radio

    radio = Radio(house.board)
    args = (house, radio, known.get("ssid"), known.get("password"), kept(nvs, "point")[:12])
    supervisor.add("wifi", wifi.run, args)
    if known:
        supervisor.add("clock", clock.run, (house,))


def kept(nvs, name):
    """A secret of this board, made when it is first wanted."""
    kept = nvs.get(name)
    if kept is None:
        from splitstat.app.login import new_token

        kept = new_token().encode()
        nvs.put(name, kept)
    return str(kept, "utf-8")


def _neighbours(supervisor, house, secrets):
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

"""The tasks that want a network: Wi-Fi, clock, page, MQTT. Control does without them.

Each is loaded here and may fail here: a board without room for the page still heats.
"""

import asyncio

from splitstat.app import resolver


def add(supervisor, house, nvs, secrets: dict, slot: str):
    """secrets: of /secrets.json; slot: the folder that holds www/."""
    try:
        from splitstat.hardware.radio import Radio

        radio = Radio(house.board)
    except (ImportError, OSError, RuntimeError):
        house.log.add(house, -1, "no_radio")
        return
    wifi = secrets.get("wifi")
    if wifi:
        from splitstat.app.wifi import run as join

        supervisor.add("wifi", lambda: join(house, radio, wifi["ssid"], wifi["password"]))
        from splitstat.app.clock import run as clock

        supervisor.add("clock", lambda: clock(house))
    try:
        _page(supervisor, house, nvs, secrets, slot)
    except (ImportError, MemoryError, OSError):
        house.log.add(house, -1, "no_page")
    if secrets.get("mqtt"):
        try:
            from splitstat.app import home_assistant

            supervisor.add(
                "mqtt", lambda: home_assistant.run(house, connection, secrets["mqtt"]), shed=2
            )
        except (ImportError, MemoryError):
            house.log.add(house, -1, "no_mqtt")


def _page(supervisor, house, nvs, secrets, slot):
    from splitstat.app.login import Login, new_token
    from splitstat.app.web import Web

    token = secrets.get("token")
    if not token:
        kept = nvs.get("token")
        if kept is None:
            kept = new_token().encode()
            nvs.put("token", kept)
        token = str(kept, "utf-8")
    print("splitstat: the page's token is", token)
    web = Web(house, Login(token), slot + "/www", secrets.get("port", 80))
    supervisor.add("web", web.run, shed=1)


async def connection(host: str, port: int):
    """A stream pair. Raises OSError."""
    return await asyncio.open_connection(await resolver.address(host), port)

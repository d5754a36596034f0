"""A real Home Assistant 2024.3.3 for the tests: seeded, started, asked over its HTTP interface.

It lives in an environment of its own (`make test` installs it), because it pins hundreds of
versions. Its storage is written by hand: one owner, one long-lived token, one MQTT entry. (Layout
of the files: as that version writes them itself.)
"""

import base64
import hashlib
import hmac
import json
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from conftest import need
from mqtt_peers import free_port, wait_for

REPOSITORY = Path(__file__).parents[2]
SEED = REPOSITORY / "tests" / "home_assistant"
INSTALLED = REPOSITORY / ".cache" / "home_assistant"
VERSION = "2024.3.3"


def here() -> None:
    """Skips on a Python that cannot run it, and as need() does where it is not installed."""
    if sys.version_info >= (3, 13):
        pytest.skip("Home Assistant 2024.3.3 runs on Python 3.11 and 3.12 only")
    ready = (INSTALLED / ".ready").exists()
    need(None if ready else "Home Assistant is not installed: run `make home-assistant`")


def token(claims: dict, key: str) -> str:
    """A JSON web token, HS256 (RFC 7519)."""

    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    text = ".".join(part(json.dumps(each).encode()) for each in ({"alg": "HS256"}, claims))
    return f"{text}.{part(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest())}"


def storage(broker_port: int, refresh: dict, user: str) -> dict:
    """Name of a file below .storage -> (its version, its data)."""
    groups = {
        "system-admin": "Administrators",
        "system-users": "Users",
        "system-read-only": "Read Only",
    }
    return {
        "onboarding": (4, {"done": ["user", "core_config", "analytics", "integration"]}),
        "auth": (
            1,
            {
                "users": [
                    {
                        "id": user,
                        "group_ids": ["system-admin"],
                        "is_owner": True,
                        "is_active": True,
                        "name": "Owner",
                        "system_generated": False,
                        "local_only": False,
                    }
                ],
                "groups": [{"id": key, "name": name} for key, name in groups.items()],
                "credentials": [],
                "refresh_tokens": [refresh],
            },
        ),
        "core.config_entries": (
            1,
            {
                "entries": [
                    {
                        "entry_id": secrets.token_hex(16),
                        "version": 1,
                        "minor_version": 1,
                        "domain": "mqtt",
                        "title": "MQTT",
                        "data": {
                            "broker": "127.0.0.1",
                            "port": broker_port,
                            "discovery": True,
                            "discovery_prefix": "homeassistant",
                        },
                        "options": {},
                        "pref_disable_new_entities": False,
                        "pref_disable_polling": False,
                        "source": "user",
                        "unique_id": None,
                        "disabled_by": None,
                    }
                ]
            },
        ),
    }


class HomeAssistant:
    """Started on loopback with an MQTT entry for the broker's port; raises AssertionError when it
    does not run within two minutes."""

    def __init__(self, folder: Path, broker_port: int):
        here()
        self.port = free_port()
        config = folder / "home_assistant"
        (config / ".storage").mkdir(parents=True)
        text = (SEED / "configuration.yaml").read_text()
        (config / "configuration.yaml").write_text(text.replace("PORT", str(self.port)))
        user, key = secrets.token_hex(16), secrets.token_hex(64)
        refresh = {
            "id": secrets.token_hex(16),
            "user_id": user,
            "client_id": None,
            "client_name": "test",
            "client_icon": None,
            "token_type": "long_lived_access_token",
            "created_at": "2024-01-01T00:00:00+00:00",
            "access_token_expiration": 315360000.0,
            "token": secrets.token_hex(64),
            "jwt_key": key,
            "last_used_at": None,
            "last_used_ip": None,
            "credential_id": None,
            "version": VERSION,
        }
        for name, (version, data) in storage(broker_port, refresh, user).items():
            whole = {"version": version, "minor_version": 1, "key": name, "data": data}
            (config / ".storage" / name).write_text(json.dumps(whole))
        now = int(time.time())
        self.token = token({"iss": refresh["id"], "iat": now, "exp": now + 31536000}, key)
        self.log = config / "home-assistant.log"
        # A proxy of this machine is none of its business.
        self.http = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self.process = subprocess.Popen(
            [INSTALLED / "bin" / "hass", "-c", config, "--skip-pip"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
        found = wait_for(self._running, 120, 0.1)
        assert found["recovery_mode"] is False and found["version"] == VERSION

    def _running(self):
        assert self.process.poll() is None, self.warnings()
        try:
            config = self.ask("config")
        except OSError:
            return None
        return config if config["state"] == "RUNNING" else None

    def ask(self, path: str, data=None):
        """What /api/PATH answers. Raises urllib.error.HTTPError."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}",
            None if data is None else json.dumps(data).encode(),
            {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with self.http.open(request, timeout=30) as answer:
            return json.load(answer)

    def call(self, service: str, entity: str, **data):
        self.ask(f"services/climate/{service}", {"entity_id": entity, **data})

    def entity(self, name: str) -> dict | None:
        """State and attributes of an entity, or None."""
        try:
            found = self.ask(f"states/{name}")
        except urllib.error.HTTPError as why:
            if why.code == 404:
                return None
            raise
        return {**found["attributes"], "state": found["state"]}

    def warnings(self) -> list[str]:
        """Lines of the log, which keeps warnings and errors only."""
        return self.log.read_text().splitlines() if self.log.exists() else []

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()

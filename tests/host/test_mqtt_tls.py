"""MQTT over TLS: the broker is trusted because one authority signed it, and for nothing else; user
and password go inside."""

import shutil
import subprocess

import pytest

from conftest import need
from mqtt_peers import BoardProcess, Mosquitto, wait_for

NAME = "localhost"


def openssl(*words):
    program = shutil.which("openssl")
    need(None if program else "openssl is not installed")
    subprocess.run([str(program), *map(str, words)], check=True, capture_output=True)


def authority(folder, name):
    """A new authority: (certificate, key), PEM."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    subject = ("-subj", f"/CN=Test authority {name}", "-days", "2")
    kind = ("-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate)
    openssl("req", "-x509", *kind, *subject)
    openssl("x509", "-in", certificate, "-outform", "DER", "-out", folder / f"{name}.der")
    return certificate, key


@pytest.fixture(scope="module")
def broker(tmp_path_factory):
    """A Mosquitto with a certificate of the authority "ours", for NAME, that wants a password."""
    folder = tmp_path_factory.mktemp("tls")
    ours, key = authority(folder, "ours")
    authority(folder, "strange")
    own = folder / "broker"
    request = ("-newkey", "rsa:2048", "-nodes", "-keyout", f"{own}.key", "-out", f"{own}.csr")
    openssl("req", *request, "-subj", f"/CN={NAME}")
    extension = folder / "extension"
    extension.write_text(f"subjectAltName=DNS:{NAME}\n")
    signed = ("-CA", ours, "-CAkey", key, "-CAcreateserial", "-days", "2", "-extfile", extension)
    openssl("x509", "-req", "-in", f"{own}.csr", *signed, "-out", f"{own}.pem")
    passwords = folder / "passwords"
    passwd = shutil.which("mosquitto_passwd")
    need(None if passwd else "mosquitto_passwd is not installed")
    subprocess.run([str(passwd), "-c", "-b", str(passwords), "board", "good"], check=True)
    lines = (
        f"cafile {ours}",
        f"certfile {own}.pem",
        f"keyfile {own}.key",
        "allow_anonymous false",
        f"password_file {passwords}",
    )
    broker = Mosquitto(folder, lines)
    yield folder, broker
    broker.stop()


def board_of(broker, machine, ca="ours", name=NAME, password="good"):
    folder, real = broker
    settings = {"tls_name": name, "user": "board", "password": password, "short": [5, 0.2, 0.5]}
    return BoardProcess(machine, folder, real.port, settings, folder / f"{ca}.der")


@pytest.mark.parametrize("machine", ["cpython", "micropython"])
def test_the_right_authority_and_password(broker, machine):
    board = board_of(broker, machine)
    wait_for(board.connected)
    board.assert_well()
    board.stop()


@pytest.mark.parametrize("machine", ["cpython", "micropython"])
@pytest.mark.parametrize(
    "wrong", [{"ca": "strange"}, {"name": "elsewhere"}, {"password": "bad"}], ids=str
)
def test_anything_else_is_refused(broker, machine, wrong):
    board = board_of(broker, machine, **wrong)
    wait_for(lambda: board.stats.get("scans", 0) > 10)
    assert not board.connected()
    board.assert_well()
    board.stop()

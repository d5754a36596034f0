"""`splitstat unit` as a person calls it: in a process of its own, over a serial port and over
TCP."""

import json
import subprocess
import sys
from typing import Any

import pytest
import serial

from command import ENTRY, splitstat
from modbus_peers import DEVICE, over_tcp, plain_registers
from serial_unit import serial_unit

NAME = "onokom.gr_1"


def told(done, status):
    assert done.returncode == status, done.stdout + done.stderr
    return done


def refusal(*words) -> str:
    """What is said of bad input: one line, nothing on standard output, status 2."""
    done = told(splitstat("unit", *words), 2)
    assert done.stdout == "" and done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_set_prints_what_it_wrote_and_read_back():
    with serial_unit(NAME, 7) as (device, head):
        line = ["--port", device.path, "--address", 7]
        words = ["--mode", "heat", "--setpoint", 21.5, "--fan", "low"]
        done = told(splitstat("unit", "set", NAME, *line, *words), 0)
        assert head.command[:3] == ("heat", 2150, "low")
        rows = [text.split() for text in done.stdout.splitlines() if text.strip()]
        assert ["H5", "setpoint", "2150", "(21.5)", "2150", "(21.5)"] in rows
        assert ["H1", "mode", "1", "(heat)", "1", "(heat)"] in rows
        assert ["return", "air", "21", "°C"] in rows or ["return", "21", "°C"] in rows
        # What is not said stays as it is.
        told(splitstat("unit", "set", NAME, *line, "--setpoint", 23), 0)
        assert head.command[:3] == ("heat", 2300, "low")
        said = json.loads(told(splitstat("unit", "read", NAME, *line, "--json"), 0).stdout)
        assert said["status"]["mode"] == "heat" and said["status"]["setpoint_c"] == 23.0


def test_over_tcp_with_one_json_document():
    with over_tcp(plain_registers()) as port:
        line = ["--tcp", f"127.0.0.1:{port}", "--address", DEVICE, "--json"]
        words = ["--mode", "cool", "--setpoint", 24.5, "--fan", "high", "--swing", "low"]
        done = told(splitstat("unit", "set", "intesis.toshiba", *line, *words), 0)
        said = json.loads(done.stdout)
        assert said["confirmed"] is True
        assert {
            row["register"]: (row["wrote"], row["read_back"]) for row in said["registers"]
        } == {
            "H1": (4, 4),
            "H2": (4, 4),
            "H3": (3, 3),
            "H4": (245, 245),
            "H0": (1, 1),
            "H22": (32768, 32768),  # no room temperature: 0 degC stood there
        }
        said = json.loads(told(splitstat("unit", "read", "intesis.toshiba", *line), 0).stdout)
        assert said["status"]["mode"] == "cool" and said["status"]["setpoint_c"] == 24.5
        told(splitstat("unit", "set", "intesis.toshiba", *line, "--room", 20.5), 0)


def test_an_air_to_water_machine_is_read_and_not_set():
    with over_tcp(plain_registers()) as port:
        line = ["--tcp", f"127.0.0.1:{port}", "--address", DEVICE]
        done = told(splitstat("unit", "read", "lg_therma_v", *line, "--json"), 0)
        said = json.loads(done.stdout)["status"]
        assert said["state"] == "off" and said["action"] == "idle" and said["fault"] is None
        assert {"flow_c", "tank_c", "supply_c", "back_c", "top_c", "outdoor_c"} <= set(said)
        assert "an air-to-water heat pump" in refusal(
            "set", "lg_therma_v", *line, "--mode", "heat"
        )


def test_a_unit_that_does_not_confirm():
    """Coil 20 of plain registers is 0: the adapter says that its unit is silent."""
    with over_tcp(plain_registers()) as port:
        line = ["--tcp", f"127.0.0.1:{port}", "--address", DEVICE]
        done = told(splitstat("unit", "read", NAME, *line), 0)
        assert "unit_silent" in done.stdout


def test_a_refused_setting_is_shown():
    """The map says 16 to 30, this adapter takes 17 at the least."""
    with serial_unit(NAME) as (device, _):
        gateway: Any = device.gateways[1]
        gateway.low = 17
        words = ["--mode", "heat", "--setpoint", 16]
        done = told(splitstat("unit", "set", NAME, "--port", device.path, *words), 1)
        assert "refused, exception 3" in done.stdout and "not confirm" in done.stderr


def test_scan_finds_the_address_and_the_map():
    with serial_unit("onokom.gr_3", 5) as (device, _):
        done = splitstat("unit", "scan", "--port", device.path, "--addresses", "3-6", "--json")
        (found,) = json.loads(told(done, 0).stdout)["devices"]
        assert found["address"] == 5
        best = [one["unit"] for one in found["fits"] if one["known"] == found["fits"][0]["known"]]
        assert "onokom.gr_3" in best and all(name.startswith("onokom") for name in best)
        assert 0 < 2 * len(best) < len(found["fits"])
        done = told(splitstat("unit", "scan", "--port", device.path, "--addresses", "6-7"), 1)
        assert "nobody answers at 9600 baud" in done.stderr


def test_watch_says_what_changes():
    with serial_unit(NAME) as (device, _):
        words = ["--every", 0.2, "--count", 3]
        done = told(splitstat("unit", "watch", NAME, "--port", device.path, *words), 0)
        assert done.stdout.count("\n") == 1 and "mode off" in done.stdout
        done = told(splitstat("unit", "watch", NAME, "--port", device.path, *words, "--json"), 0)
        assert [json.loads(text)["mode"] for text in done.stdout.splitlines()] == ["off"] * 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--setpoint", 31, "--mode", "heat"], "16 to 30 degC in steps of 0.5"),
        (["--setpoint", 15.5, "--mode", "heat"], "16 to 30 degC in steps of 0.5"),
        (["--setpoint", 21.3, "--mode", "heat"], "16 to 30 degC in steps of 0.5"),
        (["--setpoint", "nan", "--mode", "heat"], "16 to 30 degC"),
        (["--mode", "warm"], "allowed: off, heat, cool, dry, fan_only"),
        (["--fan", "turbo"], "allowed: auto, quiet, low, medium_low, medium"),
        (["--swing", "left"], "allowed: auto, highest"),
        (["--room", 60], "allowed: -30 to 50 degC"),
        ([], "nothing to set"),
    ],
)
def test_what_the_unit_has_not_is_refused_before_anything_is_sent(words, said):
    assert said in refusal("set", NAME, "--tcp", "127.0.0.1:1", *words)


def test_no_such_unit_and_no_such_line():
    tcp = ["--tcp", "127.0.0.1:1"]
    assert "onokom.gree" in refusal("read", "onokom.gre", *tcp)
    assert "infra-red" in refusal("read", "gree.yaw1f", *tcp)
    assert "--port" in refusal("read", NAME)
    assert "HOST:PORT" in refusal("read", NAME, "--tcp", "gateway")
    assert "refuses the connection" in refusal("read", NAME, *tcp)
    assert "within 1-247" in refusal("scan", *tcp, "--addresses", "0-9")
    assert "takes no room temperature" in refusal("set", "lg_pdrycb500", *tcp, "--room", 20)


def test_a_wrong_address():
    with serial_unit(NAME, 7) as (device, _):
        said = refusal("read", NAME, "--port", device.path, "--address", 6)
        assert "no answer" in said and "check --address" in said and "A and B" in said
    with over_tcp(plain_registers()) as port:
        said = refusal("read", NAME, "--tcp", f"127.0.0.1:{port}", "--address", DEVICE + 1)
        assert "exception 4" in said and "check --address" in said


@pytest.mark.parametrize("baud", [19200, 4800])
def test_a_wrong_baud_rate(baud):
    with serial_unit(NAME, baud=baud) as (device, _):
        said = refusal("read", NAME, "--port", device.path)
        assert "wrong baud rate or parity" in said and f"--baud {baud} --parity none" in said


def test_garbage_on_the_line():
    with serial_unit(NAME, baud=1200, babbles=True) as (device, _):
        said = refusal("read", NAME, "--port", device.path)
        assert "not understandably" in said and "baud rate and parity" in said


def test_a_busy_port():
    with serial_unit(NAME) as (device, _), serial.Serial(device.path, exclusive=True):
        said = refusal("read", NAME, "--port", device.path)
        assert "is in use" in said and "close the other program" in said


def test_an_adapter_that_is_not_plugged_in(tmp_path):
    said = refusal("read", NAME, "--port", tmp_path / "ttyUSB9")
    assert "is the adapter plugged in?" in said


def test_an_adapter_that_is_pulled_out():
    with serial_unit(NAME) as (device, _):
        words = ["unit", "watch", NAME, "--port", device.path, "--every", "0.2"]
        process = subprocess.Popen(
            [sys.executable, "-c", ENTRY, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None and "mode off" in process.stdout.readline()
        device.unplug()
        _, said = process.communicate(timeout=60)
        assert process.returncode == 2 and said.count("\n") == 1
        assert "unplugged" in said and "check the USB plug" in said


def test_without_pyserial(tmp_path):
    (tmp_path / "serial.py").write_text("raise ImportError('serial')\n")
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ENTRY}"
    done = subprocess.run(
        [sys.executable, "-c", script, "unit", "read", NAME, "--port", "/dev/ttyUSB0"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and 'pip install "splitstat[board]"' in done.stderr

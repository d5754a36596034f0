"""A virtual board under the real mpremote: its prompt, its disk, its storage, its watchdog."""

import subprocess
import sys
import time

import pytest

from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_virtual import VirtualBoard

HOME = REPOSITORY / "host_sim/homes/flat.toml"

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(scope="module")
def bare():
    """A board with an empty file system at its prompt."""
    with VirtualBoard(HOME, tree=False, http=18200) as board:
        board.start()
        board.wait(lambda: ">>> " in board.console, 20, "the prompt")
        yield board


def mpremote(board, *words, fails=False):
    done = subprocess.run(
        [sys.executable, "-m", "mpremote", "connect", f"port:{board.port}", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


def test_files_go_both_ways_and_stay(bare, tmp_path):
    data = bytes(range(256)) * 20
    tree = tmp_path / "tree"
    (tree / "deep").mkdir(parents=True)
    (tree / "deep" / "numbers.bin").write_bytes(data)
    mpremote(bare, "cp", "-r", tree, ":")
    assert "5120" in mpremote(bare, "ls", ":tree/deep")
    mpremote(bare, "soft-reset")
    back = tmp_path / "back.bin"
    mpremote(bare, "cp", ":tree/deep/numbers.bin", back)
    assert back.read_bytes() == data


def test_a_cut_takes_what_was_not_committed_and_nothing_else(bare):
    keep = (
        "import esp32; n = esp32.NVS('t'); n.set_i32('kept', 7); n.commit(); n.set_i32('lost', 8)"
    )
    mpremote(bare, "resume", "exec", keep + "; f = open('file', 'w'); f.write('still'); f.close()")
    bare.cut_power()
    starts = bare.state.starts
    bare.start()
    bare.wait(lambda: bare.state.starts > starts, 20, "the next start")
    assert mpremote(bare, "cat", ":file") == "still"
    ask = "import esp32; n = esp32.NVS('t'); print(n.get_i32('kept'))"
    assert mpremote(bare, "resume", "exec", ask).strip() == "7"
    mpremote(bare, "resume", "exec", "n.get_i32('lost')", fails=True)


def test_the_watchdog_restarts_a_board_that_hangs(bare):
    starts = bare.state.starts
    mpremote(bare, "resume", "exec", "--no-follow", "import machine; machine.WDT(timeout=500)")
    bare.wait(lambda: bare.state.starts > starts, 20, "the next start")
    time.sleep(0.5)
    cause = "import machine; print(machine.reset_cause() == machine.WDT_RESET)"
    assert mpremote(bare, "resume", "exec", cause).strip() == "True"


def test_a_flash_write_while_a_lamp_sends_is_told(bare):
    send = (
        "import esp32, machine; r = esp32.RMT(0, pin=machine.Pin(25), clock_div=80,"
        " tx_carrier=(38000, 33, True)); open('quiet', 'w').write('x')"
    )
    mpremote(bare, "resume", "exec", send)
    assert bare.violations == []
    mpremote(bare, "resume", "exec", "r.write_pulses([30000] * 40); open('f', 'w').write('x')")
    assert bare.violations
    bare.violations.clear()


def test_a_sensor_answers_over_its_registers(bare):
    ask = (
        "import machine, time; i = machine.I2C(0, sda=machine.Pin(21), scl=machine.Pin(22));"
        " i.writeto(0x44, b'\\xfd'); time.sleep_ms(20); d = i.readfrom(0x44, 6);"
        " print(-45 + 175 * (d[0] * 256 + d[1]) / 65535)"
    )
    assert float(mpremote(bare, "resume", "exec", ask)) == pytest.approx(
        bare.rooms["bedroom"], abs=0.5
    )
    nobody = (
        "import machine; machine.I2C(0, sda=machine.Pin(21), scl=machine.Pin(22)).writeto(9, b'')"
    )
    mpremote(bare, "resume", "exec", nobody, fails=True)

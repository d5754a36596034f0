"""Every command in a block of README and CONTRIBUTING, typed as it stands there: those for a board
go to a virtual one. A new command needs its place here."""

import re
import signal
import subprocess
import sys
import time

import pytest

from board_homes import HEALTHY
from command import ENTRY, splitstat
from page_boards import free_port
from source_files import REPOSITORY
from splitstat_cli import home_file, secrets_file, vms
from splitstat_cli.board_virtual import VirtualBoard

README, CONTRIBUTING = (
    (REPOSITORY / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")
)
STARTS = r"(?:splitstat|make|python|\.venv/bin/python|pip|esptool|mpremote|openssl)\b"
DEVICE = "/dev/ttyUSB0"
TOML = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
# What a test elsewhere types, and what nobody can without the thing itself.
ELSEWHERE = {
    "make demo": ".ci/run",
    "splitstat sim house.toml": "test_readme.py",
    "splitstat board sim host_sim/homes/flat.toml": "test_readme.py",
    "splitstat board sim host_sim/homes/flat.toml --empty": "test_readme.py",
    "splitstat sim house.toml --scenario host_sim/scenarios/winter_cold.toml --junit budgets.xml":
        "test_readme.py",
    "splitstat bench firmware": "test_bench_firmware.py",
}  # fmt: skip
WANT_A_CHIP = {"pip install esptool", "esptool --port /dev/ttyUSB0 erase_flash"}
WANT_A_CHIP |= {
    f"esptool --port {DEVICE} --baud 460800 write_flash 0x1000 ESP32_GENERIC-20260101-v1.29.0.bin"
}
BOARD = [
    "splitstat check house.toml",
    f"splitstat deploy house.toml --port {DEVICE}",
    f"splitstat board logs --port {DEVICE}",
]
FIRST_RUN = f"splitstat deploy --first-run esp32_devkitc --port {DEVICE}"
DESK = [
    "python -m splitstat_cli.heap control.types control.zone",
    "python -m splitstat_cli.long_names HOME.toml [BOARD] < what-it-printed.txt",
    ".venv/bin/python -m pytest tests/host/test_portable.py -k zone",
]
no_vm = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def commands(text: str) -> set[str]:
    """Of all blocks, whatever they are fenced with; without what is said beside them."""
    text = text.split("### Infra-red: a walk\n")[0] + text.partition("### Modbus\n")[2]
    found = re.findall(rf"^(?: {{4}})?({STARTS} .*)$", text, re.MULTILINE)
    return {re.split(r"\s+#|\s{3,}", line)[0].strip() for line in found}


def test_every_command_has_its_place():
    """The walk of CONTRIBUTING has a test of its own, test_walk.py."""
    known = {*ELSEWHERE, *WANT_A_CHIP, *BOARD, FIRST_RUN, *DESK}
    assert commands(README) | commands(CONTRIBUTING) == known
    for place in ELSEWHERE.values():
        folder = REPOSITORY if "/" in place else REPOSITORY / "tests/host"
        assert (folder / place).exists()


@pytest.mark.parametrize("home", [body for body in TOML if "[[room]]" in body])
def test_the_homes_are_some(home, tmp_path):
    (tmp_path / "house.toml").write_text(home, encoding="utf-8")
    assert splitstat("check", tmp_path / "house.toml").returncode == 0


def test_the_keys_of_a_blaster_go_to_a_room(tmp_path):
    [keys] = [body for body in TOML if "blaster" in body]
    home = re.sub(r"^pin = .*\n", keys, TOML[0], flags=re.MULTILINE)
    (tmp_path / "house.toml").write_text(home, encoding="utf-8")
    compiled = home_file.load(tmp_path / "house.toml").compiled
    assert compiled["rooms"][0]["blaster"] == ["tasmota", "bedroom_ir"]


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """README's home and secrets in a folder, and a board with nothing but MicroPython."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "house.toml").write_text(TOML[0], encoding="utf-8")
    [secrets] = [body for body in TOML if body.startswith("[wifi]")]
    (folder / secrets_file.NAME).write_text(secrets, encoding="utf-8")
    path = folder / "house.toml"
    with VirtualBoard(path, tree=False, speed=5, http=free_port()) as made:
        made.start()
        made.wait(lambda: ">>> " in made.console, 30, "the prompt")
        yield made


@no_vm
@pytest.mark.parametrize("line", BOARD[:2])
def test_onto_a_board(line, board, monkeypatch):
    monkeypatch.chdir(board.about.path.parent)
    done = splitstat(*line.replace(DEVICE, board.port).split()[1:])
    assert done.returncode == 0, done.stdout + done.stderr


@no_vm
def test_its_console(board):
    """Until Ctrl-C."""
    words = BOARD[2].replace(DEVICE, board.port).split()[1:]
    process = subprocess.Popen(
        [sys.executable, "-c", ENTRY, *words], stdout=subprocess.PIPE, text=True,
        # Who runs the tests behind a shell's "&" has it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdout is not None
    end = time.monotonic() + 60
    seen = ""
    while HEALTHY not in seen and time.monotonic() < end:
        seen += process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert "the page's token is" in seen and HEALTHY in seen


@no_vm
@pytest.mark.slow
def test_a_board_without_a_home(board):
    done = splitstat(*FIRST_RUN.replace(DEVICE, board.port).split()[1:], timeout_s=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "token" in done.stdout


@pytest.mark.parametrize("line", DESK)
def test_at_the_desk(line, tmp_path):
    words = line.partition(" < ")[0].replace("[BOARD]", "").split()[1:]
    words = [
        str(REPOSITORY / "host_sim/homes/flat.toml") if w == "HOME.toml" else w for w in words
    ]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=REPOSITORY, capture_output=True, text=True, input='File "a0", line 1, in a\n',
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout

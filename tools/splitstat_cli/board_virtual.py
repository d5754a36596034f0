"""Virtual boards: the deployed application on a MicroPython VM in the simulated home.

with VirtualHome(path, speed=60) as home:          # or VirtualBoard(path) for one board
    board = home.boards["board"]
    board.start()
    home.frames      what the simulated units understood, oldest first (lamp.Frame)
    home.rooms       true air temperature of each room in degC, by name
"""

import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from host_sim.plant.building import HOME_KEYS
from host_sim.plant.weather import load_weather
from host_sim.virtual_board import machine_disk
from host_sim.virtual_board.board_state import PWRON, BoardState
from host_sim.virtual_board.board_wires import BoardWires
from host_sim.virtual_board.datagrams import NAME_SERVER, TIME_SERVER, NameServer, TimeServer
from host_sim.virtual_board.home_plant import STEP_S, HomePlant
from host_sim.virtual_board.home_server import HomeServer
from host_sim.virtual_board.vm_process import ON_VM, VmProcess
from host_sim.world import World
from splitstat_cli import board_files, home_file, mpy

# In KiB, for the application; test_virtual_board_heap.py knows what is enough.
HEAP_KIB = 560
# On top: what simulated peripherals and asyncio take of an empty board, which are in C and in
# flash on an ESP32; measured by the same test.
PERIPHERALS_KIB = 52
WIFI = {"ssid": "home", "password": "password"}


class VirtualHome:
    """path: of a home file. speed: 1 is real time. folder: where disks and NVS live on (a
    temporary one where left out). start_c: air of every room at the start. http: TCP port of the
    page, the same for every board (each has an address of its own on the loopback). mqtt:
    (host, port) of a broker. secrets: of secrets.json, beyond those. first_run: the boards know
    neither home nor Wi-Fi; lamp, receiver and sensors hang where the kits have them. weather: in
    place of the home's."""

    def __init__(
        self, path, speed=1.0, folder=None, day=10, days=366, seed=1, start_c=None, http=8080,
        mqtt=None, scenario=None, tree=True, secrets=None, heap_kib=HEAP_KIB, first_run=False,
        weather=None,
    ):  # fmt: skip
        self.about = home_file.load_for_board(path)
        about = self.about
        if start_c is not None:
            spaces = [{**space, "start_c": start_c} for space in about.spaces]
            about = replace(about, spaces=spaces)
        weather = weather or load_weather(about.building.get("weather", HOME_KEYS["weather"][4]))
        world = World(
            about, weather, start_day=day, days=days, seed=seed, scenario=scenario, step_s=STEP_S
        )
        self.temporary = folder is None
        self.folder = Path(tempfile.mkdtemp(prefix="board-") if folder is None else folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.plant = HomePlant(world)
        wire = Path(tempfile.mkdtemp(prefix="wire-")) / "home"
        self.modules = mpy.compile_package(ON_VM, wire.parent)
        self.server = HomeServer(wire, self.plant, speed)
        self.names = NameServer(self.server)
        self.time = TimeServer(self.server, self.plant.unix_s)
        known = {} if first_run else {"wifi": WIFI}
        self.secrets = {**known, "port": http, **(secrets or {})}
        self.first_run = first_run
        if mqtt is not None:
            self.secrets["mqtt"] = {"host": mqtt[0], "port": mqtt[1]}
        self.http = http
        self.heap_kib = heap_kib
        self.tree = tree
        self.chip_faults: dict = {}
        self.boards = {name: Board(self, name, n) for n, name in enumerate(about.by_board)}

    def __enter__(self):
        self.server.start()
        return self

    def __exit__(self, *why):
        self.close()

    def close(self):
        """Ends every child."""
        for board in self.boards.values():
            board.vm.close()
            for link in board.links:
                link.unlink(missing_ok=True)
        self.server.close()
        shutil.rmtree(self.server.path.parent, ignore_errors=True)
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def frames(self) -> list:
        return self.plant.frames

    @property
    def rooms(self) -> dict:
        names = [room["name"] for room in self.about.compiled["rooms"]]
        return dict(zip(names, self.plant.plant.air_c, strict=False))

    @property
    def now_s(self) -> float:
        """Seconds of the run."""
        return self.server.do(lambda: self.plant.now_s)

    def press(self, room: str, command):
        """A person gives the unit of a room a UnitCommand with its handset."""
        self.server.do(lambda: self.plant.press(room, command))

    def wait(self, condition, timeout_s: float, what: str = "it"):
        """Until condition() is true, by the wall's clock. Raises TimeoutError."""
        until = time.monotonic() + timeout_s
        while not (found := condition()):
            if self.server.failure is not None:
                raise RuntimeError("the simulated home has failed") from self.server.failure
            if time.monotonic() > until:
                raise TimeoutError(f"{what} did not come in {timeout_s} s")
            time.sleep(0.02)
        return found


class Board:
    """One board of a VirtualHome. disk: the file of its flash. vm: host_sim's VmProcess."""

    def __init__(self, home: VirtualHome, name: str, number: int):
        self.home = home
        self.name = name
        self.kind = home.about.boards[name]
        label = name or "board"
        self.label = label
        folder = home.folder / label
        folder.mkdir(exist_ok=True)
        self.disk = folder / "flash.bin"
        if not self.disk.exists():
            machine_disk.blank(self.disk)
            if home.tree:
                self.install()
        self.links: list[Path] = []
        self.address = f"127.0.0.{number + 1}"
        self.wires = BoardWires()
        facts = board_files.board(self.kind)
        home.plant.hang(self.wires, name, facts.buses, facts.i2c, home.chip_faults)
        if home.first_run:
            home.plant.hang_receiver(self.wires, name, facts.receiver_pin)
        config = {
            "address": self.address,
            "blocks": machine_disk.BLOCKS,
            "ports": self._ports(),
            "neighbours": [f"127.0.0.{n + 1}" for n in range(len(home.about.by_board))],
            "port_shift": 97 * home.http,
            "i2s_swapped": False,
        }
        self.state = BoardState(
            home.server, label, number, self.wires, folder / "nvs.json", config, self._restart
        )
        home.server.boards[label] = self.state
        self.vm = VmProcess(
            label,
            home.server.path,
            self.disk,
            home.heap_kib + PERIPHERALS_KIB,
            folder / "tty",
            self._stopped,
            home.modules,
        )

    def _ports(self) -> dict:
        """Where the board's own ports, and those of the simulated network, really are."""
        home = self.home
        ports = {
            "0.0.0.0:80": [self.address, home.http],
            f"{NAME_SERVER}:53": ["127.0.0.1", home.names.port],
            f"{TIME_SERVER}:123": ["127.0.0.1", home.time.port],
        }
        for number in range(1, len(self.home.about.by_board) + 1):
            ports[f"127.0.0.{number}:80"] = [f"127.0.0.{number}", self.home.http]
        return ports

    def install(self):
        """Puts what a board gets by `splitstat deploy` onto its disk, as far as it is missing."""
        from splitstat_cli import board_disk

        home = self.home
        board_disk.install(self.disk, home.about, self.name, home.secrets, home.first_run)

    @property
    def port(self) -> str:
        """The terminal: for `mpremote connect port:...`."""
        return str(self.vm.link)

    @property
    def page(self) -> str:
        """Address of the page."""
        return f"http://{self.address}:{self.home.http}"

    @property
    def console(self) -> str:
        """All that the board printed, the newest 200 kB."""
        return bytes(self.vm.console).decode("utf-8", "replace")

    @property
    def violations(self) -> list:
        """What the hardware would not have stood: a flash write while a lamp sends."""
        return self.state.violations

    @property
    def lookups(self) -> list:
        """Names that were looked up by the blocking getaddrinfo."""
        return self.state.lookups

    def start(self):
        """Switches the power on."""
        self.vm.power_on()

    def link(self, path: Path):
        """Another name for the terminal; gone when the home is closed."""
        path.unlink(missing_ok=True)
        path.symlink_to(self.vm.terminal)
        self.links.append(path)

    def cut_power(self):
        """Pulls the plug, at whatever moment this is. start() plugs it in again."""
        self.home.server.do(lambda: self.state.stop(PWRON))
        self.vm.power_off()

    def _restart(self, cause: int):
        """From the server's thread: a reset of the chip."""
        self.state.stop(cause)
        self.vm.kill(cause)

    def _stopped(self, cause):
        """From the terminal's thread, before the VM starts again; None after a soft reset."""
        if cause is None:
            self.home.server.do(lambda: self.state.soft_reset())


class VirtualBoard(VirtualHome):
    """A home with one board, which answers for itself: start(), cut_power(), page, port, console
    and all that a VirtualHome has. With board=NAME that one of several."""

    def __init__(self, home, board=None, **more):
        super().__init__(home, **more)
        self.board = self.boards[board] if board is not None else next(iter(self.boards.values()))

    def __getattr__(self, name):
        return getattr(self.__dict__["board"], name)

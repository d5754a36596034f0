"""The README says only what is so: its paths exist, its commands run, its home file is one."""

import json
import re
from typing import Any

import pytest
import typer

from command import splitstat
from source_files import REPOSITORY
from splitstat_cli import home_file, secrets_file
from splitstat_cli.main import app
from splitstat_cli.readme_table import MARKED, block

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
SPANS = re.findall(r"`([^`\n]+)`", README)
LINES = re.findall(r"^    (splitstat .*?)(?:\s+#.*)?$", README, re.MULTILINE)
FENCED = re.findall(r"^(splitstat .*)$", README, re.MULTILINE)  # they want a board
COMMANDS = [text for text in SPANS + LINES + FENCED if text.startswith("splitstat ")]
SNIPPET = re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1]


def subcommands() -> set[str]:
    """"sim", "bench firmware" and so on, from the command itself."""
    names = set()
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        names |= {f"{name} {one}" for one in inner} if inner else {name}
    return names


def documented() -> set[str]:
    rows = re.findall(r"^\| `splitstat ([a-z]+(?: [a-z]+)?)", README, re.MULTILINE)
    return set(rows)


def test_every_subcommand_is_documented_and_no_other():
    assert documented() == subcommands()


def test_every_path_exists():
    paths = {
        text
        for text in SPANS
        if re.fullmatch(r"[\w./-]+", text) and ("/" in text or text.endswith((".md", ".py")))
    }
    paths -= {"out/report.html", ".venv/bin/splitstat"}  # made by the commands beside them
    assert len(paths) > 15
    assert [path for path in sorted(paths) if not (REPOSITORY / path).exists()] == []


def test_every_folder_of_the_map_exists():
    start = README.index("## The map")
    section = README[start : README.index("\n## ", start + 5)]
    folders, parent = [], ""
    lines = re.findall(r"^( {4,6})([\w/]+/(?: {1,2}[\w/]+/)*)", section, re.MULTILINE)
    for indent, names in lines:
        for name in names.split():
            if len(indent) == 4:
                parent = name
            folders.append(name if len(indent) == 4 else parent + name)
    assert len(folders) >= 12
    assert [name for name in folders if not (REPOSITORY / name).is_dir()] == []


def test_commands_name_subcommands_and_options_that_are_there():
    assert len(COMMANDS) > 10
    group: Any = typer.main.get_command(app)
    for text in COMMANDS:
        words = text.split("|")[0].split()[1:]
        command = group.commands[words.pop(0)]
        if getattr(command, "commands", None):
            command = command.commands[words.pop(0)]
        known = {option for one in command.params for option in one.opts}
        assert {word for word in words if word.startswith("--")} <= known, text


def test_the_secrets_are_some(tmp_path):
    path = tmp_path / secrets_file.NAME
    path.write_text(re.search(r"```toml\n(\[wifi\]\n.*?)```", README, re.DOTALL)[1])
    assert secrets_file.load(None, tmp_path / "house.toml")["wifi"]["ssid"] == "home"


def test_the_home_file_is_one(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(SNIPPET, encoding="utf-8")
    home = home_file.load(path)
    assert home.compiled["rooms"][0]["heat_cdeg"] == 1900
    assert len([line for line in SNIPPET.splitlines() if line]) <= 22


@pytest.mark.parametrize("line", LINES)
def test_the_lines_to_type_run(line, tmp_path, monkeypatch):
    (tmp_path / "house.toml").write_text(SNIPPET, encoding="utf-8")
    (tmp_path / "host_sim").symlink_to(REPOSITORY / "host_sim")
    monkeypatch.chdir(tmp_path)
    days = "0.0002" if line.startswith("splitstat board sim") else "1"  # it runs in real time
    done = splitstat(*line.split()[1:], "--days", days)
    # The scenario is made for another home: its budgets may be missed here, but it must run.
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


def made_up(way, season, cop):
    return {
        "way": way, "season": season, "doors": "shut", "days": 28, "kwh_electric": 100.4,
        "cop": cop, "catalogue_cop": 4.0, "comfortable_share": 0.5, "mould_hours": 3.0,
        "kwh_per_comfortable_room_hour": 0.2, "kwh_direct_electric": 300.0,
    }  # fmt: skip


def test_the_table_is_written_from_rows():
    rows = [made_up("room by room", "winter", 3.456), made_up("air conditioner", "winter", None)]
    text = block(rows, "2030-01-02")
    assert "| room by room | 100 | 3.5 | 50 % | 200 | 3 | 300 kWh |" in text
    assert "| air conditioner | 100 | – |" in text
    assert "346 % in winter (catalogue: 400 %)" in text
    assert "A run of 2030-01-02, 28 days a season." in text


def figures(text):
    return [line for line in text.splitlines() if line.startswith(("|", "“"))]


@pytest.mark.slow
def test_the_figures_are_those_of_a_run(tmp_path):
    done = splitstat("demo", "--json", "--out", tmp_path, timeout_s=600)
    fresh = block(json.loads(done.stdout)["rows"], "")
    assert figures(MARKED.search(README)[0]) == figures(fresh)

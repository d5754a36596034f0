"""Rules that a machine can keep: short files, telling names, no machine's own paths."""

import re
import subprocess

from source_files import REPOSITORY, place, python_files

LONGEST_FILE = 250
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
SOURCES = ("firmware", "host_sim", "tools", "boards")
# Folders that exist on one engineer's machine only; in a committed file they are a mistake.
PRIVATE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/\w")
# uv.lock and package-lock.json must work on any machine: the public registry or no host at all.
HOST = re.compile(r"https?://([^/\s\"']+)")


def committed() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.split("\0") if name and (REPOSITORY / name).exists()]


def test_no_source_is_ignored():
    """A pattern in .gitignore that takes a source file away takes it from the wheel too."""
    ignored = subprocess.run(
        ["git", "ls-files", "--others", "--ignored", "--exclude-standard", *SOURCES, "tests"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    derived = ("__pycache__", "node_modules", ".hypothesis", ".pytest_cache")
    assert [name for name in ignored if not any(part in name for part in derived)] == []


def test_no_file_is_too_long():
    lines = {
        place(path): len(path.read_text("utf-8").splitlines()) for path in python_files(*SOURCES)
    }
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_every_file_is_named_after_its_thing():
    wrong = [
        place(path)
        for path in python_files(*SOURCES, "tests/host", "tests/portable")
        if EMPTY_NAMES & {path.stem, *path.relative_to(REPOSITORY).parent.parts}
    ]
    assert wrong == []


def test_no_private_path_is_committed():
    wrong = []
    for name in committed():
        try:
            text = (REPOSITORY / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        wrong += [f"{name}: {found.group()}" for found in PRIVATE_PATH.finditer(text)]
    assert wrong == []


def test_lock_files_name_public_hosts_only():
    python = set(HOST.findall((REPOSITORY / "uv.lock").read_text("utf-8")))
    assert python <= {"pypi.org", "files.pythonhosted.org"}
    node = (REPOSITORY / "tests/node/package-lock.json").read_text("utf-8")
    assert HOST.findall(node) == [] and '"integrity": "sha512-' in node

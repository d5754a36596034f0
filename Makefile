# Everything starts from Python 3.11 or later, git and make; the rest is fetched with pinned hashes.
#
#     make demo        sets up what it takes to run, then shows the simulated home
#     make compiled    the simulator in C, for this machine: twice as fast
#     make check       lint, types, portable tests on every VM: under a minute once set up
#     make test        all behaviour, what CI runs
#     make test-full   the long counts too, hours allowed

PYTHON ?= python3
UV_VERSION := 0.13.9
UV ?= .cache/uv-$(UV_VERSION)/bin/uv

JOBS ?= auto
export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON := $(PYTHON)

RUN := .venv/bin/python
PYRIGHT = "$$($(RUN) -m splitstat_cli.nodejs --which)" tests/node/node_modules/pyright/index.js
SAY := @printf '==> %s\n'

.PHONY: help demo compiled check lint types types-of-host types-of-firmware portable test test-full vms \
	setup debian energyplus home-assistant clean
help:
	@sed -n '3,7s/^# *//p' Makefile

demo: .venv/.ready-demo
	.venv/bin/splitstat demo

check: setup
	@$(MAKE) --no-print-directory -j2 -Otarget lint types-of-host types-of-firmware portable

# Of today's files alone: after a change it is made anew, or the simulator runs as plain Python.
compiled: .venv/.ready-speed
	@$(RUN) -m host_sim.native.build

.venv/.ready-speed: uv.lock .venv/.ready-dev
	$(SAY) "Cython, from PyPI"
	@$(UV) sync --locked --inexact --group speed
	@touch $@

lint:
	$(SAY) "ruff"
	@.venv/bin/ruff check

types: types-of-host types-of-firmware

types-of-host:
	$(SAY) "pyright, host code"
	@$(PYRIGHT) --pythonpath $(RUN)

types-of-firmware:
	$(SAY) "pyright, firmware with the ESP32 stubs"
	@$(PYRIGHT) -p tests/pyright_firmware.json

portable:
	$(SAY) "portable tests on three VMs, import directions, no floats"
	@$(RUN) -m pytest -q -n $(JOBS) tests/host/test_portable.py tests/host/test_layering.py \
		tests/host/test_no_floats.py tests/host/test_house_rules.py tests/host/test_portability.py

# Its signs of life are a second apart: it wants a machine that is not busy.
ALONE := tests/host/test_home_assistant.py tests/host/test_board_end_to_end.py

test: setup debian energyplus home-assistant lint types
	$(SAY) "tests"
	@$(RUN) -m pytest -n $(JOBS) --dist loadgroup -m "not slow" --durations=15 $(ALONE:%=--ignore=%)
	$(SAY) "tests against the clock of a real Home Assistant, alone"
	@$(RUN) -m pytest -m "not slow" $(ALONE)

test-full: setup debian energyplus home-assistant .venv/.ready-speed lint types
	$(SAY) "tests with the long counts"
	@$(RUN) -m pytest -n $(JOBS) --dist loadgroup --timeout 0 --durations=15 $(ALONE:%=--ignore=%)
	@$(RUN) -m pytest --timeout 0 $(ALONE)

setup: vms .cache/stubs/.ready

vms: .venv/.ready-dev tests/node/node_modules/.ready

.cache/uv-$(UV_VERSION)/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Splitstat needs Python 3.11 or later; name one with PYTHON=")'
	$(SAY) "uv $(UV_VERSION)"
	@$(PYTHON) -m venv .cache/uv-$(UV_VERSION) || { echo "no venv module: on Debian, apt-get install python3-venv"; exit 1; }
	@.cache/uv-$(UV_VERSION)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.ready-demo: uv.lock $(filter .cache/%,$(UV))
	$(SAY) "what the simulator runs on, from uv.lock"
	@$(UV) sync --locked --inexact --no-default-groups
	@touch $@

.venv/.ready-dev: uv.lock $(filter .cache/%,$(UV))
	$(SAY) "the development tools, from uv.lock"
	@$(UV) sync --locked --inexact
	@touch $@ .venv/.ready-demo

# A broker, a browser, serial pipes and a second Modbus reader: real peers for the tests.
DEBIAN := mosquitto chromium socat mbpoll

debian: .cache/debian/.ready

.cache/debian/.ready:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "==> $(DEBIAN), from Debian"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
			apt-get install -qq -y --no-install-recommends $(DEBIAN) >/dev/null \
			&& mkdir -p $(@D) && touch $@; \
	else \
		for each in $(DEBIAN); do command -v $$each >/dev/null || [ -x /usr/sbin/$$each ] \
			|| echo "==> without $$each (not root, or not Debian): its tests are skipped"; done; \
	fi

# The plant that others wrote: the simulated rooms are compared with it.
energyplus: .venv/.ready-energyplus

.venv/.ready-energyplus: uv.lock .venv/.ready-dev
	$(SAY) "EnergyPlus, from PyPI"
	@$(UV) sync --locked --inexact --group energyplus
	@touch $@

# Home Assistant 2024.3.3, in an environment of its own: it runs on Python 3.11 and 3.12 only.
home-assistant: .cache/home_assistant/.ready

.cache/home_assistant/.ready: tests/home_assistant/requirements.txt .venv/.ready-dev
	@if $(RUN) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))'; then \
		echo "==> Home Assistant, into an environment of its own" \
		&& $(UV) venv --quiet --clear --python $(RUN) $(@D) \
		&& $(UV) pip install --quiet --python $(@D)/bin/python --require-hashes \
			--build-constraints $< -r $< && touch $@; \
	else \
		echo "==> without Home Assistant 2024.3.3 (Python 3.11 or 3.12 only): its tests are skipped"; \
	fi

# The 32-bit VM and pyright come from npm; Node from PyPI where the machine has none.
tests/node/node_modules/.ready: tests/node/package-lock.json .venv/.ready-dev
	@$(RUN) -m splitstat_cli.nodejs --version >/dev/null 2>&1 || { \
		echo "==> Node, from PyPI"; $(UV) sync --locked --inexact --group node; }
	$(SAY) "the 32-bit MicroPython VM and pyright, from package-lock.json"
	@cd tests/node && ../../$(RUN) -m splitstat_cli.nodejs ci --ignore-scripts --loglevel error
	@touch $@

.cache/stubs/.ready: tests/stubs.txt .venv/.ready-dev
	$(SAY) "the ESP32 stubs, into a folder of their own"
	@rm -rf .cache/stubs
	@$(UV) pip install --quiet --python $(RUN) --require-hashes --target .cache/stubs -r tests/stubs.txt
	@touch $@

clean:
	rm -rf .venv .cache tests/node/node_modules dist .pytest_cache .ruff_cache .hypothesis

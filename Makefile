# The commands of the house. A fresh Debian or Ubuntu with Python (and its venv module), git and make is enough.
.POSIX:
.DEFAULT_GOAL := help
.PHONY: help setup run test test-long fuzz bench screens guide format package lock lint types contracts pytest

# Another interpreter, if python3 is too old: make run PYTHON=python3.13
PYTHON = python3
PY = .venv/bin/python
SECONDS = 600

help:
	@echo "make run        prepares, then opens the window (or makes a demonstration where there is no screen)"
	@echo "make test       prepares, then passes every check"
	@echo "make setup      prepares only"
	@echo "make test-long  the tests with the crash, kill, fuzzing and 20,000-example runs"
	@echo "make fuzz       spoils documents and reads them, for SECONDS=600"
	@echo "make bench      measures; docs/BENCHMARKS.md explains the figures"
	@echo "make screens    draws every page in every state, language, colour and size of screen into build/screens"
	@echo "make guide      takes the pictures of the guide anew, from the window"
	@echo "make format     puts the code in the house's form"
	@echo "make package    builds the program and the Debian package of this machine"
	@echo "make lock       refreshes the locks after a change of dependencies (needs uv; UPGRADE=--upgrade for newer ones)"

setup: .venv/.ready-to-work

# The stamps make a second run start at once: nothing is asked of pip while locks and pyproject stay as they were.
.venv/.ready-to-run: requirements.lock pyproject.toml installer/setup.py
	@$(PYTHON) installer/setup.py requirements.lock
	@touch $@

.venv/.ready-to-work: .venv/.ready-to-run requirements-dev.lock
	@$(PYTHON) installer/setup.py requirements-dev.lock
	@touch $@

run: .venv/.ready-to-run
	@if $(PY) installer/screen.py; then \
		exec $(PY) main.py; \
	else \
		folder=build/demo-$$(date +%Y%m%d-%H%M%S); \
		echo "There is no screen here: instead of the window, a demonstration is made in $$folder."; \
		exec $(PY) main.py demo "$$folder"; \
	fi

# Every check runs, even after one has failed, so that one pass tells everything.
test: .venv/.ready-to-work
	@$(MAKE) --no-print-directory --keep-going lint types contracts pytest

lint: .venv/.ready-to-work
	.venv/bin/ruff check
	.venv/bin/ruff format --check

types: .venv/.ready-to-work
	.venv/bin/mypy

contracts: .venv/.ready-to-work
	.venv/bin/lint-imports

pytest: .venv/.ready-to-work
	$(PY) -m pytest -n 2 -q

test-long: .venv/.ready-to-work
	$(PY) -m pytest -n 2 -q -m "long or not long" --hypothesis-profile=long

fuzz: .venv/.ready-to-work
	$(PY) -m tests.fuzz --seconds $(SECONDS)

bench: .venv/.ready-to-work
	$(PY) -m benchmarks

SCREENS = build/screens
screens: .venv/.ready-to-work
	$(PY) -m tests.ui.screens $(SCREENS)

guide: .venv/.ready-to-work
	$(PY) -m tests.ui.screens docs/guide/pictures --guide

format: .venv/.ready-to-work
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

package: .venv/.ready-to-work
	$(PY) installer/build.py

# Hashes for every platform and no address: a lock that names an index would tie everybody to one place.
UV = uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(UPGRADE)
lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv; name it with UV=… if it is not on the path."; exit 1; }
	$(COMPILE) pyproject.toml --group build -o requirements.lock
	$(COMPILE) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	@! grep -Hn '://' requirements.lock requirements-dev.lock

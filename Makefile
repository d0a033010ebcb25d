# One command runs what CI runs. Python 3.11+ and make are all that is needed: each target makes .venv first.
# Without make (Windows): the same commands stand in CONTRIBUTING.md.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared
WORKERS ?= 2
PACKAGES := commands graph loaders queries viz

.PHONY: help setup demo test lint format docs web score bench lock compose clean links
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# --- the environment ---------------------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "luocdo needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# Installs the packages of a lock file, telling every few seconds how far it is.
define install_locked
	@echo "installing $(1)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(1) & pip=$$!; \
	while kill -0 $$pip 2>/dev/null; do sleep 3; \
	  echo "  $$(ls -d $(VENV)/lib/python3*/site-packages/*.dist-info 2>/dev/null | wc -l)" \
	    "of $$(grep -c '^[a-z].*==' $(1)) packages are in place"; \
	done; wait $$pip
endef

# Stamps are newer than the files they were made from, so a changed lock file is installed at the next target.
$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(call install_locked,requirements.lock)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(call install_locked,requirements-dev.lock)
	@touch $@

# mypy does not follow the mapping of the top-level folders, so it reads them through links.
links:
	@mkdir -p .types/luocdo
	@for name in $(PACKAGES) cli.py py.typed; do ln -sfn ../../$$name .types/luocdo/$$name; done

# --- what one does with it ---------------------------------------------------------------------------------------

setup: $(VENV)/.installed-dev  ## make .venv with everything that development needs

demo: $(VENV)/.installed  ## load the samples and show an answer
	$(BIN)/luocdo demo

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

lint: $(VENV)/.installed-dev links  ## style, format, types, direction of imports, complexity
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	MYPYPATH=.types $(BIN)/mypy -p luocdo
	$(BIN)/lint-imports
	$(BIN)/complexipy

compose: $(VENV)/.installed-dev  ## check docker-compose.yml against the Compose specification (no engine needed)
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	@if command -v docker-compose >/dev/null; then \
	  LUOCDO_NEO4J_PASSWORD=only-for-the-check docker-compose config --quiet && echo "docker-compose config: ok"; \
	elif [ -n "$$CI" ]; then echo "docker-compose is missing" >&2; exit 1; fi

format: $(VENV)/.installed-dev  ## format the sources, sort imports
	$(BIN)/ruff check --fix-only --unsafe-fixes --select I,TC --quiet .
	$(BIN)/ruff format .

docs: $(VENV)/.installed  ## write the pages that the code tells: schema, questions, commands
	$(BIN)/python docs/write_pages.py

web:  ## build what the pages give a browser (needs npm)
	cd viz/web/assets && npm ci --no-audit --no-fund && npm run --silent build

score: $(VENV)/.installed  ## score the reading against the annotated documents in ../shared
	$(BIN)/python bench/score.py --shared $(SHARED)

bench: $(VENV)/.installed-dev  ## measure reading, loading and answering
	$(BIN)/python bench/run.py --shared $(SHARED)
	$(BIN)/python bench/ratios.py --shared $(SHARED)
	$(BIN)/python bench/growth.py
	$(BIN)/python bench/server_ratios.py --shared $(SHARED)

lock: $(VENV)/.installed-dev  ## write the lock files anew (UPGRADE=--upgrade takes newer versions)
	$(BIN)/uv pip compile pyproject.toml --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	  --all-extras --group dev --group neo4j-server -c requirements.lock \
	  --custom-compile-command "make lock" -o requirements-dev.lock

clean:  ## remove the environment and what the tools left behind
	rm -rf $(VENV) .types build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

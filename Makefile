# `make site` and `make test` need nothing but Python 3.11+, git and make: both make the environment they run in.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := tests/browser/node_modules/.ready
BIOME := tests/browser/node_modules/.bin/biome
LIGHTHOUSE := bench/node_modules/.ready
MATERIALX := $(VENV)/materialx/.ready
PORT ?= 8000
FORMAT ?= people

export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check publish-record diff links test test-fast lint format guide catalogues lock dist bench clean

## Build the reference site into site/
site: $(READY)
	$(BIN)/mkdocs build --strict

## Preview the site at http://127.0.0.1:8000 and rebuild it whenever a file is saved
serve: $(READY)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT) --watch data --watch hooks

## Print what is wrong with the record and the pages, without building the site; with `BASE=main`, with the ledger too
check: $(READY)
	$(BIN)/explainer check --strict --format $(FORMAT)
	$(BIN)/explainer publish-record --check $(if $(BASE),--base "$(BASE)")

## Move the ledger of what was published forward, with a change and before its commit
publish-record: $(READY)
	$(BIN)/explainer publish-record

## Print what has changed in the record and the pages since a commit: `make diff BASE=main`
diff: FORMAT = text
diff: $(READY)
	$(BIN)/explainer diff --format $(FORMAT) "$(or $(BASE),HEAD)"

## Look up the addresses of all sources; asks other hosts
links: $(READY)
	$(BIN)/explainer links --format $(FORMAT)

## Run the tests
test: $(READY) $(TOOLS) $(LIGHTHOUSE) $(MATERIALX)
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

## Run the tests that take no browser and no long build, while you work
test-fast: $(READY)
	$(BIN)/pytest --numprocesses auto --dist loadfile -m 'not slow' --ignore tests/browser

## Check style and types
lint: $(READY) $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@test -x $(BIOME) || { echo "The linter of styles and scripts comes with npm: on Debian or Ubuntu, apt-get install npm"; exit 1; }
	$(BIOME) lint --error-on-warnings

## Put the code in its one format
format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## Write the guide's tables and the schemas from the models
guide: $(READY)
	$(BIN)/python -m tests.guide_tables
	$(BIN)/explainer schema --write schemas

## Bring the catalogues of the languages, and the tables in which they are read, up to date with the words in the code
catalogues: $(READY)
	$(BIN)/python -m tests.catalogues

## Make requirements.lock and that of mkdocs-materialx anew from pyproject.toml
lock: COMPILE = $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
lock: $(READY)
	$(COMPILE) --all-extras --output-file requirements.lock pyproject.toml
	$(BIN)/python -m tests.plugins.materialx | $(COMPILE) --output-file tests/plugins/materialx.lock -

## Build the package into dist/: a wheel and the sources
dist: $(READY)
	rm -rf dist build/lib
	$(BIN)/python -m build --no-isolation --outdir dist

## Print the measurements: CONTRIBUTING tells what each says, and how to run one alone
bench: $(READY) $(TOOLS) $(LIGHTHOUSE)
	$(BIN)/python -m bench.dates
	$(BIN)/python -m bench.timeline
	$(BIN)/python -m bench.filters
	$(BIN)/python -m bench.newsroom
	$(BIN)/python -m bench.lighthouse

## Remove all that is made
clean:
	rm -rf $(VENV) tests/browser/node_modules bench/node_modules site build dist hooks/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("explainer needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# mkdocs-materialx installs the same package as Material does, and has an environment of its own.
$(MATERIALX): tests/plugins/materialx.lock pyproject.toml | $(READY)
	test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# What the browser tests and the benches measure the pages with. Without npm those that need it fail, and say how to get it.
$(TOOLS) $(LIGHTHOUSE): %/node_modules/.ready: %/package-lock.json
	if command -v npm >/dev/null; then \
	  npm ci --prefix $* --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; \
	fi

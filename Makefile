# Sets up, builds, tests. Needs a POSIX shell, GNU make 3.81 (macOS has it), and Python 3.11.
#
#   make site PYTHON=/path/to/python3    with a Python of your choice (after make clean)
#   make test ARGS='-k quotes'           with arguments for pytest
#   make lock UPGRADE=1                  to the newest of everything

PYTHON ?=
ARGS ?=
EDITS ?= 300
UPGRADE ?=

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3

# Stamps. The first holds the folder it was made in: an environment does not survive a move.
PLACE := .venv/.place
SITE  := .venv/.site
TEST  := .venv/.test

PIP := .venv/bin/python -m pip --disable-pip-version-check --no-input

# Runs one command, and shows what it printed only if it failed.
quietly = said=$$($(1) 2>&1) || { printf '%s\n' "$$said" >&2; exit 1; }

# Puts uv, which resolves versions, into a folder of its own that is gone at the end.
define fetch_uv
tool=$$(mktemp -d); trap 'rm -rf "$$tool"' EXIT; \
	echo 'Fetching uv, which resolves versions'; \
	$(call quietly,.venv/bin/python -m venv "$$tool"); \
	$(call quietly,"$$tool/bin/python" -m pip --disable-pip-version-check --no-input install uv)
endef

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

site: $(SITE) ## set up what is needed and build the site into output/
	@.venv/bin/backstory build

setup: $(SITE) ## only set up
	@:

serve: $(SITE) ## build, show the site on this computer, and follow every save
	@.venv/bin/backstory serve

test: browser ## set up what the tests need and run them all
	@echo '== ruff check'
	@.venv/bin/ruff check
	@echo '== ruff format'
	@.venv/bin/ruff format --check
	@echo '== mypy'
	@.venv/bin/mypy
	@echo '== import-linter'
	@.venv/bin/lint-imports --no-logo --cache-dir .cache/import-linter
	@echo '== pytest'
	@.venv/bin/pytest -n auto $(ARGS)

screenshots: browser ## take the pictures in docs/screenshots anew
	@.venv/bin/python -m tests.screenshots

fuzz: $(TEST) ## try 100,000 broken files of each format (ARGS='--cases 1000' for fewer)
	@nice -n 19 .venv/bin/python -m tests.fuzz $(ARGS)

bench: browser ## time it against Hugo, Eleventy, MkDocs; write docs/performance.md (BENCH_ROUNDS=9)
	@.venv/bin/python -m bench everything

profile: $(TEST) ## show where a cold build of 1,000 articles spends its time
	@.venv/bin/python -m bench profile

edits: $(TEST) ## 300 random sequences of edits: is each build the one from nothing? (EDITS=1000)
	@BACKSTORY_EDITS=$(EDITS) nice -n 19 .venv/bin/pytest -q tests/incremental/test_any_edits.py $(ARGS)

crash: $(TEST) ## end builds too soon in every way, many times (an hour; as root also full disks)
	@.venv/bin/python -m tests.crash $(ARGS)

reproduce: $(TEST) ## build under many conditions and show that the bytes are the same
	@.venv/bin/python -m tests.reproduce --pythons .cache/pythons $(ARGS)

hostile: browser ## every field with what attackers write, in a real browser (half an hour)
	@.venv/bin/python -m tests.hostile $(ARGS)

pathological: $(TEST) ## 100 kB of everything that readers of Markdown and YAML have been slow on
	@.venv/bin/python -m tests.pathological $(ARGS)

mutants: $(TEST) ## break the guards in every small way and see which ways no test notices (an hour)
	@.venv/bin/python -m tests.mutants $(ARGS)

# One test builds as somebody who may not write: the libraries must be theirs to read.
versions: $(PLACE) ## run the tests that need Python alone with the oldest and the newest libraries
	@set -e; $(fetch_uv); chmod a+rx "$$tool"; \
	uv() { "$$tool/bin/uv" --quiet "$$@"; }; \
	for resolution in lowest-direct highest; do \
	  echo "== $$resolution"; \
	  uv pip compile --no-header --python .venv/bin/python --resolution $$resolution --group build \
	    --output-file "$$tool/$$resolution.txt" pyproject.toml; \
	  uv pip compile --no-header --python .venv/bin/python --constraint "$$tool/$$resolution.txt" \
	    --group build --group test --output-file "$$tool/all.txt" pyproject.toml; \
	  uv venv --clear --python .venv/bin/python "$$tool/env"; \
	  uv pip install --python "$$tool/env/bin/python" -r "$$tool/all.txt"; \
	  uv pip install --python "$$tool/env/bin/python" --no-deps --no-build-isolation -e .; \
	  grep -o '^[a-z][^ ;]*' "$$tool/$$resolution.txt" | paste -s -d ' ' -; \
	  "$$tool/env/bin/python" -m pytest -q -m 'not (browser or java or node)' $(ARGS); \
	done

large: $(TEST) ## 5,000 people, 2,000 terms and an article of 1 MB: what it costs, and how it grows
	@.venv/bin/python -m tests.large $(ARGS)

storm: $(TEST) ## 100,000 random requests to a running preview; none may be a server error
	@.venv/bin/python -m tests.preview.storm $(ARGS)

lock: $(PLACE) ## write requirements.lock and requirements-test.lock anew
	@set -e; $(fetch_uv); \
	compile() { \
	  "$$tool/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade) \
	    --group build "$$@" pyproject.toml; \
	}; \
	compile --output-file requirements.lock; \
	compile --group test --constraint requirements.lock --output-file requirements-test.lock; \
	cp requirements.lock builder/starter/requirements.lock; \
	echo 'Wrote requirements.lock and requirements-test.lock'

clean: ## remove what was built and what was set up
	@if [ -x .venv/bin/backstory ]; then .venv/bin/backstory clean || true; fi
	@rm -rf .venv .cache mutants

.PHONY: edits crash large storm pathological mutants versions reproduce hostile help site setup serve test screenshots fuzz bench profile lock clean browser

# ---- setting up

ifneq ($(shell .venv/bin/python -c '' 2>/dev/null && cat $(PLACE) 2>/dev/null),$(CURDIR))
.PHONY: $(PLACE)
endif

$(PLACE):
	@set -e; \
	again='make $(firstword $(MAKECMDGOALS) site)'; \
	sudo=; if [ "$$(id -u)" != 0 ]; then sudo='sudo '; fi; \
	version() { "$$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }; \
	fits() { "$$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }; \
	if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; else set -- $(PYTHONS); fi; \
	chosen=; bare=; old=; \
	for python in "$$@"; do \
	  if ! seen=$$(version "$$python"); then continue; fi; \
	  if ! fits "$$python"; then old="$$python is Python $$seen"; continue; fi; \
	  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then chosen=$$python; break; fi; \
	  if [ -z "$$bare" ]; then bare=$$python; fi; \
	done; \
	if [ -z "$$chosen" ] && [ -n "$$bare" ]; then \
	  echo "$$bare cannot set up a private environment: its module ensurepip is missing." >&2; \
	  if command -v apt-get >/dev/null 2>&1; then \
	    echo 'Debian and Ubuntu keep it in a package of its own. Type' >&2; \
	    echo "    $${sudo}apt-get install python$$(version "$$bare")-venv" >&2; \
	    echo "and then again: $$again" >&2; \
	  else \
	    echo "Install the package that holds it, or name another Python:" >&2; \
	    echo "    $$again PYTHON=/path/to/python3" >&2; \
	  fi; \
	  exit 1; \
	fi; \
	if [ -z "$$chosen" ]; then \
	  if [ -n "$$PYTHON" ] && [ -z "$$old" ]; then old="$$PYTHON does not run"; fi; \
	  echo "Backstory needs Python 3.11 or newer; $${old:-no python3 was found here}." >&2; \
	  if command -v apt-get >/dev/null 2>&1; then \
	    echo 'Debian 12, Ubuntu 24.04 and those after them have one. Type' >&2; \
	    echo "    $${sudo}apt-get install python3 python3-venv" >&2; \
	    echo "and then again: $$again" >&2; \
	  elif command -v brew >/dev/null 2>&1; then \
	    echo 'Type' >&2; \
	    echo '    brew install python@3.14' >&2; \
	    echo "and then again: $$again" >&2; \
	  else \
	    echo "Install one (https://www.python.org/downloads/), and then again: $$again" >&2; \
	  fi; \
	  echo "A Python that stands elsewhere: $$again PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up a private environment in .venv (Python $$(version "$$chosen"))"; \
	clear=--clear; \
	if [ ! -e $(PLACE) ] && .venv/bin/python -c '' 2>/dev/null; then clear=; fi; \
	$(call quietly,"$$chosen" -m venv $$clear .venv); \
	pwd -P > $(PLACE)

$(SITE): $(PLACE) requirements.lock pyproject.toml
	@echo 'Installing what Backstory stands on (requirements.lock)'
	@$(call quietly,$(PIP) install --require-hashes -r requirements.lock)
	@$(call quietly,$(PIP) install --no-deps --no-build-isolation -e .)
	@touch $(SITE)

$(TEST): $(SITE) requirements-test.lock
	@echo 'Installing what the tests need (requirements-test.lock)'
	@$(call quietly,$(PIP) install --require-hashes -r requirements-test.lock)
	@touch $(TEST)

# The system's Chromium, installed where this user may, else Playwright's own. Where neither can
# be had the tests still run, and say what they skipped. (Playwright's driver needs libatomic.)
browser: $(TEST)
	@there() { \
	  .venv/bin/python -c 'import sys; from tests.conftest import system_chromium as it; sys.exit(not it())' && \
	    .venv/bin/playwright --version >/dev/null 2>&1; \
	}; \
	if there; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ]; then as=env; elif sudo -n true 2>/dev/null; then as='sudo -n env'; else as=; fi; \
	  if [ -n "$$as" ]; then \
	    echo 'Installing Chromium for the browser tests (apt-get)'; \
	    said=$$({ $$as apt-get update -qq && $$as DEBIAN_FRONTEND=noninteractive apt-get install -y \
	      --no-install-recommends chromium libatomic1 fonts-liberation fonts-noto-core; } </dev/null 2>&1) \
	      || printf '%s\n' "$$said" >&2; \
	    if there; then exit 0; fi; \
	  fi; \
	fi; \
	echo 'Fetching Chromium for the browser tests (Playwright)'; \
	said=$$(.venv/bin/playwright install chromium 2>&1) || printf '%s\n' "$$said" >&2

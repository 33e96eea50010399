# The project's commands. Each makes what it needs first: an environment in .venv with pinned packages (see requirements/).
#
#   make plan PLACE=Hartlepool     the plan page of a place
#   make test                      everything that must hold: format, lint, types, layers, tests, the documentation's code
#   make figures                   compile the figures anew from the publishers' files (FROM=folder)
#   make bench                     measure, and write bench/results/
#   make format                    put the code into its form
#   make requirements              choose newer packages and pin them
#   make clean                     remove what make made

SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
FROM ?= ../shared/data
OUT ?= out
export VENV

# What a user gives is taken as it stands and handed on in the environment, never written into a command:
# `make plan PLACE="King's Lynn and West Norfolk"` is safe.
ifdef PLACE
override PLACE := $(value PLACE)
endif
override FROM := $(value FROM)
override OUT := $(value OUT)
export PLACE FROM OUT

bin = "$(abspath $(VENV))/bin"
checks = format lint types layers tests

.PHONY: help plan test figures bench format requirements clean need-python $(addprefix install-,run figures test bench lock) $(addprefix check-,$(checks))
.DEFAULT_GOAL := help

help:
	@sed -n '/^#   make/s/^#   //p' Makefile

need-python:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { echo "Python 3.11 or newer is needed, and there is no $(PYTHON) here." >&2; exit 2; }

install-run install-figures install-test install-bench install-lock: install-%: need-python
	@"$(PYTHON)" requirements/install.py $*

plan: install-run
	@test -n "$$PLACE" || { echo "Name a place: make plan PLACE=Hartlepool" >&2; exit 2; }
	@mkdir -p "$$OUT" && cd "$$OUT" && $(bin)/levelling plan -- "$$PLACE"

figures: install-figures
	@$(bin)/levelling figures build --from "$$FROM" && $(bin)/levelling figures prune

bench: install-bench
	@$(bin)/python bench/run.py --from "$$FROM"
	@$(bin)/python bench/ranks.py
	@$(bin)/python bench/vulnerability.py
	@$(bin)/python bench/providers.py
	@$(bin)/python bench/consortium.py
	@$(bin)/python bench/bodies.py
	@$(bin)/python bench/matching.py
	@$(bin)/python bench/appraisal.py
	@$(bin)/python bench/sharing.py
	@$(bin)/python bench/titles.py
	@$(bin)/python bench/jobs.py

# Every check is run, whatever the one before it found; the tests come last, so that their closing line is near the end.
test: install-test
	@failed=""; \
	for check in $(checks); do $(MAKE) --no-print-directory check-$$check || failed="$$failed $$check"; done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed" >&2; exit 1; fi; \
	echo "All of it holds: $(checks)."

check-format:
	@$(bin)/ruff format --check .

check-lint:
	@$(bin)/ruff check .

check-types:
	@$(bin)/mypy

check-layers:
	@PYTHONPATH=src $(bin)/lint-imports --no-cache

# Each worker takes one half of the tests in their order, and what is left of the other's when it is done, so that what several
# tests of a file stand on is made once.
check-tests:
	@$(bin)/python -m pytest --numprocesses 2 --dist worksteal

format: install-test
	@$(bin)/ruff format . && $(bin)/ruff check --fix .

requirements: install-lock
	@$(bin)/python requirements/lock.py

clean:
	@rm -rf "$(VENV)" build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

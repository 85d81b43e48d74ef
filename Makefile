# The commands of the house. Everything is set up by the targets themselves; nothing is typed first.
# `make` alone lists them.

.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := $(shell sh tools/find-python)
SETUP := $(PYTHON) tools/setup_house.py
PY := .venv/bin/python

.PHONY: help setup run stop test test-all check format bench lock docs manual messages bundle clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

setup: ## set up .venv (idempotent); leaves .venv/bin/yifa
	@$(SETUP) run

run: ## set up, then show what Yifa does: pages in out/, the office on port 8000; REPORTS=folder reads your reports too
	@$(SETUP) run
	@REPORTS="$(REPORTS)" $(PY) -m demo

stop: ## stop the office that `make run` left open
	@$(PY) -m demo.office_site stop

test: ## set up, then every check and every test but the slow ones
	@$(SETUP) run test spark --debian chromium fonts java postgres
	@$(PY) tools/run_tests.py

test-all: ## as `make test`, with the slow tests
	@$(SETUP) run test spark --debian chromium fonts java postgres
	@$(PY) tools/run_tests.py --slow

check: ## format, lint, types, floors, corpus, docs
	@$(SETUP) run test
	@$(PY) tools/check_house.py

format: ## let ruff put the code in order
	@$(SETUP) run test
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: ## set up, then measure: named workloads beside their peers, as ratios
	@$(SETUP) run bench
	@$(PY) -m bench

docs: ## write the generated pages of docs/lookup anew, and the manual of the law as pages into out/manual
	@$(SETUP) run test
	@$(PY) tools/write_docs.py

manual: ## walk every screen of the office in Chromium; write the officer's manual and its pictures anew (docs/do)
	@$(SETUP) run test --debian chromium fonts
	@$(PY) tools/write_manual.py

messages: ## bring the Chinese catalogue in line with the code
	@$(SETUP) run test
	@$(PY) tools/update_messages.py

bundle: ## write the offline archive into out/bundle: wheels for Linux and Windows, start scripts, checksums
	@$(SETUP) run
	@$(PY) tools/make_bundle.py $(if $(PYTHONS),--python $(PYTHONS)) $(if $(PLATFORMS),--platform $(PLATFORMS))

lock: ## resolve the dependencies anew into requirements/*.txt
	@$(SETUP) run
	@$(PY) tools/lock.py

clean: ## remove what the commands made
	rm -rf .venv .venv-* out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

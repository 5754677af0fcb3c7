# `make brief` prints the two example briefs; `make test` is what CI runs. Both work on a fresh Debian 12
# with git, make, python3, python3-venv and ca-certificates: scripts/bootstrap.sh brings the rest.

# A locale of C must not break Vietnamese output.
export PYTHONUTF8 := 1
# A run of the tests starts a hundred processes: what is compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
BRIEFS := out/lam-dong-2024.pdf out/quang-nam-2024.pdf
# mypy refuses a folder without Python files, so only those that have some are named.
CHECKED := $(foreach folder,antq_reports tests examples benchmarks scripts,\
    $(if $(shell find $(folder) -name '*.py' -print -quit 2>/dev/null),$(folder)))

.PHONY: docs stub fonts help bootstrap brief test lint soak bench conformance fuzz replay clean distclean

help:
	@echo "make brief   the two example briefs, into out/"
	@echo "make test    ruff, mypy and every test; of large families of cases a sample of every kind"
	@echo "make lint    ruff and mypy alone"
	@echo "make soak    every test with the families whole, and thousands of random cases for each property; hours"
	@echo "make bench   the scripts in benchmarks/"
	@echo "make fuzz    random inputs for an hour (SECONDS=3600); what breaks is saved in out/fuzz"
	@echo "make replay  what make fuzz saved, tried again, made small and shown"
	@echo "make conformance  PDF/A-3a and PDF/UA-1 by the veraPDF engine; needs a JDK"
	@echo "make stub    antq_reports/bundled.pyi, after a change of the bundled catalogue"
	@echo "make fonts   the cuts of the bundled faces, after a change of a face or of the characters"
	@echo "make docs    the pages of docs/ that are made from the code"
	@echo "make clean   removes what builds and runs left behind (distclean: .venv too)"

bootstrap:
	@scripts/bootstrap.sh

brief: bootstrap
	$(BIN)/antq-reports render examples/lam-dong-2024.toml --style bao-lam-dong -o out
	$(BIN)/antq-reports render examples/quang-nam-2024.toml --style bao-quang-nam -o out
	@ls -l $(foreach brief,$(BRIEFS),"$$PWD/$(brief)")

lint: bootstrap
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(CHECKED)

test: lint
	$(BIN)/pytest

soak: bootstrap
	$(BIN)/pytest --hypothesis-profile=soak tests

bench:
	@scripts/bootstrap.sh bench
	@set -e; for script in $(wildcard benchmarks/*.py); do echo "== $$script"; $(BIN)/python $$script; done

fuzz: bootstrap
	nice -n 10 $(BIN)/python tests/fuzz/long_run.py --seconds $(or $(SECONDS),3600)

replay: bootstrap
	$(BIN)/pytest -n0 --hypothesis-profile=replay tests/fuzz/test_targets.py

fonts: bootstrap
	$(BIN)/python scripts/cut_fonts.py

stub: bootstrap
	$(BIN)/python scripts/type_stub.py
	$(BIN)/ruff format -q antq_reports/bundled.pyi

docs: bootstrap
	$(BIN)/python scripts/wording_reference.py
	$(BIN)/python scripts/code_reference.py
	$(BIN)/python scripts/import_table.py

conformance:
	@scripts/bootstrap.sh conformance
	$(BIN)/python scripts/conformance.py

clean:
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find antq_reports tests examples -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv

# `make demo` tries termlint on the shipped examples, `make test` is what CI runs. Both set up .venv first. The long runs:
# `make laws EXAMPLES=10000` tries the laws of reading on so many examples each, `make fuzz SECONDS=600` reads mutated documents.

PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

# Where it is set, every command of the tests would compile termlint anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test laws fuzz bench bench-formats release-check clean

demo: $(VENV)/.installed
	@cd examples && ../$(BIN)/termlint check --exit-zero .

test: $(VENV)/.installed-for-development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist worksteal -q

laws: $(VENV)/.installed-for-development
	TERMLINT_EXAMPLES=$(or $(EXAMPLES),10000) $(BIN)/python -m pytest -n auto -q tests/properties -k test_reading

fuzz: $(VENV)/.installed-for-development
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600)

bench: $(VENV)/.installed
	$(BIN)/python bench/measure.py

bench-formats: $(VENV)/.installed-for-development
	$(BIN)/python -m bench.formats

release-check: $(VENV)/.installed-for-development
	$(BIN)/python ci/release_check.py

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml $(shell find src rules -name '*.py' -o -name '*.yaml' 2>/dev/null)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check .
	@rm -f $(VENV)/.installed-for-development
	@touch $@

$(VENV)/.installed-for-development: $(VENV)/.created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@rm -f $(VENV)/.installed
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Everything a newcomer needs: `make demo` and `make test`. Both set up .venv by themselves, from locked dependencies.
#   PYTHON=python3.12 make demo      another interpreter (3.11 or newer)
#   make test ARGS="tests/study -x"  some of the tests

PYTHON ?= python3
ARGS ?=

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# Wheels only: nothing is compiled on the user's machine, and no package's own set-up code runs.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes
LOCK := build/lock/bin/uv pip compile --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet

.PHONY: help demo test check format wheel lock clean

help:
	@echo "make demo    render the demonstration film, measure it, make its page, read two reviews (demo-film/)"
	@echo "make test    run the tests; make test ARGS=\"tests/study -x\" runs some of them"
	@echo "make check   format, lint, types, and who imports whom"
	@echo "make format  put the code into form"
	@echo "make wheel   build the package into dist/"
	@echo "make lock    renew the locked dependencies in requirements/"
	@echo "make clean   remove .venv and everything that was made"

demo: $(VENV)/runtime.stamp
	@$(BIN)/cranework demo -o demo-film
	@echo "Done. Open the pages in a browser:"; ls demo-film/*.html

test: $(VENV)/development.stamp
	$(BIN)/python -m pytest $(ARGS)
	@echo "Done. All tests passed; they lie in tests/, laid out as the code in src/cranework/ is."

check: $(VENV)/development.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/development.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: $(VENV)/development.stamp
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .
	@echo "Done. The package lies in dist/."

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --upgrade pyproject.toml --group development -o requirements/development.txt
	$(LOCK) --constraints requirements/development.txt pyproject.toml -o requirements/runtime.txt
	$(LOCK) --constraints requirements/development.txt --group build -o requirements/build.txt
	$(LOCK) --constraints requirements/development.txt pyproject.toml --group benchmark -o requirements/benchmark.txt

clean:
	rm -rf $(VENV) build dist demo-film .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/python.stamp:
	@$(PYTHON) -c "import sys; sys.exit('Cranework needs Python 3.11 or newer; name one: make PYTHON=python3.12' if sys.version_info < (3, 11) else 0)"
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime.stamp: $(VENV)/python.stamp requirements/runtime.txt requirements/build.txt pyproject.toml
	@echo "Installing what Cranework runs on ..."
	@$(INSTALL) -r requirements/runtime.txt -r requirements/build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/development.stamp: $(VENV)/runtime.stamp requirements/development.txt
	@echo "Installing what the tests need ..."
	@$(INSTALL) -r requirements/development.txt
	@touch $@

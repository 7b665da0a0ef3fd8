# Each target prepares the virtual environment it needs; nothing is installed outside the clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
BENCH := .venv-bench
INTEROP := .venv-interop
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
FILES := pinpoint_sdk tests examples benchmarks

.PHONY: demo test lint types unit lowest interop bench format clean

demo: $(VENV)/demo.stamp  ## Run the main job on the embedded Pinpoint.
	$(BIN)/python examples/quickstart.py
	$(BIN)/python examples/big_campaign.py

test:  ## Everything CI runs, two at a time.
	$(MAKE) --jobs=2 --output-sync=target lint unit types lowest

lint: $(VENV)/dev.stamp  ## ruff: rules and format.
	$(BIN)/ruff check $(FILES)
	$(BIN)/ruff format --check $(FILES)

types: $(VENV)/dev.stamp  ## mypy --strict and pyright strict.
	$(BIN)/mypy
	$(BIN)/basedpyright --pythonpath $(BIN)/python

unit: $(VENV)/dev.stamp  ## pytest with coverage, against the newest dependencies.
	$(BIN)/python -m pytest --cov

lowest: $(LOWEST)/dev.stamp  ## pytest against the oldest dependencies that are supported.
	$(LOWEST)/bin/python -m pytest -q --ignore tests/test_typing.py --ignore tests/test_every_listing.py

interop: $(VENV)/dev.stamp $(INTEROP)/interop.stamp  ## The embedded Pinpoint before the AWS CLI and the JavaScript SDK.
	$(BIN)/python -m tests.interop.run_all

bench: $(BENCH)/bench.stamp  ## Measure beside boto3 and others; ARGS=--write keeps it in docs/performance.md.
	$(BENCH)/bin/python -m benchmarks $(ARGS)

format: $(VENV)/dev.stamp  ## Let ruff mend what it can.
	$(BIN)/ruff check --fix $(FILES)
	$(BIN)/ruff format $(FILES)

$(VENV)/demo.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --editable .
	touch $@

$(VENV)/dev.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --editable '.[dev]'
	touch $@

$(LOWEST)/dev.stamp: pyproject.toml tests/lowest.txt
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python $(PIP_INSTALL) --constraint tests/lowest.txt --editable '.[local]' hypothesis 'moto[firehose,kinesis,pinpoint,s3]' pytest
	touch $@

$(BENCH)/bench.stamp: pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python $(PIP_INSTALL) --editable '.[bench]'
	touch $@

$(INTEROP)/interop.stamp: tests/interop/requirements.txt tests/interop/package-lock.json
	$(PYTHON) -m venv $(INTEROP)
	$(INTEROP)/bin/python $(PIP_INSTALL) --requirement tests/interop/requirements.txt
	cd tests/interop && npm ci --silent
	touch $@

clean:
	rm -rf $(VENV) $(LOWEST) $(BENCH) $(INTEROP) tests/interop/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

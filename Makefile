# Each target prepares the virtual environment it needs; nothing is installed outside the clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
BENCH := .venv-bench
BENCH_ASYNC := .venv-bench-async
INTEROP := .venv-interop
TEST_TOOLS := freezegun hypothesis 'moto[firehose,kinesis,pinpoint,s3]' pytest time-machine
ASYNC := newest aioboto3 oldest
ASYNC_TESTS := tests/asyncio tests/local/boto/test_matrix.py
BOTH_CLIENTS := tests/boto/test_wire.py tests/boto/test_values.py $(addprefix tests/test_,bad_input.py contract.py errors.py every_listing.py every_operation.py everyday_mistakes.py outcomes.py pagination.py waiters.py)
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
PYTHONS ?= $(shell for minor in 10 11 12 13 14; do command -v python3.$$minor; done)
FILES := pinpoint_sdk tests tools examples benchmarks

.PHONY: help demo test lint types unit repeats lowest async pythons on-python interop bench bench-async aio format clean

help:  ## Say what there is.
	@sed -n 's/^\([a-z-]*\):.*  ## /\1	/p' $(MAKEFILE_LIST) | expand -t 13

demo: $(VENV)/demo.stamp  ## Run the main job on the embedded Pinpoint.
	$(BIN)/python examples/quickstart.py
	$(BIN)/python examples/big_campaign.py

test:  ## Everything CI runs, two at a time.
	$(MAKE) --jobs=2 --output-sync=target unit types lowest repeats lint

lint: $(VENV)/dev.stamp  ## ruff: rules and format.
	$(BIN)/ruff check $(FILES)
	$(BIN)/ruff format --check $(FILES)

types: $(VENV)/dev.stamp  ## mypy --strict and pyright strict, on what is right and on what is wrong.
	$(BIN)/mypy
	$(BIN)/basedpyright --pythonpath $(BIN)/python
	$(BIN)/python -m pytest -q tests/test_typing.py

unit: $(VENV)/dev.stamp  ## pytest with coverage, against the newest dependencies.
	$(BIN)/python -m pytest --cov -m 'not no_cover' --ignore tests/test_typing.py

repeats: $(VENV)/dev.stamp  ## pytest on what runs the same lines many times, without coverage.
	$(BIN)/python -m pytest -m no_cover --ignore tests/test_typing.py

lowest: $(LOWEST)/dev.stamp  ## pytest against the oldest dependencies that are supported.
	$(LOWEST)/bin/python -m pytest -q --ignore tests/test_typing.py --ignore tests/test_asyncify.py --ignore tests/test_every_listing.py

async: $(ASYNC:%=.venv-async-%/async.stamp)  ## pytest on clients of aiobotocore and aioboto3, the newest and the oldest.
	for each in aioboto3 oldest; do .venv-async-$$each/bin/python -m pytest -q $(ASYNC_TESTS) --ignore tests/asyncio/test_fixtures.py --ignore tests/asyncio/test_example.py || exit; done
	.venv-async-newest/bin/python -m pytest -q -p no:asyncio tests/test_docs.py -k asyncio
	.venv-async-newest/bin/python -m pytest -q -p no:asyncio --asyncio --cov pinpoint_sdk/aio --cov-config tests/asyncio/coverage.ini $(ASYNC_TESTS) $(BOTH_CLIENTS)

pythons:  ## pytest on each Python from 3.10 to 3.14 that is here; PYTHONS names others.
	for python in $(PYTHONS); do $(MAKE) --no-print-directory on-python ON=$$python || exit; done

on-python:
	$(ON) -m venv .venv-$(notdir $(ON))
	.venv-$(notdir $(ON))/bin/python $(PIP_INSTALL) --editable '.[fast,local]' $(TEST_TOOLS)
	.venv-$(notdir $(ON))/bin/python -m pytest -q --ignore tests/test_typing.py --ignore tests/test_asyncify.py --ignore tests/test_benchmarks.py

interop: $(VENV)/dev.stamp $(INTEROP)/interop.stamp  ## The embedded Pinpoint before the AWS CLI and the JavaScript SDK.
	$(BIN)/python -m tests.interop.run_all

bench: $(BENCH)/bench.stamp  ## Measure beside boto3 and others; ARGS=--write keeps it in docs/performance.md.
	$(BENCH)/bin/python -m benchmarks $(ARGS)

bench-async: $(BENCH_ASYNC)/bench.stamp  ## Measure many calls at once beside aiobotocore and others; ARGS as above.
	$(BENCH_ASYNC)/bin/python -m benchmarks --asyncio $(ARGS)

aio: $(VENV)/dev.stamp  ## Write the clients for asyncio out of the others.
	$(BIN)/python -m tools.asyncify

format: $(VENV)/dev.stamp  ## Let ruff mend what it can.
	$(BIN)/ruff check --fix $(FILES)
	$(BIN)/ruff format $(FILES)

$(VENV)/demo.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --editable .
	touch $@

$(VENV)/dev.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --upgrade pip  # one that knows dependency groups
	$(BIN)/python $(PIP_INSTALL) --editable '.[fast,local]' --group dev
	touch $@

$(LOWEST)/dev.stamp: pyproject.toml tests/lowest.txt
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python $(PIP_INSTALL) --constraint tests/lowest.txt --editable '.[local]' $(TEST_TOOLS)
	touch $@

.venv-async-%/async.stamp: pyproject.toml tests/asyncio/%.txt
	$(PYTHON) -m venv .venv-async-$*
	.venv-async-$*/bin/python $(PIP_INSTALL) --requirement tests/asyncio/$*.txt --editable '.[local]' hypothesis 'moto[s3]' pytest
	touch $@

$(BENCH)/bench.stamp: pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python $(PIP_INSTALL) --upgrade pip
	$(BENCH)/bin/python $(PIP_INSTALL) --editable '.[local]' --group bench
	touch $@

$(BENCH_ASYNC)/bench.stamp: pyproject.toml benchmarks/asyncio.txt
	$(PYTHON) -m venv $(BENCH_ASYNC)
	$(BENCH_ASYNC)/bin/python $(PIP_INSTALL) --requirement benchmarks/asyncio.txt --editable '.[local]'
	touch $@

$(INTEROP)/interop.stamp: tests/interop/requirements.txt tests/interop/package-lock.json
	$(PYTHON) -m venv $(INTEROP)
	$(INTEROP)/bin/python $(PIP_INSTALL) --requirement tests/interop/requirements.txt
	cd tests/interop && npm ci --silent
	touch $@

clean:
	rm -rf .venv* tests/interop/node_modules .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

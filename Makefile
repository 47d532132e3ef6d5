# The commands of this house. Each one works on a bare Debian 12 with git, make and ca-certificates.
SHELL := /bin/bash
BUILD := build/release
JOBS ?= $(shell nproc)
# Several compilers at once need about 1.5 GiB each; the links are short.
CONFIGURE = cmake --preset release -Wno-dev

.PHONY: all demo test console bench nightly lint format clean deps-demo deps-test deps-console deps-lint deps-bench

all: deps-demo
	@$(CONFIGURE) >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@cmake --build --preset release -j $(JOBS)

demo: all
	@$(BUILD)/bin/aurigraph demo

test: deps-test
	@mkdir -p build
	@$(CONFIGURE) -DAURIGRAPH_TESTS=ON -DAURIGRAPH_CONSOLE=ON >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@cmake --build --preset release -j $(JOBS)
	@cd $(BUILD) && ctest -j $(JOBS) --output-on-failure --no-tests=error

console: deps-console
	@mkdir -p build
	@$(CONFIGURE) -DAURIGRAPH_CONSOLE=ON >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@cmake --build --preset release -j $(JOBS) --target aurigraph-console
	@$(BUILD)/bin/aurigraph-console

bench: deps-bench all
	@$(BUILD)/bin/aurigraph bench all --data build --out build/bench

lint: deps-lint
	@tests/lint/run

format:
	@git ls-files -- '*.h' '*.cpp' | xargs clang-format -i

nightly: deps-test deps-lint
	@tests/nightly

clean:
	rm -rf build

# Not a pattern: make looks for no implicit rule of a phony target.
deps-demo deps-test deps-console deps-lint deps-bench:
	@mkdir -p build
	@installers/deps --for $(@:deps-%=%)

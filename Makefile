# Two commands: `make run` and `make test`. Both set up what they need.
.PHONY: run build test prove setup judges format clean

SWIFT_FLAGS ?=

run: build
	.build/release/force-returns run

build: setup
	swift build -c release --product force-returns $(SWIFT_FLAGS)

# Debian packages, and Swift itself: says what is missing and how to get it.
setup:
	@Scripts/setup

# Python tools that judge our files, pinned, in a folder of their own.
judges:
	@Scripts/judges

test: setup judges
	Scripts/test

# Heavier proofs; writes Docs/proof.md.
prove: setup judges
	Scripts/prove

format:
	swift format --in-place --recursive Sources Tests Plugins Package.swift

clean:
	swift package clean

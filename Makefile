# The front door: `make help` lists what there is.
SHELL := bash
.DEFAULT_GOAL := help

# Where `make run` listens.
PORT ?= 8080
export PORT

# What builds and runs the image: docker or podman.
ENGINE ?= docker
IMAGE ?= dateline:local
export ENGINE

# The program that reading is scored with; built first unless another is named.
PROGRAM ?= .build/debug/dateline

.PHONY: help run test faults soak sanitize lint format reading-score reading-peers bench bench-reading bench-folder bench-operation fuzz image image-smoke check clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build, start the service with sample data on 127.0.0.1:8080 (PORT=…), stop with Ctrl-C
	@scripts/run-demo

test: ## Build once, then unit and integration tests, then folder and fault cases, bad inputs and contract checks against the built program
	@scripts/test

faults: ## The cases of faults at full length, an hour or so: 200 kills, 50 power cuts, every n-th write (CASES="P S1")
	swift build --product dateline
	CASES_FULL=1 Tests/faults/run "$$(swift build --show-bin-path)/dateline" --jobs 2 $(CASES)

soak: ## Two hours of steady load with a fault each minute: memory, descriptors, latency stay as they were (SOAK="--minutes 20")
	swift build -c release --product dateline
	Tests/faults/soak "$$(swift build -c release --show-bin-path)/dateline" $(SOAK)

sanitize: ## Tests and the program under load, with the thread sanitizer and then the address sanitizer, half an hour or so
	scripts/sanitize thread
	scripts/sanitize address

lint: ## Imports against Package.swift, formatting, shell scripts
	@scripts/lint

format: ## Format the Swift sources in place
	@. scripts/common.sh && swift_sources | xargs -0 swift format format --in-place --parallel

reading-score: ## Hold the reader to pages that a person has read (SCORE="--verbose --set dev")
	@if [ "$(PROGRAM)" = .build/debug/dateline ]; then swift build --product dateline; fi
	@Tests/reading/score $(PROGRAM) $(SCORE)

reading-peers: ## The same pages read by dateparser, htmldate and trafilatura, beside the reader
	@if [ "$(PROGRAM)" = .build/debug/dateline ]; then swift build --product dateline; fi
	@Tests/reading/peers $(PROGRAM)

bench: ## Measure against a bare route and against SQLite alone (needs wrk)
	swift build -c release --product dateline
	swift build -c release --package-path Benchmarks
	Benchmarks/first-figures

bench-reading: ## Measure the reader of pages: growth of time with size, speed
	Benchmarks/reading-figures

bench-folder: ## Measure the watched folder against its goals (BENCH="--only N1,N6", BENCH=--full)
	swift build -c release --product dateline
	swift build -c release --package-path Benchmarks --product StraightRows
	Benchmarks/folder-figures $(BENCH)

bench-operation: ## Measure abuse, stops and starts, the restore drill and races (BENCH="--only G11,G12", BENCH=--full)
	swift build -c release --product dateline
	Benchmarks/operation-figures $(BENCH)

fuzz: ## Fuzz what reads input from outside (FUZZ="page json", FUZZ="--runs 1000000", FUZZ="date --seconds 60")
	Fuzz/run $(FUZZ)

image: ## Build the container image (ENGINE=docker|podman, IMAGE=dateline:local)
	$(ENGINE) build --file docker/Dockerfile --tag $(IMAGE) .

image-smoke: ## Try the container image: version, migrate, write, read, stop
	docker/smoke.sh $(IMAGE)

check: ## What CI runs
	@.ci/run

clean: ## Remove what was built; ./data and ./inbox stay
	rm -rf .build .build-sanitize-*

# Broadsheet. Each verb is a line or two that can be run by hand; `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build
.PHONY: build read test torture record lint format tables bench bench-peers oracle fuzz readme pictures check install clean help
export LC_ALL := C.UTF-8

PREFIX ?= /usr/local
ISSUE ?= SampleIssues/liancheng-daily
# What `make oracle` compares: so many random strings, and all traditions or NAME=LOCALE pairs.
STRINGS ?= 1000000
TRADITIONS ?=
# For how many seconds `make fuzz` looks.
TIME ?= 60
program := .build/release/broadsheet
importer := .build/release/broadsheet-import
share := $(DESTDIR)$(PREFIX)/share/broadsheet

# Debian's names of what the Swift toolchain needs to start, to fetch and to link, then of our libraries.
PACKAGES := binutils ca-certificates libc6-dev libcurl4 libncurses6 libsqlite3-0 libstdc++-12-dev libxml2
PACKAGES += hyphen-en-us libbz2-dev libcmark-dev libhyphen-dev liblzma-dev libncursesw5-dev libxml2-dev libyaml-dev pkgconf zlib1g-dev
# Loaded at run time, where they are installed: what decodes photos.
PACKAGES += libpng16-16 libturbojpeg0 libwebp7
test record: PACKAGES += libvterm-dev ncurses-term tmux

build: ## build the program, for release, after installing what is missing
	@Scripts/set-up $(PACKAGES)
	@Scripts/build-release

read: build ## build, then open a sample issue; into a file or a pipe its front page is printed
	@if [ -t 1 ]; then exec $(program) read $(ISSUE); \
	else exec $(program) render $(ISSUE) --page 1 --size 120x40 --format text; fi

test: ## run every test, after installing what is missing
	@Scripts/set-up $(PACKAGES)
	@echo "Building the tests; the first time takes a few minutes." >&2
	@swift build --build-tests || { echo "make: the tests could not be built; what Swift said is above." >&2; exit 1; }
	@echo "Running the tests." >&2
	@swift test --skip-build --disable-xctest || { echo "make: a test failed; what it said is above." >&2; exit 1; }

torture: ## paint the torture page in tmux and xterm, and compare every cell; installs both
	@Scripts/set-up $(PACKAGES) libvterm-dev ncurses-term tmux xterm xvfb
	@swift build --build-tests
	@swift test --skip-build --disable-xctest --filter TortureTests

record: ## write the golden screens anew, and fail: read them in `git diff`
	@Scripts/set-up $(PACKAGES)
	RECORD=1 swift test --disable-xctest

lint: ## check the style of every Swift file
	swift format lint --strict --recursive Sources Tests Package.swift

format: ## put every Swift file in style
	swift format --in-place --recursive Sources Tests Package.swift

tables: ## generate the tables of Unicode, phrases and words anew
	swift run generate-unicode-tables
	swift run generate-phrase-models

bench: build ## measure, beside whichever peers are installed; a line a measure
	@Scripts/set-up $(PACKAGES) libvterm-dev ncurses-term
	@swift build -c release --product benchmarks
	@.build/release/benchmarks $(ISSUE) $(program)

bench-peers: ## install and build what `make bench` compares with
	@Scripts/set-up gcc hyphen-en-us less libicu-dev libunistring-dev valgrind vim w3m
	@mkdir -p .build/peers
	@for peer in glibc:-lc icu:-licuuc libunistring:-lunistring; do \
	gcc -O2 -Wall -o ".build/peers/$${peer%:*}" "Tests/Benchmarks/Peers/$${peer%:*}.c" "$${peer#*:}"; done

oracle: ## compare breaks, clusters and hyphens with ICU and Pyphen; minutes, and needs Python
	@Scripts/set-up $(PACKAGES) python3-venv
	@test -x .build/oracle/bin/python || python3 -m venv .build/oracle
	@.build/oracle/bin/pip install --quiet --disable-pip-version-check --requirement Tests/TextOracle/Driver/requirements.txt
	@swift build -c release --product text-oracle
	@PYTHONDONTWRITEBYTECODE=1 .build/oracle/bin/python Tests/TextOracle/Driver/oracle.py \
	.build/release/text-oracle SampleIssues .build/oracle $(STRINGS) $(TRADITIONS)

fuzz: ## try random texts against the laws of the typesetter for TIME seconds
	@Scripts/set-up $(PACKAGES)
	@FUZZ=1 swift build -c release --scratch-path .build-fuzz --sanitize fuzzer --product fuzz-typesetter
	@mkdir -p .build-fuzz/found
	@SWIFT_BACKTRACE=enable=no .build-fuzz/release/fuzz-typesetter -max_total_time=$(TIME) -timeout=10 \
	-verbosity=0 -print_final_stats=1 -artifact_prefix=.build-fuzz/ .build-fuzz/found Tests/Fuzz/Typesetter/Corpus

readme: build ## put a fresh page and the keys into the README
	Scripts/fill-readme

pictures: build ## take the pictures of the README, in an xterm on a screen nobody sees
	@Scripts/set-up $(PACKAGES) fonts-inconsolata fonts-noto-cjk imagemagick ncurses-term optipng pngquant xterm xvfb
	@Scripts/take-pictures

check: lint test ## all that must be green

install: ## install what `make` built, under PREFIX (/usr/local) and DESTDIR
	@test -x $(program) -a -x $(importer) || { echo "make: there is nothing to install yet; run make first." >&2; exit 1; }
	install -D --strip $(program) $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -D --strip $(importer) $(DESTDIR)$(PREFIX)/libexec/broadsheet/broadsheet-import
	mkdir -p $(share)
	cp -R Themes SampleIssues $(share)
	install -D --mode 644 Sources/generate-phrase-models/BudouX/LICENSE-APACHE.txt $(share)/licences/BudouX.txt
	install -D --mode 644 Sources/generate-phrase-models/OpenCC/LICENSE-APACHE.txt $(share)/licences/OpenCC.txt
	install -D --mode 644 Sources/generate-phrase-models/Jieba/LICENSE-MIT.txt $(share)/licences/jieba.txt

clean: ## remove what was built
	rm -rf .build .build-fuzz

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

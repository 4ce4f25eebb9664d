# Everything a newcomer needs: `make audit`, `make test`. Everything a maintainer needs: `make check`.

SCHEME ?= examples/kakao-2022/scheme.yaml
PREFIX ?= /usr/local
# Undeclared imports of a sibling target are errors, which a plain build would let pass.
STRICT = --explicit-target-dependency-import-check error
# A release binary stands alone: no Swift runtime, no libyaml needed where it runs.
RELEASE = -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s $(STRICT)
AUDIT = .build/release/audit
# Targets that only `make bench` and `make fuzz` link.
BESIDE = LanguageBenchmark FormatBenchmark FuzzYAML FuzzExpressions FuzzPolicies FuzzSchemes

.PHONY: help audit release test beside check lint format policies generate judge embedding documentation bench fuzz install setup clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install what is missing (libyaml-dev) and check the Swift toolchain
	@Scripts/setup

release: setup
	swift build $(RELEASE) --product audit
	@# Policies with errors are for `make policies` to report; the binary then reads them at every audit.
	-@$(AUDIT) policy compile --policies policies >/dev/null

audit: release ## build a release binary and audit SCHEME against policies/; succeeds when the audit ran
	@$(AUDIT) $(SCHEME) --policies policies; status=$$?; \
	  echo "audit finished with status $$status"; \
	  case $$status in 0|1|3) exit 0;; *) exit $$status;; esac

test: setup ## run all tests
	swift build --build-tests $(STRICT)
	swift test --skip-build --disable-xctest

lint: ## check formatting
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzzing Benchmarks examples/embedding

format: ## format all Swift files in place
	swift format --in-place --recursive --parallel Package.swift Sources Tests Fuzzing Benchmarks examples/embedding

policies: release ## check and test the shipped policies and the small example set
	$(AUDIT) policy compile --check --policies policies
	$(AUDIT) policy check --policies policies
	$(AUDIT) policy test --policies policies
	$(AUDIT) policy check --policies examples/small-policy-set
	$(AUDIT) policy test --policies examples/small-policy-set
	$(AUDIT) policy test --policies policies --policies examples/writing-policies examples/writing-policies/tests.yaml

generate: release ## write the generated parts of the documents anew
	Scripts/generate $(AUDIT)

beside: setup ## compile the benchmarks and the fuzz targets, which no other build knows
	@for target in $(BESIDE); do \
	  GUIDELINE_AUDIT_BENCHMARKS=1 GUIDELINE_AUDIT_FUZZING=1 swift build --target $$target $(STRICT) || exit 1; \
	done

judge: release ## have independent readers judge the reports in every format; installs them on first use
	Scripts/judges $(AUDIT)
	@if [ -x .build/judges/venv/bin/python ]; then \
	  .build/judges/venv/bin/python Scripts/judge-schemas.py $(AUDIT); \
	else echo "judges: skipped the schemas: nothing could be installed"; fi

embedding: setup ## build and run the example of a program that embeds the library
	swift run --package-path examples/embedding --scratch-path .build/embedding SchemeReview \
	  policies examples/kakao-2022/scheme.yaml .build/embedding-reports

documentation: setup ## build the library's documentation; warnings are errors
	Scripts/docc

check: lint test beside policies judge embedding documentation ## everything CI checks
	Scripts/generate $(AUDIT) --check
	$(MAKE) audit

bench: release ## print ratios measured in one run (docs/performance.md explains them)
	Scripts/bench

fuzz: setup ## try foreign bytes on YAML, expressions, policies and schemes, a minute each
	Scripts/fuzz

install: release ## install the binary and the policies under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/guideline-audit
	install -m 755 $(AUDIT) $(DESTDIR)$(PREFIX)/bin/audit
	cp -R policies $(DESTDIR)$(PREFIX)/share/guideline-audit/
	-@$(DESTDIR)$(PREFIX)/bin/audit policy compile

clean: ## remove what builds wrote
	swift package clean

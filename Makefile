# jixiao: targets with a ## comment are listed by `make help`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help deps build report test check lint format record bench distributed browser mail oracle mutants coverage \
  fuzz sanitize faults hostile determinism install clean

SWIFT ?= swift
PREFIX ?= /usr/local
OUT ?= out/jsmi-2023
FAULTS ?= full
RELEASE := -c release --static-swift-stdlib
TOOL = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/jixiao
PACKAGES := libxml2-dev nettle-dev libcurl4-openssl-dev pkg-config python3

help: ## 列出各目标
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Installs the Debian packages of a list that are missing, asking for nothing.
define install
	@missing=""; for p in $(1); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	fi
endef

deps: ## 安装缺少的系统库（Debian/Ubuntu，不提问）
	$(call install,$(PACKAGES))

build: deps ## 构建发布版（静态链接 Swift 标准库）
	$(SWIFT) build $(RELEASE) --product jixiao

report: build ## 用真实样例生成完整报告，并说明放在哪里
	@mkdir -p $(dir $(OUT))
	$(TOOL) report Samples/jsmi-2023 -o $(OUT) --date 2024-01-15 -q
	@echo "报告首页：$(abspath $(OUT))/index.html"

test: deps ## 运行全部测试
	$(SWIFT) test

lint: ## 检查代码格式
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## 整理代码格式
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

check: lint test report ## 格式、测试、真实样例的报告及其复核（持续集成另做 browser 和短的 faults）
	$(TOOL) verify $(OUT)

record: deps ## 重写由代码生成的文件和金样（随后的测试会先失败一次）
	-JIXIAO_RECORD=1 $(SWIFT) test
	$(SWIFT) test

bench: build ## 计时：1、100、2,000个单位与对照程序，CSV读取与DuckDB、polars，写出比值（UNITS=10000 再加一万个单位）
	$(SWIFT) build $(RELEASE) --product ReadTyped
	bash Tests/Benchmarks/run.sh $(TOOL) $(dir $(TOOL))ReadTyped

distributed: build ## 分布式：parallel、xargs、Slurm、Spark 与单个进程逐字节比较（首次下载 pyspark）
	bash Tests/Distributed/run.sh $(TOOL)

browser: build ## 在 Chromium、W3C 校验器、axe、LibreOffice 中查看成品；截图写到 out/browser
	bash Tests/Browser/run.sh $(TOOL)

mail: build ## 邮件：在本机起SMTP服务器实发实收（首次建 .venv-mail）
	$(call install,python3-venv swaks msmtp)
	test -x .venv-mail/bin/python || python3 -m venv .venv-mail
	.venv-mail/bin/pip install -q -r Tests/Mail/requirements.txt
	cd Tests/Mail && JIXIAO=$(TOOL) timeout 600 ../../.venv-mail/bin/python -W error::SyntaxWarning test_mail.py

oracle: build ## 独立核算：另写的Python程序核对2000个随机单位的每一个数
	python3 Tests/Oracle/oracle.py $(TOOL)

mutants: deps ## 变异测试：逐个改动计分与汇总，看测试能否发现（在 out/mutants 中构建）
	python3 Tests/Mutants/mutants.py . out/mutants

coverage: deps ## 计分、汇总、读入的行覆盖率，各不低于95%
	python3 Tests/Coverage/coverage.py

FUZZ_SECONDS ?= 60
fuzz: deps ## 模糊测试：每个目标 FUZZ_SECONDS 秒（libFuzzer，地址检查）
	bash Tests/Fuzz/run.sh $(FUZZ_SECONDS)

# Every test is one of Swift Testing; the runner of XCTest leaks by itself, which would be the result.
sanitize: deps ## 全部测试在地址检查、线程检查之下各跑一遍
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/leaks.txt:print_suppressions=0 \
	  $(SWIFT) test --disable-xctest --sanitize address --scratch-path .build-address
	$(SWIFT) test --disable-xctest --sanitize thread --scratch-path .build-thread

faults: build ## 故障、路径与上限：在程序之外制造（FAULTS=bounded 为持续集成用的短形式）
	bash Tests/Faults/run.sh $(TOOL) $(FAULTS)

hostile: build ## 敌意文本遍历每个文本列，在 Chromium、W3C 校验器、Calc、邮件解析器中查看
	bash Tests/Hostile/run.sh $(TOOL)

determinism: build ## 时区、区域、时钟、构建、行序、作业数都不影响一个字节
	$(SWIFT) build --product jixiao
	bash Tests/Determinism/run.sh $(TOOL) $(shell $(SWIFT) build --show-bin-path)/jixiao

# Without debug information and the two sections that name the place of the build: the same bytes from any folder.
install: build ## 安装到 PREFIX/bin（默认 /usr/local）；同样的源码和工具链在任何目录都得到相同的字节
	install -D -m 755 $(TOOL) $(DESTDIR)$(PREFIX)/bin/jixiao
	strip -g -R .swift_modhash -R .note.gnu.build-id $(DESTDIR)$(PREFIX)/bin/jixiao

clean: ## 删除构建结果和 out/
	rm -rf .build out

"""A copy of the package with all mutants in it at once, built once; sites that do not compile are dropped."""

import re
import subprocess
from dataclasses import replace

FOLDERS = ("Scoring", "Aggregation")
CORE = "Sources/SelfEvaluation"
# What the tests of the folders share with others.
SHARED = ("Repository.swift", "SeededGenerator.swift")
MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "mutants",
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
    .target(
      name: "Templates", path: "Templates", sources: ["Templates.c"], publicHeadersPath: "include",
      cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "CPageMemory", dependencies: ["CLibXML2"]),
    .target(name: "Markup", dependencies: ["CLibXML2", "CPageMemory"], swiftSettings: house),
    .target(
      name: "SelfEvaluation", dependencies: ["CNettle", "Markup", "Templates"], swiftSettings: house),
    .testTarget(name: "SelfEvaluationTests", dependencies: ["SelfEvaluation"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6])

// Optimised, because the tests run once for every mutant.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-O"]),
]
"""


class Package:
    def __init__(self, root, place):
        self.root, self.place = root, place
        self.sources = {}
        for folder in FOLDERS:
            for path in sorted((root / CORE / folder).glob("*.swift")):
                self.sources[f"{CORE}/{folder}/{path.name}"] = path.read_text()

    def copy(self):
        """Everything the core and the folders' tests need; files that did not change keep their dates."""
        for name in ("CLibXML2", "CNettle", "CPageMemory", "Markup", "SelfEvaluation"):
            mirror(self.root / "Sources" / name, self.place / "Sources" / name)
        mirror(self.root / "Templates", self.place / "Templates")
        mirror(self.root / "Samples/jsmi-2023", self.place / "Samples/jsmi-2023")
        tests = self.place / "Tests/SelfEvaluationTests"
        for folder in FOLDERS:
            mirror(self.root / "Tests/SelfEvaluationTests" / folder, tests / folder)
        for name in SHARED:
            put(tests / name, (self.root / "Tests/SelfEvaluationTests" / name).read_text())
        put(self.place / "Package.swift", MANIFEST)

    def weave(self, sites):
        """Writes the sources with the sites in them, and the operators they need."""
        declarations = []
        for file, source in self.sources.items():
            put(self.place / file, woven(source, [site for site in sites if site.file == file], declarations))
        switch = (self.root / "Tests/Mutants/Mutation.swift").read_text()
        put(self.place / CORE / "Mutation.swift", switch + "\n" + "\n".join(declarations) + "\n")

    def build(self):
        """The errors of a build of the tests; empty when it stands."""
        run = subprocess.run(
            ["swift", "build", "--build-tests", "-j", "2"], cwd=self.place, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        (self.place / "build.log").write_text(run.stdout)
        if run.returncode == 0:
            return []
        pattern = re.escape(str(self.place.resolve())) + r"/(\S+?):(\d+):(\d+): error: (.*)"
        return sorted(set(re.findall(pattern, run.stdout))) or [("", "0", "0", run.stdout[-3000:])]

    @property
    def tests(self):
        return next(self.place.glob(".build/debug/*PackageTests.xctest"))


def woven(source, sites, declarations):
    """The source with its sites rewritten; a site may hold others."""
    out, at = [], 0
    for site in sorted(sites, key=lambda site: (site.start, -site.end)):
        if site.start < at:
            # Inside one that was rewritten with all it holds; one half inside would never be switched on.
            assert site.end <= at, f"{site.file}:{site.line} {site.change}"
            continue
        inner = [other for other in sites if other is not site and site.start <= other.start
                 and other.end <= site.end]
        shifted = [replace(other, start=other.start - site.start, end=other.end - site.start)
                   for other in inner]
        original = woven(source[site.start:site.end], shifted, declarations)
        own = symbol(site.number)
        declare(site, own, declarations)
        out += [source[at:site.start], site.text.format(id=site.number, op=own, prefix=own, original=original)]
        at = site.end
    return "".join(out) + source[at:]


def declare(site, own, declarations):
    number = site.number
    if site.operator == "prefix":
        declarations.append(f"prefix operator {own}\nprefix func {own} (x: Bool) -> Bool "
                            f"{{ Mutation.isActive({number}) ? x : !x }}")
    elif site.operator:
        group, signatures, body = site.operator
        declarations.append(f"infix operator {own} : {group}")
        for signature in signatures:
            declarations.append(f"func {own} {signature} {{ Mutation.isActive({number}) ? {body} }}")
        if site.change == "+→-":
            # Of lists and texts the right one is left out.
            for kind in ("<E>(l: [E], r: [E]) -> [E]", "(l: String, r: String) -> String"):
                declarations.append(f"func {own} {kind} {{ Mutation.isActive({number}) ? l : l + r }}")


def symbol(number):
    """An operator nobody else has: two box-drawing characters."""
    return chr(0x2500 + number // 120) + chr(0x2500 + number % 120)


def mirror(source, target):
    for path in sorted(source.rglob("*")):
        if path.is_file():
            put(target / path.relative_to(source), path.read_bytes())
    for path in sorted(target.rglob("*")):
        if path.is_file() and not (source / path.relative_to(target)).exists():
            path.unlink()


def put(path, content):
    """Writes only what is new, so that a second build has little to do."""
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

// swift-tools-version: 6.2
// A package of its own: run.sh builds it and all it depends on with the fuzzer and the address sanitizer.
import PackageDescription

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "jixiao", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "FuzzTargets", dependencies: [.product(name: "SelfEvaluation", package: "jixiao")],
      // The other linker, gold, fails on the debug information.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
  ],
  swiftLanguageModes: [.v6]
)

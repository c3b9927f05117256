// swift-tools-version: 6.2
// A package of its own: built with the fuzzer's and the address sanitizer's instrumentation throughout.
import PackageDescription

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "jixiao", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "FuzzTargets", dependencies: [.product(name: "SelfEvaluation", package: "jixiao")],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
  ],
  swiftLanguageModes: [.v6]
)

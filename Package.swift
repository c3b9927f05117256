// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: warnings are errors, and what a file uses it says.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "jixiao",
  products: [
    .executable(name: "jixiao", targets: ["jixiao"]),
    .library(name: "SelfEvaluation", targets: ["SelfEvaluation"]),
  ],
  traits: [
    .trait(name: "SMTP", description: "Sends mail through libcurl (jixiao email --send)"),
    .default(enabledTraits: ["SMTP"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .target(name: "CFileSystem"),
    .target(name: "CWorkers"),
    // Without the trait it is empty and needs no header of libcurl.
    .target(name: "CCurl", cSettings: [.define("JIXIAO_SMTP", .when(traits: ["SMTP"]))]),
    // Page shells, schemas and rubrics, compiled into the binary with #embed.
    .target(
      name: "Templates", path: "Templates",
      exclude: [
        "README.md", "banner.html", "findings.html", "foot.html", "head.html", "index.html", "index.js",
        "mail.rng", "overview.html",
        "page.rng",
        "report.html",
        "rubrics", "sheet.html", "style.css",
      ],
      sources: ["Templates.c"],
      publicHeadersPath: "include",
      cSettings: [.unsafeFlags(["-std=c23"])]),
    // Memory for libxml2's trees.
    .target(name: "CPageMemory", dependencies: ["CLibXML2"]),
    .target(name: "Markup", dependencies: ["CLibXML2", "CPageMemory"], swiftSettings: house),
    .target(
      name: "SelfEvaluation",
      dependencies: [
        "CNettle", "Markup", "Templates",
      ],
      exclude: ["Checking/CATALOGUE.md"],
      swiftSettings: house + [.strictMemorySafety()]),
    .executableTarget(
      name: "jixiao",
      dependencies: [
        .target(name: "CCurl", condition: .when(traits: ["SMTP"])), "CFileSystem", "CWorkers",
        "SelfEvaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house + [.strictMemorySafety()]),
    // Measures the typed reader (`make bench`); not part of any product.
    .executableTarget(
      name: "ReadTyped", dependencies: ["SelfEvaluation"], path: "Tests/Benchmarks/ReadTyped",
      swiftSettings: house),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    .testTarget(
      name: "SelfEvaluationTests", dependencies: ["Markup", "SelfEvaluation"], swiftSettings: house),
    .testTarget(
      name: "ToolTests", dependencies: ["jixiao", "SelfEvaluation"], exclude: ["Golden"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

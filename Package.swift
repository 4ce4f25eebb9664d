// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target shares: visible existentials, explicit imports, no warnings left standing.
let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library's imports are its own business unless it says `public import`.
let library: [SwiftSetting] = common + [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
  name: "guideline-audit",
  products: [
    .library(name: "GuidelineAudit", targets: ["GuidelineAudit"]),
    .executable(name: "audit", targets: ["audit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // What the C library's allocator can be told.
    .systemLibrary(name: "CAllocation"),
    .target(name: "Diagnostics", swiftSettings: library),

    .target(
      name: "YAMLTree", dependencies: ["CLibYAML", "Diagnostics"],
      swiftSettings: library + [.strictMemorySafety()]),
    .target(name: "Expressions", dependencies: ["Diagnostics", "YAMLTree"], swiftSettings: library),

    .target(
      name: "Findings",
      dependencies: ["Diagnostics", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: library),
    .target(
      name: "Schemes", dependencies: ["Diagnostics", "Expressions", "YAMLTree"],
      swiftSettings: library),
    .target(
      name: "Policies", dependencies: ["Diagnostics", "Expressions", "YAMLTree"],
      swiftSettings: library),

    .target(
      name: "Auditing",
      dependencies: ["Diagnostics", "Expressions", "Findings", "Policies", "Schemes", "YAMLTree"],
      swiftSettings: library),
    .target(
      name: "Reporting",
      dependencies: ["Diagnostics", "Findings", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: library),

    .target(
      name: "GuidelineAudit", dependencies: ["Auditing", "Diagnostics", "Findings", "Reporting"],
      swiftSettings: library),
    .executableTarget(
      name: "audit",
      dependencies: [
        "Auditing", "CAllocation", "Diagnostics", "Findings", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: common),

    // The second evaluator, for tests and benchmarks only.
    .target(
      name: "NaiveEvaluation", dependencies: ["Expressions"], path: "Tests/NaiveEvaluation",
      swiftSettings: library),
    // What tests share: random numbers that a seed determines, snapshots.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: library),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: common),
    .testTarget(
      name: "YAMLTreeTests", dependencies: ["Diagnostics", "YAMLTree"], swiftSettings: common),
    .testTarget(
      name: "ExpressionsTests",
      dependencies: [
        "Diagnostics", "Expressions", "NaiveEvaluation", "TestSupport", "YAMLTree",
        .product(name: "BigInt", package: "BigInt"),
      ], swiftSettings: common),
    .testTarget(
      name: "SchemesTests", dependencies: ["Diagnostics", "Expressions", "Schemes", "YAMLTree"],
      swiftSettings: common),
    .testTarget(
      name: "PoliciesTests",
      dependencies: ["Diagnostics", "Expressions", "Policies", "TestSupport", "YAMLTree"],
      swiftSettings: common),
    .testTarget(
      name: "ReportingTests", dependencies: ["Diagnostics", "Findings", "Reporting", "TestSupport"],
      exclude: ["Snapshots"],
      swiftSettings: common),
    .testTarget(
      name: "AuditingTests",
      dependencies: [
        "Auditing", "Diagnostics", "Expressions", "Findings", "GuidelineAudit", "NaiveEvaluation",
        "Policies", "Reporting", "Schemes", "TestSupport", "YAMLTree",
      ],
      exclude: ["Fixtures"], swiftSettings: common),
  ],
  swiftLanguageModes: [.v6]
)

// Fuzz targets are built by `make fuzz` alone, which sets this variable; no other build knows them.
if Context.environment["GUIDELINE_AUDIT_FUZZING"] != nil {
  let whole: [Target.Dependency] = ["Auditing", "FuzzHarness", "Diagnostics"]
  let targets: [(name: String, dependencies: [Target.Dependency])] = [
    ("YAML", ["FuzzHarness", "Diagnostics", "YAMLTree"]),
    ("Expressions", whole + ["Expressions", "Policies", "Schemes"]),
    ("Policies", whole + ["Policies", "Schemes", "YAMLTree"]),
    ("Schemes", ["FuzzHarness", "Diagnostics"]),
  ]
  package.targets.append(
    .target(
      name: "FuzzHarness", dependencies: ["Auditing", "Diagnostics", "Findings", "Reporting"],
      path: "Fuzzing/Harness",
      swiftSettings: library))
  for target in targets {
    package.targets.append(
      .executableTarget(
        name: "Fuzz\(target.name)", dependencies: target.dependencies, path: "Fuzzing/\(target.name)",
        swiftSettings: library))
  }
}

// The benchmarks see what programs that embed the library do not; `make bench` builds them.
if Context.environment["GUIDELINE_AUDIT_BENCHMARKS"] != nil {
  package.targets += [
    .target(name: "BenchmarkSupport", path: "Benchmarks/Support", swiftSettings: library),
    .executableTarget(
      name: "LanguageBenchmark",
      dependencies: [
        "Auditing", "BenchmarkSupport", "Diagnostics", "Expressions", "NaiveEvaluation", "Policies",
        "Schemes",
      ],
      path: "Benchmarks/Language", swiftSettings: common),
    .executableTarget(
      name: "FormatBenchmark", dependencies: ["BenchmarkSupport", "GuidelineAudit"],
      path: "Benchmarks/Formats", swiftSettings: common),
  ]
}

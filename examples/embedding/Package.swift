// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "embedding",
  dependencies: [.package(name: "guideline-audit", path: "../..")],
  targets: [
    .executableTarget(
      name: "SchemeReview",
      dependencies: [.product(name: "GuidelineAudit", package: "guideline-audit")])
  ],
  swiftLanguageModes: [.v6]
)

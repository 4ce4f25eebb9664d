// swift-tools-version: 6.2
import PackageDescription

/// A process that does nothing, built as `swift build` builds any program: what starting Swift costs.
let package = Package(name: "empty", targets: [.executableTarget(name: "empty")])

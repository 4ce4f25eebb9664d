import Diagnostics
import Expressions
import Foundation
import Policies
import Testing

@testable import Auditing

/// Sets with what is kept of them, for tests.
enum PackedSets {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let folders = ["policies", "examples/small-policy-set"].map { root + "/" + $0 }
  static let schemes: [String] = {
    let folder = root + "/examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)/scheme.yaml" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }()

  /// The bytes of the folders' packs, made once for all tests.
  static let packs = folders.map { folder in
    Result { try #require(try PolicySet(directory: folder).packed(for: "this")) }
  }

  static func pack(of folder: String) throws -> PolicyPack {
    let bytes =
      try Self.folders.firstIndex(of: folder).map { try Self.packs[$0].get() }
      ?? #require(try PolicySet(directory: folder).packed(for: "this"))
    return try PolicyPack(bytes, build: "this")
  }

  static func loaded(_ folder: String, pack: PolicyPack?) throws -> PolicySet {
    let (set, diagnostics, _) = PolicySet.load([folder], reading: [], pack: pack)
    #expect(diagnostics.allSatisfy { $0.severity == .note })
    var loaded = try #require(set)
    // Notes are for those who check a set.
    loaded.diagnostics = []
    return loaded
  }

  /// Whether a set came out of a pack: the texts of its expressions stand nowhere then.
  static func isUnpacked(_ set: PolicySet) -> Bool {
    set.policies.allSatisfy { $0.program.cells.allSatisfy { $0.expression.source.node == nil } }
  }
}

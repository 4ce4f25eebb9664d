import Diagnostics
import Foundation
import Testing

@testable import Auditing

/// Files are read whole or, where their beginning shows that the rest is not wanted, no further than that.
@Suite struct FileReadingTests {
  /// A file of its own for as long as the test runs.
  private final class Sample {
    let path: String

    init(_ count: Int) throws {
      let place = FileManager.default.temporaryDirectory.appendingPathComponent(
        "guideline-audit-\(UUID().uuidString)")
      path = place.path
      try Data(Self.bytes(count)).write(to: place)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 70_000])
  func `a file is read whole`(_ count: Int) throws {
    let sample = try Sample(count)
    #expect(try FileReading.bytes(of: sample.path) == Sample.bytes(count))
    var seen: [UInt8] = []
    let bytes = try FileReading.bytes(of: sample.path) { head in
      seen = Array(head)
      return true
    }
    #expect(bytes == Sample.bytes(count))
    #expect(seen == Array(Sample.bytes(count).prefix(seen.count)))
  }

  @Test(arguments: [(0, 0), (4_095, 4_095), (4_097, 4_096), (70_000, 4_096)])
  func `only the beginning of a file is read whose rest is not wanted`(_ count: Int, _ wanted: Int) throws {
    let sample = try Sample(count)
    let bytes = try FileReading.bytes(of: sample.path) { _ in false }
    #expect(bytes == Array(Sample.bytes(count).prefix(wanted)))
  }

  @Test func `a file that is too long is refused whatever its beginning says`() throws {
    let sample = try Sample(5_000)
    #expect(throws: FileReading.Failure.self) {
      try FileReading.bytes(of: sample.path, limit: 4_999) { _ in false }
    }
    #expect(try FileReading.bytes(of: sample.path, limit: 5_000).count == 5_000)
  }

  @Test func `paths are put in order by their bytes`() {
    let paths = ["가", "a/b", "a.yaml", "a-b", "", "a", "나", "a/b/c", "Z"]
    let expected = paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    #expect(paths.sorted { $0.precedesInBytes($1) } == expected)
  }
}

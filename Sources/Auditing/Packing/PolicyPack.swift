import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

/// A policy set as a program has checked it, in bytes: an audit that reads them need not read and check the files anew.
///
/// It holds for the very files it was made from and for the program that made it; for all others it is nothing. What
/// it says is kept by digests: of each file, of each of its parts and of the list of both.
package struct PolicyPack: Sendable {
  /// A file of the set.
  struct Entry: Equatable, Sendable {
    /// What its first line says.
    var kind: FileKind
    /// Its SHA-256.
    var sha256: String
  }

  /// What was made of a file, or of several.
  private struct Part: Sendable {
    /// Where it lies in the pack.
    var place: Range<Int>
    /// Its own SHA-256.
    var sha256: String
  }

  private let bytes: [UInt8]
  /// Every file of the set, in the order of kinds and digests.
  private let entries: [Entry]
  /// By their names: the digests of their files, or `calendars`.
  private let parts: [String: Part]

  /// The part that holds all calendars, which name no places in their files.
  static let calendars = "calendars"

  private static let mark = Array("guideline-audit policy pack\n".utf8)
  /// Digits of a digest.
  private static let digits = 64

  // ── reading ────────────────────────────────────────────────────────────────

  /// Opens the pack in a file; nil where there is none of this very program.
  package init?(at path: String) {
    guard let bytes = try? FileReading.bytes(of: path), let program = BuildIdentity.current() else {
      return nil
    }
    self.init(bytes, program: program)
  }

  /// Opens a pack; nil for bytes that are none, or one of another program.
  ///
  /// - Parameter program: what tells the program from every other one.
  init?(_ bytes: [UInt8], program: String) {
    let start = Self.mark.count + Self.digits
    guard bytes.count >= start, bytes.starts(with: Self.mark) else { return nil }
    var head = PackReader(bytes, part: start..<bytes.count)
    do throws(PackFailure) {
      let length = try head.count()
      let first = bytes.count - head.rest
      guard
        Digest.sha256(of: bytes[first..<first + length]).utf8.elementsEqual(bytes[Self.mark.count..<start])
      else { return nil }
      head = PackReader(bytes, part: first..<first + length)
      guard try head.string() == program else { return nil }
      entries = try head.list { pack throws(PackFailure) in
        Entry(kind: try pack.member(), sha256: try pack.string())
      }
      var end = first + length
      var parts: [String: Part] = [:]
      for _ in 0..<(try head.count()) {
        let (name, length, sha256) = (try head.string(), try head.int(), try head.string())
        guard length >= 0, length <= bytes.count - end else { return nil }
        parts[name] = Part(place: end..<end + length, sha256: sha256)
        end += length
      }
      guard head.isAtEnd, end == bytes.count else { return nil }
      self.parts = parts
      self.bytes = bytes
    } catch {
      return nil
    }
  }

  /// Whether these are all files of the set and no others.
  func isMade(of files: [Entry]) -> Bool {
    files.sorted(by: Self.precedes) == entries
  }

  /// What `read` makes of a part; nil where that is not there or is damaged.
  ///
  /// - Parameter files: where what it says stands.
  func content<Content>(
    of name: String, in files: [SourceFile] = [],
    _ read: (inout PackReader) throws(PackFailure) -> Content
  ) -> Content? {
    guard let part = parts[name], Digest.sha256(of: bytes[part.place]) == part.sha256 else { return nil }
    var pack = PackReader(bytes, part: part.place, files: files)
    guard let content = try? read(&pack), pack.isAtEnd else { return nil }
    return content
  }

  // ── making ─────────────────────────────────────────────────────────────────

  /// A pack of files with what was made of them, for one program.
  static func bytes(
    of entries: [Entry], parts: [(name: String, bytes: [UInt8])], program: String
  ) throws(PackFailure) -> [UInt8] {
    var head = PackWriter()
    head.string(program)
    try head.list(entries.sorted(by: precedes)) { pack, entry in
      pack.member(entry.kind)
      pack.string(entry.sha256)
    }
    try head.list(parts) { pack, part in
      pack.string(part.name)
      pack.int(part.bytes.count)
      pack.string(Digest.sha256(of: part.bytes[...]))
    }
    var length = PackWriter()
    length.int(head.bytes.count)
    return mark + Digest.sha256(of: head.bytes[...]).utf8 + length.bytes + head.bytes + parts.flatMap(\.bytes)
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    (a.kind.rawValue, a.sha256) < (b.kind.rawValue, b.sha256)
  }
}

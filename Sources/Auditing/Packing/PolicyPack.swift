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
  /// Every file of the set, in the order of their paths.
  private let entries: [Entry]
  /// By their names: the digests of their files, or `calendars`.
  private let parts: [String: Part]

  /// The part that holds all calendars, which name no places in their files.
  static let calendars = "calendars"

  private static let mark = Array("guideline-audit policy pack\n".utf8)
  /// Digits of a digest.
  private static let digits = 64

  // ── reading ────────────────────────────────────────────────────────────────

  /// Why a pack is not used.
  package enum Refusal: Error, Sendable {
    /// There is none that can be read.
    case absent
    /// Somebody may have written it who could not have written the program.
    case untrusted
    /// Another build of the program made it.
    case ofAnotherBuild
    /// It is not what was written.
    case damaged
    /// It was made of other files, or these have changed since.
    case ofOtherFiles
    /// Nothing tells this build of the program from others.
    case withoutBuild
  }

  /// Opens the pack in a file that nobody can have written who could not have written the program.
  package init(at path: String) throws(Refusal) {
    guard let program = ProgramFile.current() else { throw .withoutBuild }
    var isTrusted = true
    let bytes = try? FileReading.bytes(
      of: path,
      ifStatus: {
        isTrusted = program.trusts($0)
        return isTrusted
      })
    guard let bytes else { throw isTrusted ? .absent : .untrusted }
    try self.init(bytes, build: program.build)
  }

  /// Opens a pack.
  ///
  /// - Parameter build: what tells the program from every other one.
  init(_ bytes: [UInt8], build: String) throws(Refusal) {
    let start = Self.mark.count + Self.digits
    guard bytes.count >= start, bytes.starts(with: Self.mark) else { throw .damaged }
    var head = PackReader(bytes, part: start..<bytes.count)
    let maker: String
    do throws(PackFailure) {
      let length = try head.count()
      let first = bytes.count - head.rest
      guard
        Digest.sha256(of: bytes[first..<first + length]).utf8.elementsEqual(bytes[Self.mark.count..<start])
      else { throw .damaged }
      head = PackReader(bytes, part: first..<first + length)
      maker = try head.string()
      entries = try head.list { pack throws(PackFailure) in
        Entry(kind: try pack.member(), sha256: try pack.string())
      }
      var end = first + length
      var parts: [String: Part] = [:]
      for _ in 0..<(try head.count()) {
        let (name, length, sha256) = (try head.string(), try head.int(), try head.string())
        guard length >= 0, length <= bytes.count - end else { throw .damaged }
        parts[name] = Part(place: end..<end + length, sha256: sha256)
        end += length
      }
      guard head.isAtEnd, end == bytes.count else { throw .damaged }
      self.parts = parts
      self.bytes = bytes
    } catch {
      throw .damaged
    }
    guard maker == build else { throw .ofAnotherBuild }
  }

  /// Whether these are all files of the set and no others, in the same order.
  func isMade(of files: [Entry]) -> Bool { files == entries }

  /// Whether every part is what was written.
  var isWhole: Bool {
    parts.values.allSatisfy { Digest.sha256(of: bytes[$0.place]) == $0.sha256 }
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

  /// A pack of files, in the order of their paths, with what was made of them, for one build of the program.
  static func bytes(
    of entries: [Entry], parts: [(name: String, bytes: [UInt8])], build: String
  ) throws(PackFailure) -> [UInt8] {
    var head = PackWriter()
    head.string(build)
    try head.list(entries) { pack, entry in
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
}

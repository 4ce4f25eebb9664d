import Schemes

/// What a file of a policy set is, by its first line.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
  case vocabulary = "guideline_vocabulary"
  case calendar = "guideline_calendar"
  case register = "guideline_register"
  case policy = "guideline_policy"
  case profile = "guideline_profile"
  case waivers = "guideline_waivers"
  case decisions = "guideline_decisions"
  case test = "guideline_test"
  case report = "guideline_report"

  /// The kind of a file whose first line names this format, such as `guideline_policy/1`; nil for other files.
  init?(format: String?) {
    self.init(rawValue: String((format ?? "").prefix { $0 != "/" }))
  }

  /// What the first line of a file says, as far as it can be told without parsing the file.
  enum Sniffed: Sendable, Hashable {
    /// A kind that this version reads.
    case kind(FileKind)
    /// A name that no kind of file of a policy set has: a scheme's, perhaps.
    case other(String)
    /// No plain `format:` line.
    case none

    /// The kind, for files that are read whenever policies are loaded.
    var loadedKind: FileKind? {
      switch self {
      case .kind(.vocabulary): .vocabulary
      case .kind(.calendar): .calendar
      case .kind(.register): .register
      case .kind(.policy): .policy
      case .kind(.profile), .kind(.waivers), .kind(.decisions), .kind(.test), .kind(.report), .other, .none:
        nil
      }
    }
  }

  /// Looks at the first line that is neither blank nor a comment.
  static func sniff(_ bytes: ArraySlice<UInt8>) -> Sniffed {
    var rest = bytes
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while let line = nextLine(&rest) {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let label = Array("format:".utf8)
      guard line.starts(with: label) else { return .none }
      let value = line.dropFirst(label.count).filter {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      let name = value.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
      guard !name.isEmpty else { return .none }
      let text = String(decoding: name, as: UTF8.self)
      return FileKind(rawValue: text).map { .kind($0) } ?? .other(text)
    }
    return .none
  }

  private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    var line = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(line.count + 1)
    while let last = line.last, last == 0x0D || last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line
  }
}

import Diagnostics

/// Where the page of a rule is, seen from the folder of all pages: `ko/KR-NTC-001.md`.
enum RulePageAddress {
  /// Name of the page that lists the others of its language.
  static let index = "README.md"

  /// The file of a rule's page.
  static func file(of rule: String) -> String {
    let name = rule + ".md"
    // A rule of that name must not take the place of the list.
    return name.lowercased() == index.lowercased() ? "_" + name : name
  }

  /// The page of a rule, seen from the folder of all pages.
  static func path(of rule: String, _ language: Language) -> String {
    language.rawValue + "/" + file(of: rule)
  }

  /// The page's address below the address of all pages, which may be a path.
  static func uri(of rule: String, below base: String, _ language: Language = .ko) -> String {
    var base = base
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    return base + "/" + encoded(path(of: rule, language))
  }

  /// A path as a link writes it: what is no plain letter, digit or sign is percent-encoded.
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"):
        result.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return String(result)
  }
}

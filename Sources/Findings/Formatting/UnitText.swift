import Diagnostics

/// A unit's label and the signs by which a text may already name it.
struct UnitText {
  private let code: String
  private let label: LocalizedText?

  /// A unit by code; the units' labels come from the vocabulary.
  init(code: String, units: [String: LocalizedText]) {
    self.code = code
    label = units[code] ?? Self.computedUnits[code]
  }

  /// Units that functions of the language give, for vocabularies that do not label them.
  private static let computedUnits: [String: LocalizedText] = [
    "percent": LocalizedText("%"),
    "h": LocalizedText(ko: "시간", en: "h"),
    "days": LocalizedText(ko: "일", en: "days"),
    "months": LocalizedText(ko: "개월", en: "months"),
  ]

  /// Other ways to write a unit, besides its code and labels.
  private static let signs: [String: [String]] = [
    "KRW": ["원", "₩", "￦", "won"],
    "USD": ["달러", "$", "US$"],
    "percent": ["%", "퍼센트", "per cent"],
    "h": ["시간", "hour", "hours"],
    "min": ["분", "minute", "minutes"],
    "days": ["일", "day", "working days"],
    "months": ["개월", "month"],
    "persons": ["명", "person"],
    "users": ["명", "user"],
    "count": ["건"],
  ]

  /// The number with the unit's label where the language puts it.
  func joined(to number: String, isOne: Bool, _ language: Language) -> String {
    let name = label?[language] ?? code
    switch language {
    case .en:
      if Self.isCurrency(name) { return "\(name) \(number)" }
      if name == "%" { return "\(number)%" }
      return "\(number) \(isOne && name.count > 2 && name.hasSuffix("s") ? String(name.dropLast()) : name)"
    case .ko:
      // 5,577억 원, but 7,550원.
      let isSpaced = number.last.map { "조억만".contains($0) } == true || name.first?.isASCII == true
      return name == "%" || !isSpaced ? "\(number)\(name)" : "\(number) \(name)"
    }
  }

  /// Whether the texts around a number already name the unit.
  func stands(before: String, after: String) -> Bool {
    var names = [code] + (Self.signs[code] ?? [])
    if let label { names += [label.ko, label.en] }
    let before = before.trimmingSuffix(" ")
    let after = after.drop { $0 == " " }
    return names.contains { name in
      !name.isEmpty && (Self.begins(after, with: name) || Self.ends(before, with: name))
    }
  }

  private static func begins(_ text: Substring, with name: String) -> Bool {
    guard text.hasPrefix(name) else { return false }
    return !isLatinLetter(name.last) || !isLatinLetter(text.dropFirst(name.count).first)
  }

  /// Before a number only a sign or a code names the unit: a Korean word there belongs to what comes before.
  private static func ends(_ text: Substring, with name: String) -> Bool {
    guard name.first.map({ !("가"..."힣").contains($0) }) == true, text.hasSuffix(name) else { return false }
    return !isLatinLetter(name.first) || !isLatinLetter(text.dropLast(name.count).last)
  }

  private static func isLatinLetter(_ character: Character?) -> Bool {
    character.map { $0.isASCII && $0.isLetter } ?? false
  }

  private static func isCurrency(_ name: String) -> Bool {
    ["$", "€", "£", "¥", "₩"].contains(name)
      || name.utf8.count == 3 && name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var text = self[...]
    while text.last == character { text.removeLast() }
    return text
  }
}

/// A language the product speaks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  /// Korean and English, by their ISO 639 codes.
  case ko, en
}

/// The same text in Korean and in English.
public struct LocalizedText: Sendable, Hashable, Codable {
  /// The Korean text.
  public var ko: String
  /// The English text.
  public var en: String

  /// Creates a text from its Korean and its English form.
  public init(ko: String, en: String) {
    self.ko = ko
    self.en = en
  }

  /// A text that is the same in both languages, such as a name or a citation.
  public init(_ both: String) {
    self.init(ko: both, en: both)
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .ko: ko
    case .en: en
    }
  }

  /// Joins texts in both languages with the same separator.
  public static func joined(_ texts: [LocalizedText], separator: String) -> LocalizedText {
    LocalizedText(
      ko: texts.map(\.ko).joined(separator: separator), en: texts.map(\.en).joined(separator: separator))
  }
}

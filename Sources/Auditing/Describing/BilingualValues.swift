import Diagnostics
import Findings

/// Writes values in both languages, as people write them and as they are written in files.
struct BilingualValues: Sendable {
  private let ko: ValueFormatter
  private let en: ValueFormatter

  /// A writer with the units' labels by their codes.
  init(units: [String: LocalizedText]) {
    ko = ValueFormatter(language: .ko, units: units)
    en = ValueFormatter(language: .en, units: units)
  }

  /// The value as people write it: `7,550원`, `2022. 12. 29.`.
  func text(_ value: ReportValue) -> LocalizedText {
    LocalizedText(ko: ko.text(value), en: en.text(value))
  }

  /// The value as people write it, with its written form behind where that differs: `예 (`true`)`.
  func full(_ value: ReportValue) -> LocalizedText {
    let text = text(value)
    guard let written = Self.written(value) else { return text }
    return LocalizedText(
      ko: written == text.ko ? text.ko : "\(text.ko) (`\(written)`)",
      en: written == text.en ? text.en : "\(text.en) (`\(written)`)")
  }

  /// A plain value as a file or an expression writes it; nil for what has no such form.
  static func written(_ value: ReportValue) -> String? {
    switch value.type {
    case .number: value.exact ?? value.text
    case .bool, .choice, .date, .timestamp, .duration, .ref: value.text
    case .string, .list, .record, .range, .either, .unknown, .none, .error: nil
    }
  }

  /// A text with another in parentheses, as in `서비스 (services)`.
  static func noted(_ text: LocalizedText, _ note: LocalizedText) -> LocalizedText {
    LocalizedText(ko: "\(text.ko) (\(note.ko))", en: "\(text.en) (\(note.en))")
  }
}

extension LocalizedText {
  /// Texts in a row with a dot between them.
  static func dotted(_ texts: [LocalizedText]) -> LocalizedText { .joined(texts, separator: " · ") }

  /// The text in both languages, with something before and behind that is the same in both.
  func within(_ before: String, _ after: String) -> LocalizedText {
    LocalizedText(ko: before + ko + after, en: before + en + after)
  }
}

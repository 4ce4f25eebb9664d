import Diagnostics
import Expressions
import Findings
import Policies

/// Fills the placeholders of a policy's texts with the values of the present subject, in both languages.
struct MessageRenderer {
  private let evaluation: Evaluation
  private let values: ValueWriter
  private let confidentiality: Confidentiality
  private let ko: ValueFormatter
  private let en: ValueFormatter

  /// A renderer that evaluates placeholders wherever the evaluation stands.
  init(evaluation: Evaluation, values: ValueWriter, confidentiality: Confidentiality) {
    self.confidentiality = confidentiality
    self.evaluation = evaluation
    self.values = values
    let units = evaluation.program.environment.units
    ko = ValueFormatter(language: .ko, units: units)
    en = ValueFormatter(language: .en, units: units)
  }

  /// The text with its values.
  func render(_ template: Template) -> LocalizedText {
    LocalizedText(ko: text(template.ko, ko), en: text(template.en, en))
  }

  /// The text for a redacted report, with a word in place of values that rest on confidential facts; nil where it
  /// shows none.
  ///
  /// - Parameter hidesAll: no value may be shown, whatever it rests on.
  func renderWithholding(_ template: Template, hidesAll: Bool) -> LocalizedText? {
    let isHiding =
      template.ko.contains { hides($0, hidesAll) } || template.en.contains { hides($0, hidesAll) }
    guard isHiding else { return nil }
    let hidden = { hides($0, hidesAll) }
    return LocalizedText(
      ko: Self.saidOnce(text(template.ko, ko, hidden), LocalizedText.withheld.ko),
      en: Self.saidOnce(text(template.en, en, hidden), LocalizedText.withheld.en))
  }

  /// A text without a withheld name in brackets behind another, such as that of an element behind its title.
  private static func saidOnce(_ text: String, _ word: String) -> String {
    var text = text
    for twice in ["\(word) (\(word))", "\(word)(\(word))"] {
      while let place = text.firstRange(of: twice) { text.replaceSubrange(place, with: word) }
    }
    return text
  }

  private func hides(_ piece: Template.Piece, _ hidesAll: Bool) -> Bool {
    switch piece {
    case .text: false
    case .value(let placeholder):
      hidesAll || hides(evaluation.evaluate(placeholder.value), as: placeholder.value.type)
    }
  }

  /// Whether a value rests on something confidential or is called by a confidential name, which nobody has to read.
  private func hides(_ result: Evaluated, as type: ValueType) -> Bool {
    confidentiality.hides(evaluation.expand(result.grounds))
      || values.write(result.value, as: type).holdsConfidential
  }

  private func text(
    _ pieces: [Template.Piece], _ formatter: ValueFormatter,
    _ isHidden: (Template.Piece) -> Bool = { _ in false }
  ) -> String {
    var text = ""
    var follows = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let words):
        // The policy's author chose the particle for a value that is not shown.
        text += follows && formatter.language == .ko ? KoreanParticle.fitting(words, after: text) : words
        follows = false
      case .value(let placeholder):
        follows = isHidden(piece)
        let value =
          follows
          ? .withheld : values.write(evaluation.evaluate(placeholder.value).value, as: placeholder.value.type)
        let after = index + 1 < pieces.count ? Self.words(pieces[index + 1]) : ""
        text += formatter.text(
          value, follows ? .formatted : Self.style(placeholder.style), before: text, after: after)
        if let particle = placeholder.particle {
          text += KoreanParticle.pick(after: text, particle)
          follows = false
        }
      }
    }
    return text
  }

  private static func words(_ piece: Template.Piece) -> String {
    if case .text(let words) = piece { words } else { "" }
  }

  private static func style(_ style: Template.Placeholder.Style) -> ValueFormatter.Style {
    switch style {
    case .formatted: .formatted
    case .iso: .iso
    case .plain: .plain
    }
  }
}

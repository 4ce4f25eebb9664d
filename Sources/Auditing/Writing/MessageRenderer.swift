import Diagnostics
import Expressions
import Findings
import Policies

/// Fills the placeholders of a policy's texts with the values of the present subject, in both languages.
struct MessageRenderer {
  private let evaluation: Evaluation
  private let values: ValueWriter
  private let ko: ValueFormatter
  private let en: ValueFormatter

  /// A renderer that evaluates placeholders wherever the evaluation stands.
  init(evaluation: Evaluation, values: ValueWriter) {
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

  private func text(_ pieces: [Template.Piece], _ formatter: ValueFormatter) -> String {
    var text = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let words): text += words
      case .value(let placeholder):
        let value = values.write(evaluation.evaluate(placeholder.value).value, as: placeholder.value.type)
        let after = index + 1 < pieces.count ? Self.words(pieces[index + 1]) : ""
        text += formatter.text(value, Self.style(placeholder.style), before: text, after: after)
        if let particle = placeholder.particle { text += KoreanParticle.pick(after: text, particle) }
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

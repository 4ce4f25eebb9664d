package import Expressions

/// A text with placeholders, in both languages.
package struct Template: Sendable {
  /// A stretch of text or a placeholder.
  package enum Piece: Sendable {
    /// Words as they are, braces already read.
    case text(String)
    /// A value that a report puts in.
    case value(Placeholder)
  }

  /// `{name}`, `{name|iso}`, `{name:이/가}`: a value to put in.
  package struct Placeholder: Sendable {
    /// How the value is written.
    package enum Style: String, Sendable, CaseIterable {
      /// As people of that language write it.
      case formatted
      /// Dates as `2022-12-29`.
      case iso
      /// Without separators and unit.
      case plain
    }

    /// A name or a path.
    package var value: CheckedExpression
    /// How the value is written.
    package var style: Style
    /// A Korean particle pair such as `이/가`: after a final consonant, otherwise.
    package var particle: (String, String)?

    /// A placeholder; the particle's form after a consonant stands first.
    package init(value: CheckedExpression, style: Style = .formatted, particle: (String, String)? = nil) {
      self.value = value
      self.style = style
      self.particle = particle
    }
  }

  /// The Korean text.
  package var ko: [Piece]
  /// The English text.
  package var en: [Piece]

  /// The pieces of both languages, each in its own order.
  package init(ko: [Piece], en: [Piece]) {
    self.ko = ko
    self.en = en
  }

  /// The values that it puts in, in both languages.
  package var values: [CheckedExpression] {
    (ko + en).compactMap { piece in
      switch piece {
      case .text: nil
      case .value(let placeholder): placeholder.value
      }
    }
  }
}

import Diagnostics
import Findings

/// Conditions and values in the words of one language.
struct Wording {
  /// The language it words in.
  let language: Language
  private let ko: KoreanWording
  private let en: EnglishWording

  /// Wording in a language with the units' labels by their codes.
  init(language: Language, units: [String: LocalizedText]) {
    self.language = language
    let values = ValueFormatter(language: language, units: units)
    ko = KoreanWording(values: values)
    en = EnglishWording(values: values)
  }

  /// The condition as a sentence that demands: `…이어야 한다`, `… must be …`.
  func demand(_ statement: Statement) -> Prose {
    switch language {
    case .ko: "\(ko.clause(statement, .must))."
    case .en: "\(en.clause(statement, .must).capitalized)."
    }
  }

  /// The condition before the word for a case: `…인` 경우, where …
  func given(_ statement: Statement) -> Prose {
    switch language {
    case .ko: ko.clause(statement, .noun)
    case .en: en.clause(statement, .plain)
    }
  }

  /// A value that stands alone.
  func value(_ quantity: Quantity) -> Prose {
    switch language {
    case .ko: ko.phrase(quantity).prose
    case .en: en.phrase(quantity).prose
    }
  }

  /// A value within a sentence, with a Korean particle.
  func value(_ quantity: Quantity, _ particle: (String, String)) -> Prose {
    switch language {
    case .ko: ko.particle(ko.phrase(quantity).leading, particle)
    case .en: en.phrase(quantity).inside.prose
    }
  }

  /// The members of a list that each are decided on their own: `…마다`, `each of …`.
  func each(of list: Quantity) -> Prose {
    switch (language, list) {
    case (.ko, _): return "\(ko.phrase(list).leading.prose)마다"
    case (.en, .filtered(let all, let element, let condition)):
      return "each of \(en.members(all, element)) for which \(en.item(condition, .plain))"
    case (.en, _): return "each of \(en.phrase(list).inside.prose)"
    }
  }

  /// What a unit is called.
  func unit(_ code: String) -> String {
    let two = (language == .ko ? ko.values : en.values).text(.number("2", unit: code))
    return String(two.filter { $0 != "2" && $0 != " " })
  }

  /// What an element is called in sentences.
  func name(of element: Element) -> String {
    switch language {
    case .ko: KoreanWording.name(of: element)
    case .en: EnglishWording.name(of: element)
    }
  }

  /// A text of the policy with the names of its placeholders in square brackets.
  func text(_ words: RuleMeaning.Words) -> Prose {
    let pieces = language == .ko ? words.ko : words.en
    var whole = Prose()
    for piece in pieces {
      switch piece {
      case .text(let text): whole.append(text)
      case .value(let quantity, let pair):
        let value = value(quantity)
        whole.append("[")
        whole.append(value)
        whole.append("]")
        if let pair { whole.append(KoreanParticle.pick(after: value.ending, pair)) }
      }
    }
    return whole
  }
}

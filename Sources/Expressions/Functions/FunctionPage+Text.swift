package import Diagnostics

extension FunctionPage {
  /// All entries by topic, one line each, for a terminal.
  package func list(_ language: Language) -> String {
    let shown = entries.map { (entry: $0, form: $0.forms.first ?? $0.name) }
    let width = min(shown.map { DisplayWidth.of($0.form) }.max() ?? 0, 36)
    var text = ""
    for topic in ManualTopic.allCases {
      text += (text.isEmpty ? "" : "\n") + topic.title[language] + "\n"
      for (entry, form) in shown where entry.manual.topic == topic {
        let cells = DisplayWidth.of(form)
        text += "  " + form
        text +=
          cells > width
          ? "\n" + String(repeating: " ", count: width + 4) : String(repeating: " ", count: width + 2 - cells)
        text += entry.manual.summary[language] + "\n"
      }
    }
    return text
  }
}

extension FunctionEntry {
  /// The whole entry, for a terminal.
  package func text(_ language: Language) -> String {
    var lines = forms
    lines.append("")
    lines.append(manual.summary[language])
    if let notes = manual.notes { lines.append(notes[language]) }
    let parameters = manual.parameters.map { ($0.name, described($0)[language]) }
    let width = parameters.map { DisplayWidth.of($0.0) }.max() ?? 0
    if !parameters.isEmpty { lines.append("") }
    for (name, text) in parameters {
      lines.append("  " + name + String(repeating: " ", count: width + 2 - DisplayWidth.of(name)) + text)
    }
    for (label, text) in remarks {
      lines.append("")
      lines.append("\(label[language]): \(text[language])")
    }
    if !manual.examples.isEmpty {
      lines.append("")
      lines.append(PageWord.examples[language] + ":")
    }
    for example in manual.examples {
      lines.append("  \(example.expression)  →  \(example.shownResult(language))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A parameter's meaning with the types that it takes.
  func described(_ parameter: Manual.Parameter) -> LocalizedText {
    guard let type = types[parameter.name] else { return parameter.meaning }
    // The meaning often says the type already.
    let written = { (meaning: String, type: String) in meaning == type ? meaning : "\(meaning) (\(type))" }
    return LocalizedText(
      ko: written(parameter.meaning.ko, type.ko), en: written(parameter.meaning.en, type.en))
  }

  /// What it gives, units, errors and unknowns, each with its label.
  var remarks: [(label: LocalizedText, text: LocalizedText)] {
    let all: [(LocalizedText, LocalizedText?)] = [
      (PageWord.gives, result), (PageWord.units, manual.units), (PageWord.errors, manual.errors),
      (PageWord.unknown, unknown.en.isEmpty ? nil : unknown),
    ]
    return all.compactMap { label, text in text.map { (label, $0) } }
  }
}

extension Function.Example {
  /// The result as the page shows it.
  func shownResult(_ language: Language) -> String {
    switch result {
    case "error": PageWord.error[language]
    case "unknown": PageWord.unknownResult[language]
    default: result
    }
  }
}

/// The labels of an entry.
enum PageWord {
  /// What a function gives.
  static let gives = LocalizedText(ko: "결과", en: "Gives")
  /// The units of what it takes and gives.
  static let units = LocalizedText(ko: "단위", en: "Units")
  /// What makes it an error.
  static let errors = LocalizedText(ko: "오류", en: "Errors")
  /// What happens with unknown facts.
  static let unknown = LocalizedText(ko: "모를 때", en: "Unknown facts")
  /// The examples.
  static let examples = LocalizedText(ko: "보기", en: "Examples")
  /// A result that is an error.
  static let error = LocalizedText(ko: "오류", en: "an error")
  /// A result that is unknown.
  static let unknownResult = LocalizedText(ko: "모름", en: "unknown")
}

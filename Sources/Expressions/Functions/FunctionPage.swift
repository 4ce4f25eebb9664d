import Diagnostics

/// One entry of the functions page: a function, all its declarations together, or a form of the language.
package struct FunctionEntry: Sendable {
  /// What it is looked up by.
  package let name: String
  /// How it is written, each way.
  package let forms: [String]
  /// The types its parameters take, by the parameters' names.
  let types: [String: LocalizedText]
  /// What it gives, if it is a function.
  let result: LocalizedText?
  /// What the page says of it.
  package let manual: Manual
  /// What happens with unknown facts.
  let unknown: LocalizedText

  /// The entry of a form.
  init(_ form: LanguageForm) {
    name = form.name
    forms = form.forms
    types = [:]
    result = nil
    manual = form.manual
    unknown = form.manual.unknown ?? LocalizedText(ko: "", en: "")
  }

  /// The entry of a function.
  init(_ function: Function) {
    let manual = function.manual()
    name = function.name
    self.manual = manual
    unknown = manual.unknown ?? function.lifting.rule
    var forms: [String] = []
    var types: [String: [LocalizedText]] = [:]
    var results: [LocalizedText] = []
    for (index, overload) in function.overloads.filter(\.isForPolicies).enumerated() {
      let names =
        manual.forms.map { $0.indices.contains(index) ? $0[index] : [] }
        ?? manual.parameters.prefix(overload.parameters.count).map(\.name)
      for form in function.forms(names, isVariadic: overload.isVariadic) where !forms.contains(form) {
        forms.append(form)
      }
      for (name, pattern) in zip(names, overload.parameters) {
        types[name, default: []].appendOnce(pattern.written)
      }
      results.appendOnce(overload.result.written)
    }
    self.forms = forms
    self.types = types.mapValues { $0.alternatives }
    result = results.alternatives
  }
}

/// The functions and forms of the language, as a person looks them up.
package struct FunctionPage: Sendable {
  /// In the order of the topics, each in the order of its declaration.
  package let entries: [FunctionEntry]

  /// The page of a library and of all forms.
  package init(_ library: FunctionLibrary = .standard) {
    let all = LanguageForm.all.map { FunctionEntry($0) } + library.functions.map { FunctionEntry($0) }
    entries = ManualTopic.allCases.flatMap { topic in all.filter { $0.manual.topic == topic } }
  }

  /// The entries with a name, such as a form and a function that share it.
  package func named(_ name: String) -> [FunctionEntry] {
    entries.filter { $0.name == name || $0.aliases.contains(name) }
  }

  /// The name that was probably meant.
  package func nearest(to name: String) -> String? {
    Suggestion.nearest(to: name, among: entries.map(\.name) + entries.flatMap(\.aliases))
  }
}

extension FunctionEntry {
  /// Other signs that it is looked up by: `!=` for `==`.
  var aliases: [String] {
    switch name {
    case "==": ["!="]
    case "<": ["<=", ">", ">="]
    case "+": ["-"]
    case "*": ["/"]
    case "if": ["?", "? :"]
    case "strings.quote": ["quote"]
    case "p": ["p.NAME"]
    case "table": ["table.NAME"]
    default: []
    }
  }
}

extension Function {
  /// How it is written with parameters of these names.
  fileprivate func forms(_ names: [String], isVariadic: Bool) -> [String] {
    let more = isVariadic ? ["…"] : []
    let free = "\(name)(\((names + more).joined(separator: ", ")))"
    let method = "\(names.first ?? "").\(name)(\((names.dropFirst() + more).joined(separator: ", ")))"
    return switch style {
    case .free: [free]
    case .method: [method]
    case .both: [free, method]
    }
  }
}

extension Function.Overload {
  /// Whether a policy may use it: maps exist for the conformance rows only.
  fileprivate var isForPolicies: Bool {
    !parameters.contains { if case .exact(.map) = $0 { true } else { false } }
  }
}

extension Function.Lifting {
  /// What happens with unknown and partly known arguments, in words.
  fileprivate var rule: LocalizedText {
    switch self {
    case .readings, .none, .unknowns:
      LocalizedText(
        ko: "모르는 값이 있으면 모름입니다. 범위만 알거나 자료가 엇갈리는 값은 어느 경우에나 결과가 같을 때만 결과가 있습니다.",
        en:
          "Unknown where an argument is. Where only bounds are known or sources disagree: known if every reading gives the same."
      )
    case .monotone, .rising:
      LocalizedText(
        ko: "모르는 값이 있으면 모름이고, 범위만 아는 값이 있으면 결과도 범위입니다.",
        en:
          "Unknown where an argument is; with arguments of which only bounds are known, the result is bounded."
      )
    }
  }
}

extension TypePattern {
  /// What the page says a parameter takes or a function gives.
  fileprivate var written: LocalizedText {
    switch self {
    case .list(.any): LocalizedText(ko: "목록", en: "a list")
    case .list(.number): LocalizedText(ko: "수의 목록", en: "a list of numbers")
    case .list(.ordered):
      LocalizedText(ko: "수·날짜·일시·글의 목록", en: "a list of numbers, dates, timestamps or texts")
    case .list(.exact(.string)): LocalizedText(ko: "글의 목록", en: "a list of texts")
    case .list(.exact(.date)): LocalizedText(ko: "날짜의 목록", en: "a list of dates")
    case .list(.interval): LocalizedText(ko: "구간의 목록", en: "a list of intervals")
    case .list(.pair): LocalizedText(ko: "이웃한 두 항목의 목록", en: "a list of pairs of neighbours")
    default: described(in: TypeEnvironment(id: "", records: []))
    }
  }
}

extension [LocalizedText] {
  fileprivate mutating func appendOnce(_ text: LocalizedText) {
    if !contains(text) { append(text) }
  }

  /// The texts as alternatives: `a, b or c`.
  fileprivate var alternatives: LocalizedText {
    guard let last, count > 1 else { return first ?? LocalizedText("") }
    let others = LocalizedText.joined(dropLast(), separator: ", ")
    return LocalizedText(ko: "\(others.ko) 또는 \(last.ko)", en: "\(others.en) or \(last.en)")
  }
}

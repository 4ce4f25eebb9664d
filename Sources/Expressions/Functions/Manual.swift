package import Diagnostics

/// What the functions page says of one function or form of the language.
///
/// It is made only when somebody reads it: an audit never does.
package struct Manual: Sendable {
  /// A parameter's name and what it means.
  package struct Parameter: Sendable {
    /// As signatures show it.
    package var name: String
    /// What to write there.
    package var meaning: LocalizedText

    /// A parameter and its meaning.
    package init(_ name: String, ko: String, en: String) {
      self.name = name
      meaning = LocalizedText(ko: ko, en: en)
    }
  }

  /// Where it stands on the page.
  package var topic: ManualTopic
  /// What it gives, in one sentence.
  package var summary: LocalizedText
  /// What else there is to know, such as how it counts.
  package var notes: LocalizedText?
  /// In the order of the arguments.
  package var parameters: [Parameter]
  /// The parameters' names for each overload, where they are not the first of `parameters`.
  package var forms: [[String]]?
  /// The unit of the result and of the arguments.
  package var units: LocalizedText?
  /// What makes it an error.
  package var errors: LocalizedText?
  /// What happens with facts that are unknown, bounded or disputed, where the usual rule does not say it.
  package var unknown: LocalizedText?
  /// Run as tests.
  package var examples: [Function.Example]

  /// An entry of a topic.
  package init(
    _ topic: ManualTopic, ko: String, en: String, notes: LocalizedText? = nil, parameters: [Parameter] = [],
    forms: [[String]]? = nil, units: LocalizedText? = nil, errors: LocalizedText? = nil,
    unknown: LocalizedText? = nil, examples: [Function.Example]
  ) {
    self.topic = topic
    summary = LocalizedText(ko: ko, en: en)
    self.notes = notes
    self.parameters = parameters
    self.forms = forms
    self.units = units
    self.errors = errors
    self.unknown = unknown
    self.examples = examples
  }
}

/// The parts of the functions page, in its order.
package enum ManualTopic: String, Sendable, CaseIterable {
  /// From facts to texts.
  case facts, conditions, elements, lists, numbers, dates, moments, windows, ranges, texts

  /// The heading.
  package var title: LocalizedText {
    switch self {
    case .facts: LocalizedText(ko: "사실, 매개변수, 표", en: "Facts, parameters and tables")
    case .conditions: LocalizedText(ko: "조건과 비교", en: "Conditions and comparisons")
    case .elements: LocalizedText(ko: "목록의 항목마다", en: "For each element of a list")
    case .lists: LocalizedText(ko: "목록 전체", en: "Whole lists")
    case .numbers: LocalizedText(ko: "수", en: "Numbers")
    case .dates: LocalizedText(ko: "날짜와 기간", en: "Dates and periods")
    case .moments: LocalizedText(ko: "시각과 시간 길이", en: "Moments and lengths of time")
    case .windows: LocalizedText(ko: "시간 구간", en: "Windows of time")
    case .ranges: LocalizedText(ko: "수의 범위", en: "Ranges of numbers")
    case .texts: LocalizedText(ko: "글", en: "Texts")
    }
  }

  /// What holds for all of the part, if there is such a thing.
  package var note: LocalizedText? {
    switch self {
    case .windows:
      LocalizedText(
        ko: "구간은 `from`과 `to`라는 사실이 있는 항목입니다(예: 중단 시간). 날짜만 있으면 그날의 처음 시각으로 봅니다.",
        en:
          "A window is an element with the facts `from` and `to`, such as an outage. A date stands for its first moment."
      )
    case .ranges:
      LocalizedText(
        ko:
          "범위는 `range.gt`(초과) 또는 `range.ge`(이상)와 `range.lt`(미만) 또는 `range.le`(이하)가 있는 항목입니다. 끝이 `none`이면 한도가 없습니다.",
        en:
          "A range is an element with `range.gt` or `range.ge` and with `range.lt` or `range.le`. An end that is `none` is open."
      )
    case .texts:
      LocalizedText(
        ko: "글자는 유니코드 스칼라로 세며, 자리는 0부터 셉니다. 모양이 같아도 스칼라가 다른 글(조합형과 완성형)은 다른 글입니다. 파일에서 읽은 글은 모두 완성형입니다.",
        en:
          "Characters are Unicode scalars; places count from 0. Texts that look the same but are made of other scalars differ. Texts "
          + "read from files are always composed (NFC)."
      )
    case .facts, .conditions, .elements, .lists, .numbers, .dates, .moments: nil
    }
  }
}

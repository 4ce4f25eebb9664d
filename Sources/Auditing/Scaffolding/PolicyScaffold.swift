package import Diagnostics
import Expressions
import Policies
import Schemes

/// A new policy with one rule, its tests and the scheme that they vary, for its author to fill in.
package struct PolicyScaffold: Sendable {
  /// A file of the new policy.
  package struct File: Sendable {
    /// Its name in the policy's folder.
    package var name: String
    /// What stands in it.
    package var text: String
  }

  /// The policy's id, which is its folder's name too.
  package let id: String
  /// Id of its rule.
  package let rule: String
  /// The fact that the rule asks about, as expressions write it.
  package let fact: String
  /// `policy.yaml`, `tests.yaml` and `base.yaml`.
  package let files: [File]
}

extension PolicySet {
  /// A new policy; nil where what was asked for cannot be, which is reported.
  ///
  /// - Parameters:
  ///   - vocabulary: its id; nil: `compensation_scheme`, or else the only one.
  ///   - fact: the fact that the rule asks about, as expressions write it; nil: one that suits.
  package func scaffold(
    _ id: String, title: LocalizedText, vocabulary: String?, fact: String?,
    diagnostics: inout DiagnosticLog
  ) -> PolicyScaffold? {
    let (isFree, chosen) = (isFree(id, &diagnostics), chosen(vocabulary, &diagnostics))
    guard isFree, let chosen else { return nil }
    let calendar = calendars["kr"] == nil ? calendars.keys.min() : "kr"
    let date = ScaffoldDate(chosen, hasCalendar: calendar != nil)
    guard let asked = ScaffoldFact(chosen, named: fact, besides: date) else {
      unsuitable(fact, in: chosen, &diagnostics)
      return nil
    }
    let writer = ScaffoldWriter(
      id: id, rule: freeRule(for: id), title: title, vocabulary: chosen, fact: asked,
      date: date?.field == asked.field ? nil : date, calendar: calendar)
    return PolicyScaffold(id: id, rule: writer.rule, fact: asked.name, files: writer.files)
  }

  private func isFree(_ id: String, _ diagnostics: inout DiagnosticLog) -> Bool {
    let shown = Printable.escaped(id)
    let isName =
      id.first.map { $0.isLetter || $0.isNumber } == true && id.utf8.count <= 100
      && id.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || "-_.".contains($0) }
    guard isName else {
      diagnostics.error(
        "new.bad-id", at: nil, ko: "`\(shown)`은(는) 기준의 식별자로 쓸 수 없습니다",
        en: "`\(shown)` cannot be the id of a policy",
        help: LocalizedText(
          ko: "글자로 시작하여 글자, 숫자, `-`, `_`, `.`만 쓰십시오. 보기: `kr.my_guideline`",
          en: "begin with a letter and use letters, digits, `-`, `_` and `.`, as in `kr.my_guideline`"))
      return false
    }
    guard !policyIDs.contains(id) else {
      diagnostics.error(
        "new.known-id", at: nil, ko: "기준 `\(id)`이(가) 이미 있습니다", en: "there is a policy `\(id)` already",
        help: LocalizedText(ko: "다른 식별자를 쓰십시오", en: "choose another id"))
      return false
    }
    return true
  }

  private func chosen(_ name: String?, _ diagnostics: inout DiagnosticLog) -> Vocabulary? {
    let known = vocabularies.keys.sorted()
    let bundled = "compensation_scheme"
    if let id = name ?? (known.count == 1 ? known.first : known.first { $0 == bundled }) {
      if let vocabulary = vocabularies[id] { return vocabulary }
      let shown = Printable.escaped(id)
      let names = known.map { "`\($0)`" }.joined(separator: ", ")
      diagnostics.error(
        "new.unknown-vocabulary", at: nil, ko: "용어집 `\(shown)`이(가) 없습니다",
        en: "there is no vocabulary `\(shown)`",
        help: Suggestion.nearest(to: id, among: known).map(Suggestion.question)
          ?? LocalizedText(ko: "있는 것: \(names)", en: "there are: \(names)"))
      return nil
    }
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.error(
      "new.several-vocabularies", at: nil, ko: "용어집이 여럿입니다: \(names)",
      en: "there are several vocabularies: \(names)",
      help: LocalizedText(ko: "`--vocabulary 식별자`로 하나를 고르십시오", en: "choose one with `--vocabulary ID`"))
    return nil
  }

  private func unsuitable(
    _ fact: String?, in vocabulary: Vocabulary, _ diagnostics: inout DiagnosticLog
  ) {
    guard let fact else {
      diagnostics.error(
        "new.no-fact", at: nil, ko: "용어집 `\(vocabulary.id)`에는 첫 규칙이 물을 만한 사실이 없습니다",
        en: "vocabulary `\(vocabulary.id)` has no fact that a first rule could ask about",
        help: LocalizedText(
          ko: "보상안이나 그 목록의 요소가 바로 적는 수, 날짜, 예·아니요, 선택지나 글을 용어집에 더하십시오",
          en: "add a number, date, truth value, choice or text that schemes or elements of their lists state")
      )
      return
    }
    let map = FactMap(vocabulary)
    let shown = Printable.escaped(fact)
    let names = map.fields.map { map.name(of: $0) }
    guard names.contains(fact) else {
      diagnostics.error(
        "new.unknown-fact", at: nil, ko: "용어집 `\(vocabulary.id)`에 사실 `\(shown)`이(가) 없습니다",
        en: "vocabulary `\(vocabulary.id)` has no fact `\(shown)`",
        help: Suggestion.nearest(to: fact, among: names).map(Suggestion.question)
          ?? LocalizedText(
            ko: "`audit vocabulary`가 사실을 모두 보여 줍니다", en: "`audit vocabulary` shows all facts"))
      return
    }
    diagnostics.error(
      "new.unsuitable-fact", at: nil, ko: "사실 `\(shown)`(으)로는 첫 규칙을 만들 수 없습니다",
      en: "no first rule can be made of the fact `\(shown)`",
      help: LocalizedText(
        ko: "조건 없이 적는 수, 날짜, 예·아니요, 선택지나 글을 고르고, 이 사실은 파일에서 직접 쓰십시오",
        en:
          "choose a number, date, truth value, choice or text without conditions, and write about this one in the file"
      ))
  }

  /// An id for the rule that no other bears: `KR-MY-GUIDELINE-001`.
  private func freeRule(for id: String) -> String {
    let words = id.split(separator: ".")
    var stem = String(words.last ?? "RULE")
    if words.count > 1, let first = words.first, first.count == 2 { stem = "\(first)-\(stem)" }
    stem = stem.replacing("_", with: "-").uppercased()
    let taken = Set(ruleIDs + measureIDs)
    var number = 1
    while true {
      let digits = String(number)
      let candidate = stem + "-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if !taken.contains(candidate) { return candidate }
      number += 1
    }
  }
}

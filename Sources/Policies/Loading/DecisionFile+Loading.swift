package import Diagnostics
import Expressions
package import YAMLTree

/// Files `guideline_decisions/1`.
extension DecisionFile {
  /// The first line of such a file.
  package static let format = "guideline_decisions/1"
  /// Digits of a digest.
  package static let digestLength = 32

  private static let keys = ["format", "id", "title", "decisions", "note"]
  private static let decisionKeys = [
    "rule", "subject", "scheme", "from", "to", "reply", "by", "on", "reason", "document", "digest",
  ]

  /// Reads decisions; nil when one has an error. Rules and subjects are checked by `check(against:)`.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> DecisionFile? {
    let (file, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? file : nil
  }

  /// Reads the decisions that are sound, so that their names can be checked in the same pass.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (file: DecisionFile?, isWhole: Bool) {
    let (file, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("decision")
      let root = reader.file(tree, format: format)
      return (root.flatMap { Self.file($0, of: tree, &reader) }, reader)
    }
    return (file, isWhole)
  }

  private static func file(_ root: YAMLNode, of tree: YAMLTree, _ reader: inout Reader) -> DecisionFile? {
    let what = LocalizedText(ko: "의견 파일", en: "a file of decisions")
    guard let file = tree.files.first, reader.mapping(root, keys: keys, of: what) else { return nil }
    let items = reader.required("decisions", in: root, of: what).flatMap {
      reader.items($0, of: LocalizedText(ko: "의견", en: "decisions"))
    }
    let one = LocalizedText(ko: "의견", en: "a decision")
    let decisions = (items ?? []).compactMap { item -> RecordedDecision? in
      reader.mapping(item, keys: decisionKeys, of: one) ? reader.decision(item, one) : nil
    }
    return DecisionFile(decisions: decisions, file: file)
  }
}

extension Reader {
  fileprivate mutating func decision(_ item: YAMLNode, _ what: LocalizedText) -> RecordedDecision? {
    let rule = required("rule", in: item, of: what)
    let ruleID = rule.flatMap { identifier($0, LocalizedText(ko: "규칙 식별자", en: "a rule's id")) }
    let subject = item.stated("subject")
    let subjectPath = subject.flatMap { text($0, LocalizedText(ko: "대상", en: "a subject")) }
    let scheme = item.stated("scheme").flatMap { text($0, LocalizedText(ko: "보상안 식별자", en: "a scheme's id")) }
    let word = decided(item, what)
    let from = demanded("from", in: item, if: word?.isJudgement ?? false, what).flatMap {
      self.word($0, among: Outcome.allCases, LocalizedText(ko: "그때의 결과", en: "outcome"))
    }
    let by = required("by", in: item, of: what).flatMap {
      text($0, LocalizedText(ko: "의견을 낸 사람이나 기관", en: "who decided"))
    }
    let on = required("on", in: item, of: what).flatMap {
      day($0, LocalizedText(ko: "의견을 낸 날", en: "the day of the decision"))
    }
    let reason = demanded("reason", in: item, if: word?.needsReason ?? false, what).flatMap {
      localized($0, LocalizedText(ko: "의견의 이유", en: "the reason of the decision"))
    }
    let document = item.stated("document").flatMap {
      text($0, LocalizedText(ko: "문서 번호", en: "the document"))
    }
    let digest = digest(item)
    guard let rule, let ruleID, let word, let by, let on, let digest else { return nil }
    if word.isJudgement, from == nil { return nil }
    return RecordedDecision(
      rule: ruleID, subject: subjectPath, scheme: scheme, from: from, word: word, by: by, on: on,
      reason: reason, document: document, digest: digest, ruleSpan: rule.span, subjectSpan: subject?.span)
  }

  /// `to:` or `reply:`, one of the two.
  private mutating func decided(_ item: YAMLNode, _ what: LocalizedText) -> RecordedDecision.Word? {
    let help = LocalizedText(
      ko: "판단이면 `to: pass`처럼, 사업자의 답이면 `reply: accept`, `dispute`, `will_fix` 가운데 하나를 쓰십시오",
      en:
        "write `to: pass` or the like for a judgement, or `reply: accept`, `dispute` or `will_fix` for a company"
    )
    switch (item.stated("to"), item.stated("reply")) {
    case (let to?, nil):
      let outcomes: [Outcome] = [.pass, .fail, .unknown, .notApplicable]
      return self.word(to, among: outcomes, LocalizedText(ko: "판단", en: "judgement")).map { .judged($0) }
    case (nil, let reply?):
      return self.word(
        reply, among: RecordedDecision.Reply.allCases, LocalizedText(ko: "사업자의 답", en: "reply")
      )
      .map { .replied($0) }
    case (nil, nil):
      if !item.isBroken {
        error(
          "no-word", at: (item["rule"] ?? item).span, ko: "무엇이라고 판단하거나 답했는지 적혀 있지 않습니다",
          en: "the decision says neither `to:` nor `reply:`", help: help)
      }
    case (_?, let reply?):
      error(
        "two-words", at: reply.span, ko: "`to`와 `reply`는 함께 쓸 수 없습니다",
        en: "`to` and `reply` exclude each other",
        help: LocalizedText(
          ko: "기관의 판단과 사업자의 답은 따로 한 건씩 적으십시오",
          en: "write the judgement and the company's reply as two decisions"))
    }
    return nil
  }

  /// The value under a key that must be there only in some cases.
  private mutating func demanded(
    _ key: String, in item: YAMLNode, if isDemanded: Bool, _ what: LocalizedText
  ) -> YAMLNode? {
    isDemanded ? required(key, in: item, of: what) : item.stated(key)
  }

  /// The digest of the facts that the decision was made on.
  private mutating func digest(_ item: YAMLNode) -> String? {
    let name = item["rule"]?.text ?? "RULE"
    let help = LocalizedText(
      ko: "`audit decisions 보상안.yaml`이 점검 결과마다 이 값을 적어 줍니다(`\(name)`)",
      en: "`audit decisions scheme.yaml` writes it for each finding (`\(name)`)")
    guard let node = item.stated("digest") else {
      if !item.isBroken {
        error(
          "no-digest", at: (item["rule"] ?? item).span, ko: "의견이 어떤 사실을 보고 낸 것인지(`digest`)가 없습니다",
          en: "the decision does not say which facts it was made on (`digest`)", help: help)
      }
      return nil
    }
    guard let text = text(node, LocalizedText(ko: "사실의 지문", en: "a digest")) else { return nil }
    guard text.utf8.count == DecisionFile.digestLength, text.utf8.allSatisfy(Self.isDigit) else {
      error(
        "digest", at: node.span, ko: "`\(text)`은(는) 사실의 지문이 아닙니다", en: "`\(text)` is not a digest of facts",
        help: help)
      return nil
    }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}

extension RecordedDecision.Word {
  /// Whether it says what the finding ought to be.
  fileprivate var isJudgement: Bool {
    switch self {
    case .judged: true
    case .replied: false
    }
  }

  /// Whether it must say why: a judgement and another view do.
  fileprivate var needsReason: Bool {
    switch self {
    case .judged, .replied(.dispute): true
    case .replied(.accept), .replied(.willFix): false
    }
  }
}

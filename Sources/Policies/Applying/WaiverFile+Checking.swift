package import Diagnostics
package import Expressions
import YAMLTree

/// Waivers held against the rules they reach.
extension WaiverFile {
  /// The waivers with their conditions checked in the scope of their rules; nil when one does not fit its rule.
  ///
  /// `lostNames` are those that files with errors declare or may declare.
  package func check(
    against policies: [Policy], lostNames: Set<String> = [], diagnostics: inout DiagnosticLog
  ) -> WaiverFile? {
    var reader = Reader("waiver")
    reader.lostNames = lostNames
    defer { diagnostics.append(contentsOf: reader.log) }
    var checked = self
    for index in waivers.indices {
      checked.waivers[index].condition = Self.condition(of: waivers[index], in: policies, &reader)
    }
    return reader.log.hasErrors ? nil : checked
  }

  private static func condition(
    of waiver: Waiver, in policies: [Policy], _ reader: inout Reader
  ) -> CheckedExpression? {
    guard
      let (policy, rule) = policies.lazy.compactMap({ policy in
        policy.rules.first { $0.id == waiver.rule }.map { (policy, $0) }
      }).first
    else {
      reader.unknown(
        "unknown-rule", waiver.rule, LocalizedText(ko: "규칙", en: "rule"), at: waiver.ruleSpan,
        among: policies.flatMap { $0.rules.map(\.id) })
      return nil
    }
    if let waivable = rule.waivable {
      if !waivable.by.contains(waiver.grantedBy) {
        let names = waivable.by.map { "`\($0)`" }.joined(separator: ", ")
        reader.error(
          "not-entitled", at: waiver.grantedBySpan,
          ko: "`\(waiver.grantedBy)`은(는) 규칙 `\(rule.id)`의 적용을 유예할 수 있는 기관이 아닙니다",
          en: "`\(waiver.grantedBy)` is not a body that may waive rule `\(rule.id)`",
          help: reader.suggestion(for: waiver.grantedBy, among: waivable.by)
            ?? LocalizedText(ko: "유예할 수 있는 기관: \(names)", en: "bodies that may: \(names)"),
          notes: [Diagnostic.Note(LocalizedText(ko: "규칙", en: "the rule"), at: rule.span.location)])
      }
    } else if !policy.lostNames.contains(Waivable.mark(of: rule.id)) {
      reader.error(
        "not-waivable", at: waiver.ruleSpan, ko: "규칙 `\(rule.id)`은(는) 적용을 유예할 수 없습니다",
        en: "rule `\(rule.id)` cannot be waived",
        help: LocalizedText(
          ko: "유예를 허용하려면 기준의 규칙에 `waivable: {by, basis}`가 있어야 합니다",
          en: "only a rule with `waivable: {by, basis}` can be"),
        notes: [Diagnostic.Note(LocalizedText(ko: "규칙", en: "the rule"), at: rule.span.location)])
    }
    guard let when = waiver.when else { return nil }
    guard when.kind == .scalar else {
      reader.error(
        "expression", at: when.span, ko: "식이 필요한 자리입니다", en: "expected an expression",
        help: LocalizedText(ko: "식 전체를 따옴표로 묶으십시오", en: "quote the whole expression"))
      return nil
    }
    var broken = BrokenNames()
    broken.words = policy.lostNames
    let checker = Checker(program: policy.program, functions: .standard, broken: broken)
    return checker.check(
      ExpressionSource(when), scope: policy.scope(of: rule), expecting: .bool, diagnostics: &reader.log)
  }
}

extension Policy {
  /// The names that an expression about a rule's subject may use: definitions, subjects and steps.
  package func scope(of rule: Rule) -> Scope {
    var scope = Scope()
    for cell in definitions { bind(cell, in: &scope) }
    for (slot, subject) in rule.subjects.enumerated() {
      scope.bind(subject.name, .local(slot, subject.element))
    }
    for cell in rule.steps { bind(cell, in: &scope) }
    return scope
  }

  private func bind(_ id: CellID, in scope: inout Scope) {
    let cell = program.cells[id.index]
    scope.bind(
      cell.name, .cell(id, cell.expression.type, usedLocals: cell.expression.usedLocals))
  }

  /// Ids of the rules and measures, in their order.
  package var ruleIDs: [String] { rules.map(\.id) + measures.map(\.id) }
}

extension [Policy] {
  /// Reports policies and rules that bear the same id as an earlier one.
  package func checkIDs(diagnostics: inout DiagnosticLog) {
    var reader = Reader("policy")
    defer { diagnostics.append(contentsOf: reader.log) }
    var policies: [String: String] = [:]
    // A policy or rule without an id has an error of its own.
    var rules: [String: (policy: String, span: SourceSpan)] = [:]
    for policy in self where !policy.id.isEmpty {
      if let path = policies[policy.id] {
        let start = SourceSpan(file: policy.file, start: 0, end: 0)
        reader.error(
          "duplicate-policy", at: start, ko: "기준 `\(policy.id)`이(가) `\(path)`에도 있습니다",
          en: "policy `\(policy.id)` is in `\(path)` as well",
          help: LocalizedText(ko: "기준마다 다른 `id`를 쓰십시오", en: "give every policy an `id` of its own"))
        continue
      }
      policies[policy.id] = policy.file.path
      let places = policy.rules.map { ($0.id, $0.span) } + policy.measures.map { ($0.id, $0.span) }
      for (id, span) in places where !id.isEmpty {
        // Two of one policy were reported when it was read.
        if let first = rules[id], first.policy != policy.id {
          reader.error(
            "duplicate-rule", at: span, ko: "규칙 `\(id)`이(가) 기준 `\(first.policy)`에도 있습니다",
            en: "rule `\(id)` is in policy `\(first.policy)` as well",
            help: LocalizedText(ko: "규칙마다 다른 식별자를 쓰십시오", en: "give every rule an id of its own"),
            notes: [
              Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: first.span.location)
            ])
        }
        rules[id] = rules[id] ?? (policy.id, span)
      }
    }
  }
}

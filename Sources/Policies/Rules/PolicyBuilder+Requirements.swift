import Diagnostics
import Expressions
import YAMLTree

/// `require` or `parts`, with the two sides that a finding shows.
extension PolicyBuilder {
  private static let partKeys = [
    "id", "title", "cite", "let", "require", "actual", "expected", "actual_text", "expected_text", "message",
    "remedy", "deadline",
  ]

  /// One requirement for `require`, one for each part, or one without condition for a rule that does not decide.
  mutating func requirements(
    _ node: YAMLNode, _ check: Rule.Check, in scope: Scope, _ what: LocalizedText
  ) -> [Requirement] {
    guard check == .requirements, let parts = node.stated("parts") else {
      return requirement(node, rule: node, id: nil, in: scope, what).map { [$0] } ?? []
    }
    guard let items = reader.items(parts, of: LocalizedText(ko: "각 호", en: "parts")) else { return [] }
    if items.isEmpty {
      reader.error(
        "no-requirement", at: parts.span, ko: "`parts`가 비어 있습니다", en: "`parts` is empty",
        help: LocalizedText(
          ko: "호마다 `- {id: …, require: …}`를 쓰십시오", en: "write `- {id: …, require: …}` for each part"))
    }
    var places: [String: SourceSpan] = [:]
    var requirements: [Requirement] = []
    for item in items {
      let label = LocalizedText(ko: "\(what.ko)의 호", en: "a part of \(what.en)")
      guard reader.mapping(item, keys: Self.partKeys, of: label),
        let idNode = reader.required("id", in: item, of: label),
        let id = reader.identifier(idNode, LocalizedText(ko: "호의 식별자", en: "a part's id"))
      else { continue }
      if let first = places[id] {
        reader.error(
          "duplicate-part", at: idNode.span, ko: "\(what.ko)에 호 `\(id)`이(가) 두 번 있습니다",
          en: "\(what.en) has part `\(id)` twice",
          help: LocalizedText(ko: "호마다 다른 식별자를 쓰십시오", en: "give every part an id of its own"),
          notes: [Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: first.location)]
        )
      }
      places[id] = idNode.span
      let part = LocalizedText(ko: "호 `\(id)`", en: "part `\(id)`")
      if let requirement = requirement(item, rule: node, id: id, in: scope, part) {
        requirements.append(requirement)
      }
    }
    return requirements
  }

  /// Binds `actual` and `expected` as the names that messages use.
  func bindSides(of requirement: Requirement, in scope: inout Scope) {
    for (name, cell) in [("actual", requirement.actual), ("expected", requirement.expected)] {
      guard let cell else {
        if broken.contains(name) { scope.bind(name, .broken) }
        continue
      }
      let expression = program.cells[cell.index].expression
      scope.bind(name, .cell(cell, expression.type, usedLocals: expression.usedLocals))
    }
  }

  /// What a part does not say, the rule says for it.
  private mutating func requirement(
    _ node: YAMLNode, rule: YAMLNode, id: String?, in outer: Scope, _ what: LocalizedText
  ) -> Requirement? {
    let outerBroken = broken
    defer { broken = outerBroken }
    var scope = outer
    var requirement = Requirement(id: id, span: (node["require"] ?? node["id"] ?? node).span)
    if id != nil {
      requirement.title = node.stated("title").flatMap { reader.localized($0, what) }
      requirement.cites = node.stated("cite").flatMap { datedCitation($0) }
      requirement.steps =
        node.stated("let").map { steps($0, in: &scope, LocalizedText(ko: "단계", en: "a step")).map(\.cell) }
        ?? []
      if node["require"] == nil { _ = reader.required("require", in: node, of: what) }
    }
    let require = node["check"] == nil ? node["require"] : nil
    requirement.condition = require.flatMap { expression($0, in: scope, expecting: .bool) }
    func entry(_ key: String) -> YAMLNode? { node.stated(key) ?? rule.stated(key) }
    requirement.actualText = entry("actual_text").flatMap { reader.localized($0, what) }
    requirement.expectedText = entry("expected_text").flatMap { reader.localized($0, what) }
    readSides(entry("actual"), entry("expected"), require, &requirement, in: scope)
    requirement.deadline = entry("deadline").flatMap { deadline($0, in: scope) }
    bindSides(of: requirement, in: &scope)
    requirement.message = entry("message").flatMap { template($0, in: scope) }
    requirement.remedy = entry("remedy").flatMap { template($0, in: scope) }
    return requirement
  }

  private mutating func readSides(
    _ actual: YAMLNode?, _ expected: YAMLNode?, _ require: YAMLNode?, _ requirement: inout Requirement,
    in scope: Scope
  ) {
    requirement.actual = actual.flatMap { side($0, "actual", in: scope) }
    requirement.expected = expected.flatMap { side($0, "expected", in: scope) }
    guard require != nil, let condition = requirement.condition else {
      // Messages that show a side are not judged while the comparison it comes from has an error.
      if require != nil {
        broken.formUnion(["actual", "expected"].filter { $0 == "actual" ? actual == nil : expected == nil })
      }
      return
    }
    guard actual == nil || expected == nil, let sides = checker.sides(of: condition, scope: scope) else {
      return
    }
    // A side that was given another meaning leaves the other one only if the two can still be compared.
    if actual == nil, requirement.actualText == nil, isComparable(requirement.expected, sides.left) {
      requirement.actual = addCell("actual", title: nil, sides.left)
    }
    if expected == nil, requirement.expectedText == nil, isComparable(requirement.actual, sides.right) {
      requirement.expected = addCell("expected", title: nil, sides.right)
    }
  }

  private mutating func side(_ node: YAMLNode, _ name: String, in scope: Scope) -> CellID? {
    let what = LocalizedText(ko: "`\(name)`", en: "`\(name)`")
    guard let read = step(node, in: scope, what) else {
      broken.insert(name)
      return nil
    }
    return addCell(name, title: read.title, read.expression)
  }

  private func isComparable(_ cell: CellID?, _ side: CheckedExpression) -> Bool {
    guard let cell else { return true }
    return program.cells[cell.index].expression.type == side.type
  }
}

import Diagnostics
import Expressions
import YAMLTree

/// A step of a rule with what a `replace` of it needs to know.
struct DeclaredStep {
  /// Its name in expressions.
  var name: String
  /// What computes it.
  var cell: CellID
  /// The unit it declares.
  var unit: String?
  /// The names that stood before it.
  var scope: Scope
}

/// Steps: `name: expression` or `name: {title, unit, is}`, in definitions, `let`, `actual`, `expected`.
extension PolicyBuilder {
  private static let stepKeys = ["title", "unit", "is", "note"]

  /// The definitions, which every rule sees.
  mutating func readDefinitions(_ node: YAMLNode) -> [CellID] {
    var names = scope
    let steps = steps(node, in: &names, LocalizedText(ko: "정의", en: "a definition"))
    scope = names
    let named = review?.steps ?? []
    review?.definitions = named
    for step in steps { reviewCell(step.cell, replaced: [], knowing: Knowledge()) }
    return steps.map(\.cell)
  }

  /// Steps in their order; each one sees those before it and is bound in `scope`.
  mutating func steps(_ node: YAMLNode, in scope: inout Scope, _ what: LocalizedText) -> [DeclaredStep] {
    guard node.kind == .mapping else {
      reader.error(
        "not-a-mapping", at: node.span, ko: "\(what.ko)은(는) `이름: 식`으로 씁니다",
        en: "\(what.en) is written as `name: expression`",
        help: LocalizedText(
          ko: "`이름: {title: …, is: 식}`도 됩니다", en: "`name: {title: …, is: expression}` works too"))
      return []
    }
    var steps: [DeclaredStep] = []
    var later = Set(node.entries.map(\.key.text))
    for (key, body) in node.entries {
      later.remove(key.text)
      // What is left of an expression that commas have cut was reported with it.
      if node.isBroken, body.isNull, !Self.isIdentifier(key.text) { continue }
      var before = scope
      before.later = later
      guard isFreeName(key, in: scope) else {
        // The expression is read all the same: its own problems belong to the same pass.
        _ = step(body, in: before, what)
        if !isTaken(key.text, in: scope) { markBroken(key.text, in: &scope) }
        continue
      }
      guard let read = step(body, in: before, what) else {
        markBroken(key.text, in: &scope)
        continue
      }
      let cell = addCell(key.text, title: read.title, read.expression)
      scope.bind(
        key.text, .cell(cell, read.expression.type, usedLocals: read.expression.usedLocals))
      noteSameName(key)
      review?.steps.append(PolicyReview.Named(name: key, cell: cell))
      steps.append(DeclaredStep(name: key.text, cell: cell, unit: read.unit, scope: before))
    }
    return steps
  }

  /// One step's title, unit and checked expression.
  mutating func step(
    _ body: YAMLNode, in scope: Scope, _ what: LocalizedText, expecting: ValueType? = nil,
    unit inherited: String? = nil
  ) -> (title: LocalizedText?, unit: String?, expression: CheckedExpression)? {
    guard body.kind == .mapping else {
      return expression(body, in: scope, expecting: expecting, unit: inherited, keepsType: true).map {
        (nil, inherited, $0)
      }
    }
    guard reader.mapping(body, keys: Self.stepKeys, of: what) else { return nil }
    let title = body.stated("title").flatMap { reader.localized($0, LocalizedText(ko: "제목", en: "a title")) }
    let unit = self.unit(of: body) ?? inherited
    guard let node = reader.required("is", in: body, of: what),
      let checked = expression(node, in: scope, expecting: expecting, unit: unit, keepsType: true)
    else { return nil }
    return (title, unit, checked)
  }
}

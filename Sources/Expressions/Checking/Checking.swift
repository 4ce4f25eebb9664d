import Diagnostics

/// The checking of one expression: gives every node a type and every name a place, and reports what is wrong.
///
/// Where a part is wrong its check gives nil after reporting it, and so does one that rests on a name whose
/// declaration has an error. What surrounds such a part agrees with it and is checked all the same, so that one pass
/// reports every problem and none twice.
struct Checking {
  /// Where the text stands.
  let source: ExpressionSource
  /// The parsed text.
  let tree: SyntaxTree
  /// What the policy names and may call.
  let checker: Checker
  /// The names that the place declares.
  let scope: Scope

  /// Variables of macros, innermost last.
  var variables: [(name: String, local: Int, type: ValueType?)] = []
  /// The slot that the next macro variable gets.
  var nextLocal: Int
  /// How many slots an evaluation needs.
  var localCount: Int
  /// Slots of the scope that are read, directly or through steps.
  var usedLocals: Set<Int> = []
  /// Calls of tables so far.
  var tableCalls: [TableCall] = []
  /// Whether a part has no term, since it has an error or rests on something that has one: the whole is of no use
  /// then, but what can be told of its type is.
  private(set) var hasGap = false
  /// What was reported so far.
  var diagnostics = DiagnosticLog()
  /// What each node of the tree is, where that is kept for a review.
  private(set) var observed: [Typed?]?
  /// What only a review shows.
  var remarks = DiagnosticLog()

  /// A value of which only the type is known, since some part of it has an error; nil where not even that is sure.
  mutating func gap(_ type: ValueType?, _ id: SyntaxTree.ID) -> Typed? {
    hasGap = true
    guard let type, !type.mentionsDyn else { return nil }
    return Typed(.constant(.unknown), type, id)
  }

  /// Something that rests on a name whose declaration has an error.
  mutating func gap() -> Typed? {
    hasGap = true
    return nil
  }

  init(
    _ checker: Checker, source: ExpressionSource, tree: SyntaxTree, scope: Scope, isObserved: Bool = false
  ) {
    self.source = source
    self.tree = tree
    self.scope = scope
    self.checker = checker
    nextLocal = scope.nextLocal
    localCount = scope.nextLocal
    if isObserved { observed = Array(repeating: nil, count: tree.nodes.count) }
  }

  /// The names of the policy.
  var program: Program { checker.program }
  /// The functions that may be called.
  var functions: FunctionLibrary { checker.functions }
  /// How strict the checking is.
  var mode: Checker.Mode { checker.mode }
  /// Parameters and tables whose declaration has an error.
  var broken: BrokenNames { checker.broken }
  /// The names and types of the vocabulary.
  var environment: TypeEnvironment { checker.program.environment }
  /// Whether this is a policy, not a conformance row.
  var isStrict: Bool { mode == .strict }
  /// Whether types and names are left to the evaluation.
  var isUnchecked: Bool { mode == .unchecked }

  /// Checks a node that must have a value: not a mere group of facts.
  mutating func value(_ id: SyntaxTree.ID) -> Typed? {
    guard var typed = node(id) else { return nil }
    if typed.type == .group {
      reportGroup(typed)
      return nil
    }
    if isUnchecked { typed.type = .dyn }
    return typed
  }

  /// Checks a node; a path may turn out to be a group of facts.
  mutating func node(_ id: SyntaxTree.ID) -> Typed? {
    let typed = resolved(id)
    if observed != nil { observed?[id.index] = typed }
    return typed
  }

  private mutating func resolved(_ id: SyntaxTree.ID) -> Typed? {
    switch tree[id].kind {
    case .null: null(id)
    case .bool(let value): Typed(.constant(.bool(value)), .bool, id)
    case .number(let digits): number(digits, isNegative: false, id)
    case .string(let text): Typed(.constant(.string(text)), .string, id)
    case .name, .select: path(id)
    case .call(let name, let receiver, let arguments):
      if let receiver {
        methodCall(id, name, on: receiver, arguments)
      } else {
        freeCall(id, name, arguments)
      }
    case .index(let base, let index): self.index(id, base, index)
    case .list(let items): list(id, items)
    case .map(let entries): map(id, entries)
    case .not(let operand): not(id, operand)
    case .negate(let operand): negate(id, operand)
    case .binary(let sign, let left, let right): binary(id, sign, left, right)
    case .conditional(let condition, let yes, let no): conditional(id, condition, yes, no)
    }
  }

  /// The expression, where nothing is wrong with it; what was reported goes into the log. Mutating, so that this
  /// state is not copied to be looked at.
  mutating func finish(_ typed: Typed?, _ log: inout DiagnosticLog) -> CheckedExpression? {
    log.append(contentsOf: diagnostics)
    guard let typed, !hasGap, !diagnostics.hasErrors else { return nil }
    return CheckedExpression(
      source: source, term: typed.term, type: typed.type, localCount: localCount, usedLocals: usedLocals,
      tableCalls: tableCalls)
  }

  /// What was found about the expression as a whole.
  mutating func judgement(_ typed: Typed?, _ log: inout DiagnosticLog) -> Checker.Judgement {
    let checked = finish(typed, &log)
    return Checker.Judgement(
      checked: checked, type: typed?.type, usedLocals: usedLocals, tableCalls: tableCalls,
      observed: observed.map {
        ObservedExpression(source: source, tree: tree, parts: $0, remarks: remarks)
      })
  }

  // MARK: Reporting

  /// The node's text as the author wrote it.
  func written(_ id: SyntaxTree.ID) -> String {
    written(tree[id].range)
  }

  /// A piece of the text on one line, shortened where it is too long to be quoted whole.
  func written(_ range: Range<Int>) -> String {
    let text = String(
      decoding: source.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 80 ? line.prefix(60) + " … " + line.suffix(15) : line
  }

  /// What a value of a type is, for messages; a table's row is named by its table.
  func described(_ type: ValueType) -> LocalizedText {
    if case .record(let record) = type, let table = program.tables.first(where: { $0.rowType == record }) {
      return LocalizedText(ko: "표 `\(table.name)`의 행", en: "a row of the table `\(table.name)`")
    }
    return type.described(in: environment)
  }

  /// Reports an error; unchecked expressions have none.
  mutating func error(
    _ code: String, _ range: Range<Int>, ko: String, en: String, help: LocalizedText? = nil
  ) {
    guard !isUnchecked else { return }
    diagnostics.error(code, at: source.span(range), ko: ko, en: en, help: help)
  }

  /// Reports that a value is of another type than its place asks for.
  mutating func mismatch(_ typed: Typed, expected: LocalizedText, help: LocalizedText? = nil) {
    let found = described(typed.type)
    error(
      "expression.type", tree[typed.node].range,
      ko: "\(expected.ko.withSubjectParticle) 와야 하는데 `\(written(typed.node))`은(는) \(found.ko)입니다",
      en: "expected \(expected.en); `\(written(typed.node))` is \(found.en)",
      help: help ?? rowHelp(typed))
  }

  /// A row of a table is often meant to be its one output.
  func rowHelp(_ typed: Typed) -> LocalizedText? {
    guard case .record(let type) = typed.type,
      let table = program.tables.first(where: { $0.rowType == type })
    else { return nil }
    let names = table.outputs.map { "`.\($0.name)`" }.joined(separator: ", ")
    return LocalizedText(
      ko: "표의 행입니다. 쓸 값의 열 이름을 붙이십시오: \(names)",
      en: "it is a row of a table; add the output you mean: \(names)")
  }

  private mutating func reportGroup(_ typed: Typed) {
    let text = written(typed.node)
    error(
      "expression.group", tree[typed.node].range, ko: "`\(text)`은(는) 항목의 묶음이어서 값이 없습니다",
      en: "`\(text)` is a group of facts and has no value",
      help: LocalizedText(
        ko: "묶음 안의 항목을 쓰거나, 적혀 있는지 물으려면 `has(\(text))`를 쓰십시오",
        en: "name a fact in it, or ask whether it is stated with `has(\(text))`"))
  }
}

extension String {
  /// The text with `이` or `가`, as its last syllable asks for; what stands in final parentheses is not read.
  var withSubjectParticle: String {
    var read = self[...]
    if read.last == ")", let open = read.lastIndex(of: "(") { read = read[..<open] }
    guard let last = read.unicodeScalars.last?.value, (0xAC00...0xD7A3).contains(last) else {
      return self + "이(가)"
    }
    return self + ((last - 0xAC00) % 28 == 0 ? "가" : "이")
  }
}

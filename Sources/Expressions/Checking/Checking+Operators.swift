import Diagnostics

extension Checking {
  /// Checks two operands and the operator between them.
  mutating func binary(
    _ id: SyntaxTree.ID, _ sign: SyntaxTree.Operator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    switch sign {
    case .and, .or: logic(id, sign, left, right)
    case .equal: equality(id, left, right, negated: false)
    case .notEqual: equality(id, left, right, negated: true)
    case .less: order(id, .less, left, right)
    case .lessOrEqual: order(id, .lessOrEqual, left, right)
    case .greater: order(id, .greater, left, right)
    case .greaterOrEqual: order(id, .greaterOrEqual, left, right)
    case .contains: contains(id, left, right)
    case .add: sum(id, .add, left, right)
    case .subtract: sum(id, .subtract, left, right)
    case .multiply: product(id, .multiply, left, right)
    case .divide: product(id, .divide, left, right)
    case .remainder: product(id, .remainder, left, right)
    }
  }

  // MARK: Logic

  private mutating func logic(
    _ id: SyntaxTree.ID, _ sign: SyntaxTree.Operator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    let a = truth(left)
    let b = truth(right)
    guard let a, let b else { return gap(.bool, id) }
    return Typed(sign == .and ? .and(a.term, b.term) : .or(a.term, b.term), .bool, id)
  }

  /// Checks `!a`.
  mutating func not(_ id: SyntaxTree.ID, _ operand: SyntaxTree.ID) -> Typed? {
    guard let typed = truth(operand) else { return gap(.bool, id) }
    return Typed(.not(typed.term), .bool, id)
  }

  // MARK: Comparing

  private mutating func equality(
    _ id: SyntaxTree.ID, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, negated: Bool
  ) -> Typed? {
    if isStrict {
      // The other side says what to ask instead.
      for (null, other) in [(left, right), (right, left)] {
        guard case .null = tree[null].kind else { continue }
        reportNullComparison(tree[id].range, with: other, negated: negated)
        _ = value(other)
        return gap(.bool, id)
      }
    }
    let a = value(left)
    let b = value(right)
    guard let a, let b, let (x, y) = comparable(a, b, at: id) else { return gap(.bool, id) }
    return Typed(.equals(x, y, negated: negated, at: tree[id].range), .bool, id)
  }

  private mutating func reportNullComparison(_ range: Range<Int>, with other: SyntaxTree.ID, negated: Bool) {
    let text = written(other)
    let question = negated ? "has(\(text))" : "!has(\(text))"
    error(
      "expression.null", range, ko: "`null`과는 비교할 수 없습니다", en: "nothing can be compared with `null`",
      help: LocalizedText(
        ko: "적혀 있는지 물으려면 `\(question)`을(를) 쓰십시오. 답이 없을 때 보완을 요구하려면 `stated(\(text))`를 쓰십시오",
        en:
          "to ask whether it is stated write `\(question)`; `stated(\(text))` is unknown while nobody has said"
      ))
  }

  /// The terms to compare for two values of which one may be a key and the other the element it belongs to;
  /// reports values that can never be equal.
  mutating func comparable(_ a: Typed, _ b: Typed, at id: SyntaxTree.ID) -> (Term, Term)? {
    switch (a.type, b.type) {
    case (.reference(let reference), .record(let type)) where reference.record == type:
      if let key = key(of: b, type) { return (a.term, key) }
    case (.record(let type), .reference(let reference)) where reference.record == type:
      if let key = key(of: a, type) { return (key, b.term) }
    case _ where holdElements(a.type, b.type):
      reportElements(a, b)
      return nil
    case (.choice(let x), .choice(let y)) where x != y && areDisjoint(x, y):
      cannotCompare(a, b, help: nil)
      return nil
    default: break
    }
    checkMembersOfBoth(a, b)
    do throws(ValueType.Mismatch) {
      _ = try a.type.joined(with: b.type)
      return (a.term, b.term)
    } catch {
      guard isStrict else { return (a.term, b.term) }
      report(error, a, b, verb: LocalizedText(ko: "비교할", en: "compare"))
      return nil
    }
  }

  /// The key of an element, for comparing it with a reference.
  func key(of element: Typed, _ type: Int) -> Term? {
    environment.records[type].key.map { .field(element.term, FieldID(record: type, slot: $0)) }
  }

  private func areDisjoint(_ x: Int, _ y: Int) -> Bool {
    guard environment.choices.indices.contains(x), environment.choices.indices.contains(y) else {
      return false
    }
    let (a, b) = (environment.choices[x], environment.choices[y])
    return !a.isOpen && !b.isOpen && !a.members.contains { b.label(of: $0.name) != nil }
  }

  /// Whether both are elements, or lists of them: whole elements are not compared.
  private func holdElements(_ a: ValueType, _ b: ValueType) -> Bool {
    switch (a, b) {
    case (.record, .record), (.pair, .pair): true
    case (.list(let a), .list(let b)): holdElements(a, b)
    default: false
    }
  }

  private mutating func reportElements(_ a: Typed, _ b: Typed) {
    let text = written(a.node)
    let fact = if case .list = a.type { "\(text).map(x, x.id)" } else { "\(text).id" }
    cannotCompare(
      a, b,
      help: LocalizedText(
        ko: "요소 전체가 아니라 요소의 항목을 비교하십시오(예: `\(fact)`)",
        en: "compare facts of the elements, such as `\(fact)`"))
  }

  private mutating func cannotCompare(_ a: Typed, _ b: Typed, help: LocalizedText?) {
    report(.types, a, b, verb: LocalizedText(ko: "비교할", en: "compare"), help: help)
  }

  /// Reports literals on either side that are no members of the choice on the other.
  mutating func checkMembersOfBoth(_ a: Typed, _ b: Typed) {
    if isLiteralText(b.node) { checkMembers(b.node, against: a.type) }
    if isLiteralText(a.node) { checkMembers(a.node, against: b.type) }
  }

  private mutating func order(
    _ id: SyntaxTree.ID, _ order: Term.Order, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    let a = value(left)
    let b = value(right)
    for case let side? in [a, b] where !hasOrder(side.type) {
      reportWithoutOrder(side, order)
      return gap(.bool, id)
    }
    guard let a, let b, let _ = joined(a, b, verb: LocalizedText(ko: "비교할", en: "compare")) else {
      return gap(.bool, id)
    }
    return Typed(.compare(order, a.term, b.term, at: tree[id].range), .bool, id)
  }

  private func hasOrder(_ type: ValueType) -> Bool {
    switch type {
    case .bool: !isStrict
    case .number, .string, .date, .timestamp, .duration, .dyn: true
    case .choice, .list, .record, .reference, .group, .pair, .interval, .null, .map: false
    }
  }

  private mutating func reportWithoutOrder(_ side: Typed, _ order: Term.Order) {
    let found = described(side.type)
    var help = rowHelp(side)
    if side.type == .bool, case .binary = tree[side.node].kind {
      help = LocalizedText(
        ko: "두 비교를 `&&`로 잇습니다: `a < b && b < c`", en: "join two comparisons with `&&`: `a < b && b < c`")
    } else if side.type == .bool {
      let text = written(side.node)
      help = LocalizedText(
        ko: "참·거짓은 그대로 씁니다: 참이면 `\(text)`, 거짓이면 `!\(text)`",
        en: "a truth value stands for itself: write `\(text)`, or `!\(text)` for its opposite")
    } else if case .list = side.type {
      help = LocalizedText(
        ko: "개수를 비교하려면 `\(written(side.node)).size()`를 쓰십시오",
        en: "to compare how many there are write `\(written(side.node)).size()`")
    }
    error(
      "expression.type", tree[side.node].range,
      ko: "`\(order.rawValue)`로는 크기를 견줄 수 있는 값만 비교합니다. `\(written(side.node))`은(는) \(found.ko)입니다",
      en: "`\(order.rawValue)` needs values with an order; `\(written(side.node))` is \(found.en)", help: help
    )
  }

  private mutating func contains(
    _ id: SyntaxTree.ID, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    let element = value(left)
    let container = value(right)
    guard let container else { return gap(.bool, id) }
    let range = tree[id].range
    switch container.type {
    case .dyn:
      guard let element else { return gap(.bool, id) }
      return Typed(.contains(element: element.term, list: container.term, at: range), .bool, id)
    case .list(let type):
      guard let element else { return gap(.bool, id) }
      if isLiteralText(right) { checkMembers(right, against: .list(element.type)) }
      let member = Typed(container.term, type, right)
      var wanted = element.term
      if case .record(let record) = element.type, case .reference(let reference) = type,
        reference.record == record, let key = key(of: element, record)
      {
        wanted = key
      } else if comparable(element, member, at: id) == nil {
        return gap(.bool, id)
      }
      return Typed(.contains(element: wanted, list: container.term, at: range), .bool, id)
    case .map(let key, _):
      guard let element, comparable(element, Typed(container.term, key, right), at: id) != nil else {
        return gap(.bool, id)
      }
      return Typed(.contains(element: element.term, list: container.term, at: range), .bool, id)
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .reference, .group, .pair,
      .interval, .null:
      let text = written(container.node)
      mismatch(
        container, expected: LocalizedText(ko: "`in` 뒤에는 목록", en: "a list after `in`"),
        help: container.type.isText
          ? LocalizedText(
            ko: "글에 들어 있는지는 `\(text).contains(…)`로, 값이 같은지는 `==`로 묻습니다",
            en: "ask whether a text holds another with `\(text).contains(…)`, or compare with `==`") : nil)
      return gap(.bool, id)
    }
  }

  // MARK: Arithmetic

  /// Checks `-a`.
  mutating func negate(_ id: SyntaxTree.ID, _ operand: SyntaxTree.ID) -> Typed? {
    if case .number(let digits) = tree[operand].kind {
      return number(digits, isNegative: true, id)
    }
    guard let typed = value(operand) else { return gap(.number(unit: nil), id) }
    switch typed.type {
    case .number, .dyn: return Typed(.negate(typed.term, at: tree[id].range), typed.type, id)
    case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
      .interval, .null, .map:
      mismatch(
        typed, expected: LocalizedText(ko: "`-` 뒤에는 수", en: "a number after `-`"),
        help: typed.type == .bool
          ? LocalizedText(ko: "반대 조건은 `!`로 씁니다", en: "the opposite of a condition is written with `!`") : nil)
      return nil
    }
  }

  private mutating func sum(
    _ id: SyntaxTree.ID, _ sign: Term.Arithmetic, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    let a = value(left)
    let b = value(right)
    guard let a, let b else { return gap((a ?? b).flatMap { Self.sum(sign, of: $0.type) }, id) }
    let term = Term.arithmetic(sign, a.term, b.term, at: tree[id].range)
    let verb =
      sign == .add ? LocalizedText(ko: "더할", en: "add") : LocalizedText(ko: "뺄", en: "take the difference of")
    switch (a.type, b.type) {
    case (.dyn, .dyn): return Typed(term, .dyn, id)
    case (.dyn, let type), (let type, .dyn): return Typed(term, isStrict ? type : .dyn, id)
    case (.timestamp, .duration): return Typed(term, .timestamp, id)
    case (.duration, .timestamp) where sign == .add: return Typed(term, .timestamp, id)
    case (.timestamp, .timestamp) where sign == .subtract: return Typed(term, .duration, id)
    case (.duration, .duration): return Typed(term, .duration, id)
    case (.number, .number):
      return joined(a, b, verb: verb).map { Typed(term, $0, id) }
    case (.list, .list) where sign == .add:
      return joined(a, b, verb: verb).map { Typed(term, $0, id) }
    case _ where sign == .add && a.type.isText && b.type.isText: return Typed(term, .string, id)
    default:
      report(.types, a, b, verb: verb, help: dateHelp(a, b, sign))
      return nil
    }
  }

  /// The type of a sum of which one side has an error, if the other one says it.
  private static func sum(_ sign: Term.Arithmetic, of known: ValueType) -> ValueType? {
    switch known {
    case .number: known
    case .list where sign == .add: known
    case .string, .choice, .reference: sign == .add ? .string : nil
    case .bool, .date, .timestamp, .duration, .list, .record, .group, .pair, .interval, .dyn, .null, .map: nil
    }
  }

  private func dateHelp(_ a: Typed, _ b: Typed, _ sign: Term.Arithmetic) -> LocalizedText? {
    let (first, second) = (written(a.node), written(b.node))
    switch (a.type, b.type) {
    case (.date, .date):
      return LocalizedText(
        ko: "두 날짜 사이의 일수는 `days_between(\(second), \(first))`입니다",
        en: "the days between two dates are `days_between(\(second), \(first))`")
    case (.date, .number):
      let count = sign == .subtract ? "-(\(second))" : second
      return LocalizedText(
        ko: "날짜에서 며칠 뒤는 `days_after(\(first), \(count))`입니다",
        en: "a date some days later is `days_after(\(first), \(count))`")
    case (.timestamp, .number):
      return LocalizedText(
        ko: "일시에는 `duration('2h')` 같은 시간 길이를 더하거나 뺍니다",
        en: "add or subtract a duration such as `duration('2h')`")
    case (.number, _) where sign == .add && b.type.isText:
      return LocalizedText(
        ko: "수를 글로 바꾸려면 `string(\(first))`을 쓰십시오", en: "write `string(\(first))` to make a text of it")
    case (_, .number) where sign == .add && a.type.isText:
      return LocalizedText(
        ko: "수를 글로 바꾸려면 `string(\(second))`을 쓰십시오", en: "write `string(\(second))` to make a text of it")
    default: return rowHelp(a) ?? rowHelp(b)
    }
  }

  private mutating func product(
    _ id: SyntaxTree.ID, _ sign: Term.Arithmetic, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) -> Typed? {
    let a = value(left)
    let b = value(right)
    for case let side? in [a, b] {
      switch side.type {
      case .number(let unit):
        guard unit != ValueType.percent else {
          reportPercent(side, sign, left, right)
          return gap(.number(unit: nil), id)
        }
      case .dyn: break
      case .bool, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group, .pair,
        .interval, .null, .map:
        mismatch(
          side, expected: LocalizedText(ko: "`\(sign.rawValue)`에는 수", en: "a number for `\(sign.rawValue)`"))
        return gap(.number(unit: nil), id)
      }
    }
    if isStrict, sign != .multiply, case .constant(.number(let number))? = b?.term, number == Rational(0) {
      error("expression.division-by-zero", tree[right].range, ko: "0으로는 나눌 수 없습니다", en: "division by zero")
      return gap(.number(unit: nil), id)
    }
    guard let a, let b else { return gap(.number(unit: nil), id) }
    return Typed(.arithmetic(sign, a.term, b.term, at: tree[id].range), .number(unit: nil), id)
  }

  private mutating func reportPercent(
    _ side: Typed, _ sign: Term.Arithmetic, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
  ) {
    let text = written(side.node)
    let other = side.node == left ? written(right) : written(left)
    let help =
      sign == .multiply
      ? LocalizedText(
        ko: "어떤 수의 백분율은 `percent_of(\(text), \(other))`로 구합니다",
        en: "a share of a number is `percent_of(\(text), \(other))`")
      : LocalizedText(
        ko: "비율은 `percent(부분, 전체)`로, 어떤 수의 백분율은 `percent_of(비율, 수)`로 구합니다",
        en: "a ratio is `percent(part, whole)`, a share of a number `percent_of(rate, number)`")
    error(
      "expression.percent", tree[side.node].range, ko: "퍼센트(`\(text)`)는 곱하거나 나눌 수 없습니다",
      en: "a percentage (`\(text)`) is not multiplied or divided", help: help)
  }
}

extension ValueType {
  /// The code of the unit that marks a percentage.
  package static let percent = "percent"
}

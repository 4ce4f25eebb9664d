import Diagnostics

extension Checking {
  /// The exact number that digits stand for.
  mutating func number(_ digits: String, isNegative: Bool, _ id: SyntaxTree.ID) -> Typed? {
    guard let number = Rational(decimal: isNegative ? "-" + digits : digits) else {
      error(
        "expression.bad-number", tree[id].range, ko: "수가 너무 깁니다",
        en: "the number is too long to be held exactly")
      return isUnchecked ? unchecked(.overflow, id) : nil
    }
    return Typed(.constant(.number(number)), .number(unit: nil), id)
  }

  /// `null`, outside policies.
  mutating func null(_ id: SyntaxTree.ID) -> Typed? {
    if isStrict {
      error(
        "expression.null", tree[id].range, ko: "`null`은 식에 쓸 수 없습니다",
        en: "`null` cannot stand in an expression",
        help: LocalizedText(
          ko: "적혀 있는지 물으려면 `has(항목)` 또는 `stated(항목)`을 쓰십시오",
          en: "to ask whether a fact is stated write `has(fact)` or `stated(fact)`"))
      return nil
    }
    return Typed(.constant(.null), .null, id)
  }

  /// `[a, b]`: one list of one kind of values.
  mutating func list(_ id: SyntaxTree.ID, _ items: [SyntaxTree.ID]) -> Typed? {
    let checked = items.map { value($0) }
    var element = ValueType.dyn
    var terms: [Term] = []
    for case let item? in checked {
      terms.append(item.term)
      guard terms.count > 1 else {
        element = item.type
        continue
      }
      switch common(element, item.type) {
      case .success(let type): element = type
      case .failure(let mismatch):
        guard isStrict else {
          element = .dyn
          continue
        }
        report(mismatch, item, other: element)
        return gap(.list(element), id)
      }
    }
    guard terms.count == items.count else { return gap(.list(element), id) }
    var values: [Value] = []
    for case .constant(let value) in terms { values.append(value) }
    let term: Term =
      values.count == terms.count ? .constant(.list(ListValue(values: values))) : .list(terms)
    return Typed(term, .list(element), id)
  }

  /// The common type of a list's or conditional's parts; mixed parts are of unknown type outside policies.
  private func common(_ a: ValueType, _ b: ValueType) -> Result<ValueType, ValueType.Mismatch> {
    // One value of unknown type makes the whole unknown, where such values exist.
    if !isStrict, a == .dyn || b == .dyn { return .success(.dyn) }
    do throws(ValueType.Mismatch) {
      return .success(try a.joined(with: b))
    } catch {
      return .failure(error)
    }
  }

  private mutating func report(_ problem: ValueType.Mismatch, _ item: Typed, other: ValueType) {
    switch problem {
    case .types:
      let wanted = described(other)
      mismatch(
        item, expected: wanted,
        help: LocalizedText(ko: "한 목록의 값은 모두 같은 종류여야 합니다", en: "the values of one list are of one kind"))
    case .units(let a, let b):
      error(
        "expression.unit", tree[item.node].range, ko: "한 목록에 단위 `\(a)`와(과) `\(b)`이(가) 섞여 있습니다",
        en: "one list mixes the units `\(a)` and `\(b)`")
    }
  }

  /// `{k: v}`, outside policies.
  mutating func map(
    _ id: SyntaxTree.ID, _ entries: [(key: SyntaxTree.ID, value: SyntaxTree.ID)]
  ) -> Typed? {
    if isStrict {
      error(
        "expression.map", tree[id].range, ko: "맵 `{…}`은 식에 쓸 수 없습니다",
        en: "a map `{…}` cannot stand in an expression",
        help: LocalizedText(
          ko: "조건에 따라 고르려면 `tables:`에 표를 만들고 `table.이름(…)`으로 부르십시오",
          en: "to look values up, declare a table under `tables:` and call `table.NAME(…)`"))
      return nil
    }
    var key = ValueType.dyn
    var element = ValueType.dyn
    var terms: [(key: Term, value: Term)] = []
    for (position, entry) in entries.enumerated() {
      guard let entryKey = value(entry.key), let entryValue = value(entry.value) else { return nil }
      terms.append((entryKey.term, entryValue.term))
      key = position == 0 ? entryKey.type : (try? common(key, entryKey.type).get()) ?? .dyn
      element = position == 0 ? entryValue.type : (try? common(element, entryValue.type).get()) ?? .dyn
    }
    return Typed(.map(terms, at: tree[id].range), .map(key, element), id)
  }

  /// `c ? a : b` and `if(c, a, b)`.
  mutating func conditional(
    _ id: SyntaxTree.ID, _ condition: SyntaxTree.ID, _ yes: SyntaxTree.ID, _ no: SyntaxTree.ID
  ) -> Typed? {
    let test = truth(condition)
    let first = value(yes)
    let second = value(no)
    guard let first, let second else { return gap((first ?? second)?.type, id) }
    // Of two values that do not go together the one that is written out is more likely the mistake.
    let odd = isLiteral(no) ? no : isLiteral(yes) ? yes : nil
    let verb = LocalizedText(ko: "함께 고를", en: "choose between")
    guard let type = joined(first, second, verb: verb, at: odd) else { return gap() }
    guard let test else { return gap(type, id) }
    return Typed(.conditional(test.term, first.term, second.term), type, id)
  }

  /// Checks a node that must be true or false.
  mutating func truth(_ id: SyntaxTree.ID) -> Typed? {
    guard let typed = value(id) else { return nil }
    guard typed.type == .bool || typed.type == .dyn else {
      mismatch(typed, expected: LocalizedText(ko: "참·거짓인 조건", en: "a condition (true or false)"))
      return nil
    }
    return typed
  }

  /// An evaluation error in place of what an unchecked expression does not declare.
  func unchecked(_ kind: EvaluationError.Kind, _ id: SyntaxTree.ID) -> Typed {
    let range = tree[id].range
    let text = written(range)
    let problem = EvaluationError(
      kind, ko: "`\(text)`은(는) 선언되지 않았습니다", en: "`\(text)` is not declared", range: range)
    return Typed(.error(problem), .dyn, id)
  }

  // MARK: Choices

  /// Whether a node is a text, number or truth value that is written out.
  private func isLiteral(_ id: SyntaxTree.ID) -> Bool {
    switch tree[id].kind {
    case .null, .bool, .number, .string: true
    case .negate(let operand): isLiteral(operand)
    case .name, .select, .call, .index, .list, .map, .not, .binary, .conditional: false
    }
  }

  /// Whether a node is written out as text: a literal, a list of literals, a choice between literals.
  func isLiteralText(_ id: SyntaxTree.ID) -> Bool {
    switch tree[id].kind {
    case .string: return true
    case .list(let items): return !items.isEmpty && items.allSatisfy { isLiteralText($0) }
    case .conditional(_, let yes, let no): return isLiteralText(yes) && isLiteralText(no)
    case .call(let name, nil, let arguments):
      return name.text == "if" && arguments.count == 3 && isLiteralText(arguments[1])
        && isLiteralText(arguments[2])
    case .null, .bool, .number, .name, .select, .call, .index, .map, .not, .negate, .binary: return false
    }
  }

  /// Reports literals that are no members of the choice they are compared with.
  mutating func checkMembers(_ id: SyntaxTree.ID, against type: ValueType) {
    switch (tree[id].kind, type) {
    case (.string(let text), .choice(let choice)):
      checkMember(text, of: choice, at: tree[id].range)
    case (.list(let items), .list(let element)):
      for item in items { checkMembers(item, against: element) }
    case (.conditional(_, let yes, let no), _):
      checkMembers(yes, against: type)
      checkMembers(no, against: type)
    case (.call(let name, nil, let arguments), _) where name.text == "if" && arguments.count == 3:
      checkMembers(arguments[1], against: type)
      checkMembers(arguments[2], against: type)
    default: break
    }
  }

  private mutating func checkMember(_ text: String, of index: Int, at range: Range<Int>) {
    guard environment.choices.indices.contains(index) else { return }
    let choice = environment.choices[index]
    guard choice.label(of: text) == nil else { return }
    let near =
      choice.members.first { $0.label.ko == text || $0.label.en == text }?.name
      ?? Suggestion.nearest(to: text, among: choice.members.map(\.name))
    if choice.isOpen {
      // Any text may be stated for an open choice; one that is nearly a member is still worth a word.
      guard let near, isStrict else { return }
      diagnostics.warning(
        "expression.unknown-member", at: source.span(range), ko: "`\(text)`은(는) 용어집에 적힌 값이 아닙니다",
        en: "`\(text)` is none of the values that the vocabulary names", help: Suggestion.question(near))
      return
    }
    let members = choice.members.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    let more = choice.members.count > 12 ? ", …" : ""
    let list = LocalizedText(ko: "쓸 수 있는 값: \(members)\(more)", en: "it is one of \(members)\(more)")
    error(
      "expression.unknown-member", range, ko: "`\(text)`은(는) 고를 수 있는 값이 아닙니다",
      en: "`\(text)` is no member of the choice",
      help: near.map { LocalizedText.joined([Suggestion.question($0), list], separator: " ") } ?? list)
  }
}

import Diagnostics

extension Checking {
  /// The forms that take facts, not values.
  enum FactForm: String, CaseIterable {
    case has, opt, stated, find
  }

  /// Checks `has`, `opt`, `stated` and `find`.
  mutating func factForm(
    _ id: SyntaxTree.ID, _ form: FactForm, _ name: SyntaxTree.Name, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    switch form {
    case .has, .stated:
      guard arguments.count == 1 else {
        wrongCount(
          name, expected: "\(form.rawValue)(fact)", ko: "\(form.rawValue)(항목)", found: arguments.count)
        return isUnchecked ? unchecked(.noSuchOverload, id) : gap(.bool, id)
      }
      if form == .has, !isStrict, let typed = hasKey(id, arguments[0]) { return typed }
      guard let fact = factPath(arguments[0], form: form.rawValue, allowsGroup: true)?.fact else {
        return isUnchecked ? unchecked(.undeclared, id) : gap(.bool, id)
      }
      let term: Term = form == .has ? .has(of: fact.of, fact.field) : .stated(of: fact.of, fact.field)
      return Typed(term, .bool, id)
    case .opt: return opt(id, name, arguments)
    case .find: return find(id, name, arguments)
    }
  }

  private mutating func opt(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    guard arguments.count == 2 else {
      wrongCount(name, expected: "opt(fact, default)", ko: "opt(항목, 기본값)", found: arguments.count)
      return nil
    }
    let path = factPath(arguments[0], form: name.text, allowsGroup: false)
    let fallback = value(arguments[1])
    guard let path, let fact = path.fact, let fallback else { return gap((path ?? fallback)?.type, id) }
    guard let type = joined(path, fallback, verb: LocalizedText(ko: "함께 고를", en: "choose between")) else {
      return gap(path.type, id)
    }
    return Typed(.opt(of: fact.of, fact.field, fallback: fallback.term), type, id)
  }

  /// Checks a path that must lead to a fact of the scheme.
  mutating func factPath(_ id: SyntaxTree.ID, form: String, allowsGroup: Bool) -> Typed? {
    switch tree[id].kind {
    case .name, .select: break
    case .null, .bool, .number, .string, .call, .index, .list, .map, .not, .negate, .binary, .conditional:
      _ = node(id)
      reportNoFact(id, form, nil)
      return nil
    }
    guard let typed = node(id) else { return nil }
    guard let fact = typed.fact else {
      reportNoFact(id, form, typed)
      return nil
    }
    if typed.type == .group, !allowsGroup { return value(id) }
    if environment.field(fact.field).derived != nil {
      error(
        "expression.not-a-fact", tree[id].range, ko: "`\(written(id))`은(는) 계산하는 항목이어서 적혀 있는지 물을 수 없습니다",
        en: "`\(written(id))` is derived from other facts and is never stated itself",
        help: LocalizedText(ko: "계산에 쓰이는 항목을 물으십시오", en: "ask about the facts it is derived from"))
      return nil
    }
    return typed
  }

  private mutating func reportNoFact(_ id: SyntaxTree.ID, _ form: String, _ typed: Typed?) {
    let text = written(id)
    var help = LocalizedText(
      ko: "`scheme.claims.opens`나 `award.value`처럼 보상안에 적는 항목을 쓰십시오",
      en: "name a fact that a scheme states, such as `scheme.claims.opens` or `award.value`")
    if case .cell? = typed?.term {
      help = LocalizedText(
        ko: "`\(text)`은(는) 계산 단계입니다. 단계가 아니라 그 단계가 읽는 항목을 물으십시오",
        en: "`\(text)` is a step; ask about the facts it reads")
    } else if case .parameter? = typed?.term {
      help = LocalizedText(
        ko: "매개변수는 기준에 정해진 값이어서 늘 있습니다", en: "a parameter belongs to the policy and is always there")
    }
    error(
      "expression.not-a-fact", tree[id].range, ko: "`\(form)`에는 항목의 경로가 와야 합니다. `\(text)`은(는) 보상안의 항목이 아닙니다",
      en: "`\(form)` takes a path of facts; `\(text)` is none", help: help)
  }

  /// `has(x.name)` of a map or a value of unknown type.
  private mutating func hasKey(_ id: SyntaxTree.ID, _ argument: SyntaxTree.ID) -> Typed? {
    guard case .select(let base, let name) = tree[argument].kind else { return nil }
    let mark = diagnostics
    guard let typed = node(base) else {
      diagnostics = mark
      return nil
    }
    switch typed.type {
    case .dyn, .map: return Typed(.hasKey(typed.term, name.text), .bool, id)
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .list, .record, .reference, .group,
      .pair, .interval, .null:
      return isUnchecked ? Typed(.hasKey(typed.term, name.text), .bool, id) : nil
    }
  }

  // MARK: find

  private mutating func find(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    guard arguments.count == 3 else {
      wrongCount(
        name, expected: "find(list, 'fact', value)", ko: "find(목록, '항목', 값)", found: arguments.count)
      return nil
    }
    let list = value(arguments[0])
    let wanted = value(arguments[2])
    guard let list else { return gap() }
    guard case .list(.record(let type)) = list.type, environment.records.indices.contains(type) else {
      mismatch(list, expected: LocalizedText(ko: "`find`에는 요소의 목록", en: "a list of elements for `find`"))
      return nil
    }
    guard case .string(let path) = tree[arguments[1]].kind else {
      error(
        "expression.find-field", tree[arguments[1]].range, ko: "`find`의 두 번째 값은 따옴표로 묶은 항목 이름입니다",
        en: "the second value of `find` is the name of a fact in quotes",
        help: LocalizedText("`find(\(written(arguments[0])), 'id', …)`"))
      return gap(.record(type), id)
    }
    let record = environment.records[type]
    let isBroken = environment.brokenFacts.contains(record.name + "." + path)
    if isBroken || record.slots[path] == nil && mayBeDeclared(path) { return gap(.record(type), id) }
    guard let slot = record.slots[path], record.fields[slot].type != .group else {
      let names = record.fields.filter { $0.type != .group }.map(\.name)
      let listed = names.prefix(12).map { "`'\($0)'`" }.joined(separator: ", ")
      error(
        "expression.unknown-fact", tree[arguments[1]].range, ko: "`\(record.name)`에 `\(path)` 항목이 없습니다",
        en: "`\(record.name)` has no fact `\(path)`",
        help: Suggestion.nearest(to: path, among: names).map { Suggestion.question("'\($0)'") }
          ?? LocalizedText(ko: "쓸 수 있는 항목: \(listed)", en: "its facts are \(listed)"))
      return gap(.record(type), id)
    }
    guard let wanted else { return gap(.record(type), id) }
    let field = FieldID(record: type, slot: slot)
    let found = Typed(.constant(.unknown), record.fields[slot].type, arguments[1])
    guard let value = comparableValue(wanted, with: found) else { return gap(.record(type), id) }
    return Typed(.find(list: list.term, field: field, value: value, at: tree[id].range), .record(type), id)
  }

  /// The term to look for in a field; an element stands for its key.
  private mutating func comparableValue(_ wanted: Typed, with field: Typed) -> Term? {
    if case .record(let record) = wanted.type, case .reference(let reference) = field.type,
      reference.record == record, let key = key(of: wanted, record)
    {
      return key
    }
    if isLiteralText(wanted.node) { checkMembers(wanted.node, against: field.type) }
    do throws(ValueType.Mismatch) {
      _ = try wanted.type.joined(with: field.type)
      return wanted.term
    } catch {
      report(error, field, wanted, verb: LocalizedText(ko: "비교할", en: "compare"), at: wanted.node)
      return nil
    }
  }
}

import Diagnostics

extension Checking {
  // MARK: Forms of a call

  /// `f(x)`.
  mutating func freeCall(_ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ arguments: [SyntaxTree.ID]) -> Typed?
  {
    if let form = FactForm(rawValue: name.text), !isUnchecked || form == .has {
      return factForm(id, form, name, arguments)
    }
    if name.text == "if" {
      guard arguments.count == 3 else {
        wrongCount(
          name, expected: "if(\(Self.ifParts.en))", ko: "if(\(Self.ifParts.ko))", found: arguments.count)
        return isUnchecked ? unchecked(.noSuchOverload, id) : gap()
      }
      return conditional(id, arguments[0], arguments[1], arguments[2])
    }
    let candidates = functions.named(name.text)
    guard !candidates.isEmpty else { return unknownFunction(id, name, hasReceiver: false, arguments) }
    let free = candidates.filter { $0.style != .method }
    guard !free.isEmpty else {
      error(
        "expression.function-style", name.range, ko: "`\(name.text)`은(는) 값 뒤에 붙여 부릅니다",
        en: "`\(name.text)` is called on a value",
        help: LocalizedText(ko: "`값.\(name.text)(…)`로 쓰십시오", en: "write `value.\(name.text)(…)`"))
      return isUnchecked ? unchecked(.noSuchOverload, id) : nil
    }
    return call(id, name, free, arguments.map { value($0) })
  }

  private static let ifParts = LocalizedText(ko: "조건, 참일 때, 거짓일 때", en: "condition, if true, if false")

  /// `r.f(x)`: a macro, a table's row, a function with a namespace, or a method.
  mutating func methodCall(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, on receiver: SyntaxTree.ID, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    if let kind = Term.Macro.Kind(rawValue: name.text), isMacro(kind, arguments) {
      return macro(id, kind, name, receiver, arguments)
    }
    if case .name("table", isAbsolute: false) = tree[receiver].kind, scope["table"] == nil,
      !variables.contains(where: { $0.name == "table" })
    {
      return tableCall(id, name, arguments)
    }
    let chain = chain(receiver)
    if chain.base == nil, let first = chain.names.first {
      let qualified = (chain.names.map(\.text) + [name.text]).joined(separator: ".")
      let found = functions.named(qualified).filter { $0.style != .method }
      if !found.isEmpty, !isDeclared(first.text) {
        let name = SyntaxTree.Name(
          text: qualified, range: tree[receiver].range.lowerBound..<name.range.upperBound)
        return call(id, name, found, arguments.map { value($0) })
      }
    }
    let methods = functions.named(name.text).filter { $0.style != .free }
    let base = value(receiver)
    guard !methods.isEmpty else {
      checkArguments(arguments, on: base)
      // What stands before the dot may have been meant as part of the function's name.
      let mayBeName = chain.base == nil && !(chain.names.first.map { isDeclared($0.text) } ?? true)
      guard base != nil || isUnchecked || !mayBeName else { return gap() }
      return unknownFunction(id, name, hasReceiver: true, [receiver] + arguments)
    }
    guard name.text == "format", arguments.count == 1 else {
      return call(id, name, methods, [base] + arguments.map { value($0) })
    }
    let (values, types) = formatValues(arguments[0])
    checkFormat(receiver, arguments[0], types: types)
    return call(id, name, methods, [base, values])
  }

  // MARK: Declared functions

  /// Finds the overload that the arguments fit.
  private mutating func call(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ candidates: [Function], _ arguments: [Typed?]
  ) -> Typed? {
    let fitting = candidates.filter { $0.overloads.contains { $0.accepts(count: arguments.count) } }
    guard let first = fitting.first else {
      wrongCount(name, candidates.flatMap(\.overloads), found: arguments.count)
      return isUnchecked ? unchecked(.noSuchOverload, id) : gap()
    }
    var checked: [Typed] = []
    checked.reserveCapacity(arguments.count)
    for case let argument? in arguments { checked.append(argument) }
    guard checked.count == arguments.count else { return callWithGaps(id, name, fitting, arguments) }
    let range = tree[id].range
    let terms = checked.map(\.term)
    if isUnchecked { return Typed(.call(first, terms, at: range), .dyn, id) }

    // Literal texts come last, so that a choice beside them says which texts they may be.
    var order: [Int] = []
    order.reserveCapacity(checked.count)
    for isLast in [false, true] {
      for place in checked.indices where isLiteralText(checked[place].node) == isLast { order.append(place) }
    }
    var best: (overload: Function.Overload, match: OverloadMatch, failure: OverloadMatch.Failure)?
    for function in fitting {
      for overload in function.overloads where overload.accepts(count: checked.count) {
        var match = OverloadMatch(environment: environment)
        guard let failure = match.bind(overload, arguments, in: order) else {
          checkLiteralArguments(overload, match, checked)
          let type = match.result(overload.result)
          return folded(function, checked, id) ?? membership(function, terms, id)
            ?? Typed(.call(function, terms, at: range), type, id)
        }
        if best.map({ failure.matched > $0.failure.matched }) ?? true {
          best = (overload, match, failure)
        }
      }
    }
    if let best {
      let forms = fitting.flatMap(\.overloads).filter { $0.accepts(count: checked.count) }
      report(name, best.overload, best.failure, best.match, checked[best.failure.position], forms: forms)
    }
    return gap(Self.agreedResult(fitting, count: checked.count), id)
  }

  /// A call some of whose arguments have an error: the others are judged, and what the call gives is known where all
  /// forms that they fit give the same.
  private mutating func callWithGaps(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ fitting: [Function], _ arguments: [Typed?]
  ) -> Typed? {
    let sound = arguments.indices.filter { arguments[$0] != nil }
    var results: Set<ValueType?> = []
    var best: (overload: Function.Overload, match: OverloadMatch, failure: OverloadMatch.Failure)?
    let forms = fitting.flatMap(\.overloads).filter { $0.accepts(count: arguments.count) }
    for overload in forms {
      var match = OverloadMatch(environment: environment)
      if let failure = match.bind(overload, arguments, in: sound) {
        if best.map({ failure.matched > $0.failure.matched }) ?? true { best = (overload, match, failure) }
      } else {
        let type = match.result(overload.result)
        results.insert(type.mentionsDyn ? nil : type)
      }
    }
    if results.isEmpty, let best, let argument = arguments[best.failure.position] {
      report(name, best.overload, best.failure, best.match, argument, forms: forms)
    }
    return gap(results.count == 1 ? results.first ?? nil : nil, id)
  }

  /// What all forms of a function give whatever they are called with; nil where that depends on the arguments.
  private static func agreedResult(_ functions: [Function], count: Int) -> ValueType? {
    var agreed: ValueType?
    for overload in functions.flatMap(\.overloads) where overload.accepts(count: count) {
      guard case .exact(let type) = overload.result, agreed == nil || agreed == type else { return nil }
      agreed = type
    }
    return agreed
  }

  private mutating func checkLiteralArguments(
    _ overload: Function.Overload, _ match: OverloadMatch, _ arguments: [Typed]
  ) {
    for (position, argument) in arguments.enumerated() where isLiteralText(argument.node) {
      checkMembers(argument.node, against: match.result(overload.pattern(at: position)))
    }
  }

  /// `date('…')`, `timestamp('…')`, `duration('…')` of a literal: the value itself, once it is known to be one.
  private mutating func folded(_ function: Function, _ arguments: [Typed], _ id: SyntaxTree.ID) -> Typed? {
    guard arguments.count == 1, case .string(let text) = tree[arguments[0].node].kind else { return nil }
    let value: Value?
    let type: ValueType
    let form: LocalizedText
    switch function.name {
    case "date":
      value = Day(iso: text).map { .date($0) }
      type = .date
      form = LocalizedText(ko: "`2022-12-29`처럼 실제로 있는 날짜", en: "an existing day such as `2022-12-29`")
    case "timestamp":
      value = Instant(iso: text).map { .timestamp($0) }
      type = .timestamp
      form = LocalizedText(
        ko: "`2022-10-15T15:30:00+09:00`처럼 시차를 붙인 일시",
        en: "a time with its offset such as `2022-10-15T15:30:00+09:00`")
    case "duration":
      value = TimeSpan(text: text).map { .duration($0) }
      type = .duration
      form = LocalizedText(ko: "`1h30m`처럼 단위를 붙인 시간", en: "a length such as `1h30m`")
    default: return nil
    }
    if let value { return Typed(.constant(value), type, id) }
    // Outside policies the function itself decides what it takes.
    guard isStrict else { return nil }
    error(
      "expression.bad-literal", tree[arguments[0].node].range,
      ko: "`\(text)`은(는) \(form.ko.withSubjectParticle) 아닙니다",
      en: "`\(text)` is not \(form.en)",
      help: type == .date
        ? Self.correctedDate(text).map { LocalizedText(ko: "`\($0)`로 쓰십시오", en: "write `\($0)`") } : nil)
    return Typed(.error(EvaluationError(.invalidArgument, ko: form.ko, en: form.en)), type, id)
  }

  /// The day that `2022-8-11`, `2022.08.11` and `2022. 8. 11.` name, as it is to be written.
  private static func correctedDate(_ text: String) -> String? {
    guard text.utf8.count <= 20, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let parts = text.split { "-./ ".contains($0) }
    guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }) else {
      return nil
    }
    let iso = parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    return Day(iso: iso) == nil ? nil : iso
  }

  /// `not_in(x, list)` as `!(x in list)`, so that membership has one meaning and the same grounds.
  private func membership(_ function: Function, _ terms: [Term], _ id: SyntaxTree.ID) -> Typed? {
    guard function.name == "not_in", terms.count == 2 else { return nil }
    return Typed(.not(.contains(element: terms[0], list: terms[1], at: tree[id].range)), .bool, id)
  }

  // MARK: Tables

  private mutating func tableCall(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    let checked = arguments.map { value($0) }
    if broken.tables.contains(name.text) { return gap() }
    guard let index = program.tables.firstIndex(where: { $0.name == name.text }) else {
      if broken.words.contains(name.text) { return gap() }
      let near = Suggestion.nearest(to: name.text, among: program.tables.map(\.name))
      error(
        "expression.unknown-table", name.range, ko: "`\(name.text)`(이)라는 표가 없습니다",
        en: "there is no table `\(name.text)`",
        help: near.map { Suggestion.question("table.\($0)") }
          ?? LocalizedText(ko: "`tables:`에 선언하십시오", en: "declare it under `tables:`"))
      return isUnchecked ? unchecked(.undeclared, id) : nil
    }
    let table = program.tables[index]
    guard table.inputs.count == arguments.count else {
      let form = "table.\(table.name)(\(table.inputs.map(\.name).joined(separator: ", ")))"
      wrongCount(name, expected: form, ko: form, found: arguments.count)
      return gap(.record(table.rowType), id)
    }
    var inputs: [Typed] = []
    for (column, argument) in zip(table.inputs, checked) {
      guard let argument else { continue }
      if let type = column.type {
        checkMembersOfBoth(argument, Typed(argument.term, type, argument.node))
        guard (try? argument.type.joined(with: type)) != nil else {
          mismatch(
            argument,
            expected: LocalizedText(
              ko: "표의 `\(column.name)` 열에는 \(described(type).ko)",
              en: "\(described(type).en) for the column `\(column.name)`"),
            help: dateHelp(argument, wanted: type))
          continue
        }
      }
      inputs.append(argument)
    }
    guard inputs.count == arguments.count else {
      if !inputs.isEmpty { noteSoundInputs(of: index, checked, inputs) }
      return gap(.record(table.rowType), id)
    }
    tableCalls.append(
      TableCall(table: index, arguments: inputs.map(\.type), ranges: inputs.map { tree[$0.node].range }))
    return Typed(.table(index, inputs.map(\.term), at: tree[id].range), .record(table.rowType), id)
  }

  /// Keeps a call of which some inputs have an error: the others still say what their columns hold.
  private mutating func noteSoundInputs(of table: Int, _ arguments: [Typed?], _ sound: [Typed]) {
    tableCalls.append(
      TableCall(
        table: table,
        arguments: arguments.map { argument in
          argument.flatMap { found in sound.contains { $0.node == found.node } ? found.type : nil } ?? .dyn
        }, ranges: arguments.map { $0.map { tree[$0.node].range } ?? 0..<0 }))
  }

  private func dateHelp(_ argument: Typed, wanted: ValueType) -> LocalizedText? {
    guard wanted == .date, argument.type == .timestamp else { return nil }
    let text = written(argument.node)
    return LocalizedText(
      ko: "일시의 날짜는 `date_of(\(text))`입니다", en: "the date of a timestamp is `date_of(\(text))`")
  }

  // MARK: Problems

  private mutating func unknownFunction(
    _ id: SyntaxTree.ID, _ name: SyntaxTree.Name, hasReceiver: Bool, _ arguments: [SyntaxTree.ID]
  ) -> Typed? {
    if isUnchecked { return unchecked(.undeclared, id) }
    error(
      "expression.unknown-function", name.range, ko: "`\(name.text)`(이)라는 함수가 없습니다",
      en: "there is no function `\(name.text)`", help: helpForFunction(name.text, hasReceiver: hasReceiver))
    return gap()
  }

  private func helpForFunction(_ name: String, hasReceiver: Bool) -> LocalizedText? {
    if Term.Macro.Kind(rawValue: name) != nil {
      return LocalizedText(
        ko: "`목록.\(name)(x, x에 대한 식)`으로 쓰십시오", en: "write `list.\(name)(x, expression of x)`")
    }
    if hasReceiver, !functions.named(name).isEmpty || FactForm(rawValue: name) != nil || name == "if" {
      return LocalizedText(
        ko: "`\(name)(…)`처럼 앞에 값을 붙이지 않고 부르십시오", en: "it is called without a value before it: `\(name)(…)`")
    }
    if program.tables.contains(where: { $0.name == name }) { return Suggestion.question("table.\(name)(…)") }
    if let other = Self.nameElsewhere(name) { return Suggestion.question(other) }
    let near = Suggestion.nearest(
      to: name, among: functions.names + FactForm.allCases.map(\.rawValue) + ["if"] + Self.macroNames)
    return near.map(Suggestion.question)
  }

  /// What other languages and spreadsheets call so.
  private static func nameElsewhere(_ name: String) -> String? {
    switch name.lowercased() {
    case "any", "some", "anymatch": ".exists(x, …)"
    case "every", "allmatch", "forall": ".all(x, …)"
    case "where", "select_if", "countif", "sumif", "grep": ".filter(x, …)"
    case "collect", "transform": ".map(x, …)"
    case "len", "length", "strlen": ".size()"
    case "average", "mean": "avg"
    case "total": "sum"
    case "maximum", "greatest": "max"
    case "minimum", "least": "min"
    case "round": "round_half_up"
    case "roundup", "ceiling": "round_up"
    case "rounddown", "trunc", "truncate": "round_down"
    case "datediff", "date_diff": "days_between"
    case "exists_fact", "isnull", "isblank", "is_null", "defined": "stated"
    case "coalesce", "ifnull", "nvl", "default": "opt"
    case "vlookup", "xlookup", "lookup": "find"
    case "iif", "case", "choose": "if"
    default: nil
    }
  }

  private static let macroNames = ["all", "exists", "exists_one", "filter", "map"]

  /// Reports a call with too few or too many values, with the form it should have.
  mutating func wrongCount(_ name: SyntaxTree.Name, expected: String, ko: String, found: Int) {
    error(
      "expression.argument-count", name.range, ko: "`\(name.text)`에 넣은 값의 수(\(found))가 맞지 않습니다",
      en: "`\(name.text)` does not take \(found) \(found == 1 ? "value" : "values")",
      help: LocalizedText(ko: "`\(ko)`처럼 쓰십시오", en: "write `\(expected)`"))
  }

  private mutating func wrongCount(_ name: SyntaxTree.Name, _ overloads: [Function.Overload], found: Int) {
    let forms = signatures(name, overloads)
    error(
      "expression.argument-count", name.range, ko: "`\(name.text)`에 넣은 값의 수(\(found))가 맞지 않습니다",
      en: "`\(name.text)` does not take \(found) \(found == 1 ? "value" : "values")", help: forms)
  }

  private func signatures(_ name: SyntaxTree.Name, _ overloads: [Function.Overload]) -> LocalizedText {
    let ko = overloads.map { "`\(name.text)(\($0.parameterText(in: environment).ko))`" }
    let en = overloads.map { "`\(name.text)(\($0.parameterText(in: environment).en))`" }
    var seen: Set<String> = []
    let unique = ko.indices.filter { seen.insert(en[$0]).inserted }
    return LocalizedText(
      ko: "쓰는 법: " + unique.map { ko[$0] }.joined(separator: ", "),
      en: "it is written " + unique.map { en[$0] }.joined(separator: " or "))
  }

  private mutating func report(
    _ name: SyntaxTree.Name, _ overload: Function.Overload, _ failure: OverloadMatch.Failure,
    _ match: OverloadMatch, _ argument: Typed, forms: [Function.Overload]
  ) {
    switch failure.problem {
    case .units(let a, let b):
      error(
        "expression.unit", tree[argument.node].range,
        ko: "`\(name.text)`에 넣은 수의 단위가 다릅니다: `\(a)`와(과) `\(b)`",
        en: "`\(name.text)` needs numbers of one unit: found `\(a)` and `\(b)`")
    case .types:
      let wanted = match.described(overload.pattern(at: failure.position))
      mismatch(
        argument,
        expected: LocalizedText(ko: "`\(name.text)`에는 \(wanted.ko)", en: "\(wanted.en) for `\(name.text)`"),
        help: membershipHelp(name, argument, at: failure.position)
          ?? helpForArgument(argument, wanted: overload.pattern(at: failure.position))
          ?? signatures(name, forms))
    }
  }

  /// `contains` is about texts; lists have an operator.
  private func membershipHelp(_ name: SyntaxTree.Name, _ argument: Typed, at position: Int) -> LocalizedText?
  {
    guard name.text == "contains", position == 0, case .list = argument.type else { return nil }
    let text = written(argument.node)
    return LocalizedText(
      ko: "목록에 들어 있는지는 `값 in \(text)`로 묻습니다", en: "ask whether a list holds a value with `value in \(text)`")
  }

  private func helpForArgument(_ argument: Typed, wanted: TypePattern) -> LocalizedText? {
    let text = written(argument.node)
    switch (wanted, argument.type, tree[argument.node].kind) {
    case (.exact(.date), .timestamp, _):
      return LocalizedText(
        ko: "일시의 날짜는 `date_of(\(text))`입니다", en: "the date of a timestamp is `date_of(\(text))`")
    case (.exact(.date), _, .string(let literal)) where Day(iso: literal) != nil:
      return LocalizedText(ko: "날짜는 `date('\(literal)')`로 씁니다", en: "write `date('\(literal)')`")
    case (.exact(.date), .number, .binary) where Day(iso: text) != nil:
      return LocalizedText(ko: "날짜는 `date('\(text)')`로 씁니다", en: "write `date('\(text)')`")
    case (.exact(.timestamp), _, .string(let literal)) where Instant(iso: literal) != nil:
      return LocalizedText(
        ko: "일시는 `timestamp('\(literal)')`로 씁니다", en: "write `timestamp('\(literal)')`")
    default: return rowHelp(argument)
    }
  }
}

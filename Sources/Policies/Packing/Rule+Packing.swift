import Diagnostics
import Expressions

extension Rule {
  /// Reads a rule.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), title: try pack.text(), cite: try Dated(from: &pack),
      severity: try pack.member(),
      legal: try Legal(from: &pack), span: try pack.span())
    text = try pack.optional(Dated.init(from:))
    asOf = try pack.optional(CellID.init(from:))
    inForce = try Period(from: &pack)
    rationale = try pack.optionalText()
    sanction = try pack.optionalText()
    replaces = try pack.optionalString()
    appliesWhen = try pack.optional(CheckedExpression.read(from:))
    appliesPerSubject = try pack.bool()
    subjects = try pack.list(SubjectList.init(from:))
    steps = try pack.list(CellID.init(from:))
    check = try pack.member()
    requirements = try pack.list(Requirement.init(from:))
    exceptions = try pack.list(RuleException.init(from:))
    manualWhen = try pack.optional(CheckedExpression.read(from:))
    question = try pack.optional(Template.init(from:))
    messageIfNone = try pack.optional(Template.init(from:))
    remedyIfNone = try pack.optional(Template.init(from:))
    cost = try pack.optional { pack throws(PackFailure) in
      Cost(title: try pack.text(), value: try CellID(from: &pack))
    }
    waivable = try pack.optional { pack throws(PackFailure) in
      Waivable(by: try pack.list { pack throws(PackFailure) in try pack.string() }, basis: try pack.text())
    }
    isMeasure = try pack.bool()
  }

  /// Writes the rule.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    pack.text(title)
    try cite.write(to: &pack)
    pack.member(severity)
    legal.write(to: &pack)
    try pack.span(span)
    try pack.optional(text) { pack, text throws(PackFailure) in try text.write(to: &pack) }
    try pack.optional(asOf) { pack, cell in cell.write(to: &pack) }
    try inForce.write(to: &pack)
    pack.optionalText(rationale)
    pack.optionalText(sanction)
    pack.optionalString(replaces)
    try pack.optional(appliesWhen)
    pack.bool(appliesPerSubject)
    try pack.list(subjects) { pack, list throws(PackFailure) in try list.write(to: &pack) }
    try pack.list(steps) { pack, cell in cell.write(to: &pack) }
    pack.member(check)
    try pack.list(requirements) { pack, requirement throws(PackFailure) in try requirement.write(to: &pack) }
    try pack.list(exceptions) { pack, exception throws(PackFailure) in try exception.write(to: &pack) }
    try pack.optional(manualWhen)
    for template in [question, messageIfNone, remedyIfNone] { try pack.optional(template) }
    try pack.optional(cost) { pack, cost in
      pack.text(cost.title)
      cost.value.write(to: &pack)
    }
    try pack.optional(waivable) { pack, waivable throws(PackFailure) in
      try pack.list(waivable.by) { pack, body in pack.string(body) }
      pack.text(waivable.basis)
    }
    pack.bool(isMeasure)
  }
}

extension PackWriter {
  fileprivate mutating func optional(_ expression: CheckedExpression?) throws(PackFailure) {
    try optional(expression) { pack, expression throws(PackFailure) in try expression.write(to: &pack) }
  }

  fileprivate mutating func optional(_ template: Template?) throws(PackFailure) {
    try optional(template) { pack, template throws(PackFailure) in try template.write(to: &pack) }
  }
}

extension SubjectList {
  /// Reads a list of subjects.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      name: try pack.string(), list: try CheckedExpression.read(from: &pack),
      element: try ValueType(from: &pack),
      ifNone: try pack.optional { pack throws(PackFailure) in try pack.member() })
  }

  /// Writes the list of subjects.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(name)
    try list.write(to: &pack)
    element.write(to: &pack)
    try pack.optional(ifNone) { pack, outcome in pack.member(outcome) }
  }
}

extension Requirement {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(id: try pack.optionalString(), span: try pack.span())
    title = try pack.optionalText()
    cites = try pack.optional(Dated.init(from:))
    steps = try pack.list(CellID.init(from:))
    condition = try pack.optional(CheckedExpression.read(from:))
    actual = try pack.optional(CellID.init(from:))
    expected = try pack.optional(CellID.init(from:))
    deadline = try pack.optional(Deadline.init(from:))
    actualText = try pack.optionalText()
    expectedText = try pack.optionalText()
    message = try pack.optional(Template.init(from:))
    remedy = try pack.optional(Template.init(from:))
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.optionalString(id)
    try pack.span(span)
    pack.optionalText(title)
    try pack.optional(cites) { pack, cite throws(PackFailure) in try cite.write(to: &pack) }
    try pack.list(steps) { pack, cell in cell.write(to: &pack) }
    try pack.optional(condition)
    for cell in [actual, expected] { try pack.optional(cell) { pack, cell in cell.write(to: &pack) } }
    try pack.optional(deadline) { pack, deadline throws(PackFailure) in try deadline.write(to: &pack) }
    pack.optionalText(actualText)
    pack.optionalText(expectedText)
    for template in [message, remedy] { try pack.optional(template) }
  }
}

extension Deadline {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    let title = try pack.optionalText()
    switch try pack.byte() {
    case 0: self.init(title: title, end: .last(try CellID(from: &pack)))
    case 1:
      self.init(title: title, end: .words(try pack.text(), from: try pack.optional(CellID.init(from:))))
    default: throw .damaged
    }
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.optionalText(title)
    switch end {
    case .last(let cell):
      pack.byte(0)
      cell.write(to: &pack)
    case .words(let words, let from):
      pack.byte(1)
      pack.text(words)
      try pack.optional(from) { pack, cell in cell.write(to: &pack) }
    }
  }
}

extension RuleException {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), title: try pack.text(), cites: try pack.optional(Dated.init(from:)),
      inForce: try Period(from: &pack), when: try CheckedExpression.read(from: &pack),
      proof: try pack.optional(CheckedExpression.read(from:)), relief: try Relief(from: &pack),
      needsReview: try pack.bool(), span: try pack.span())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    pack.text(title)
    try pack.optional(cites) { pack, cite throws(PackFailure) in try cite.write(to: &pack) }
    try inForce.write(to: &pack)
    try when.write(to: &pack)
    try pack.optional(proof)
    try relief.write(to: &pack)
    pack.bool(needsReview)
    try pack.span(span)
  }
}

extension RuleException.Relief {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    switch try pack.byte() {
    case 0: self = .notRequired
    case 1:
      self = .replace(
        Dictionary(
          try pack.list { pack throws(PackFailure) in (try CellID(from: &pack), try CellID(from: &pack)) },
          uniquingKeysWith: { first, _ in first }))
    default: throw .damaged
    }
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    switch self {
    case .notRequired: pack.byte(0)
    case .replace(let cells):
      pack.byte(1)
      try pack.list(cells.sorted { $0.key.index < $1.key.index }) { pack, pair in
        pair.key.write(to: &pack)
        pair.value.write(to: &pack)
      }
    }
  }
}

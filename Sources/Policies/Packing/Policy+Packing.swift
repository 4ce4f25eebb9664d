import Diagnostics
package import Expressions

extension Policy {
  /// Reads a checked policy; `pack.environment` is its vocabulary's.
  package init(
    from pack: inout PackReader, calendars: [String: Calendar]
  ) throws(PackFailure) {
    let program = try Program(from: &pack, calendars: calendars)
    self.init(
      id: try pack.string(), version: try pack.string(), title: try pack.text(),
      vocabulary: program.environment.id,
      authority: try Dated(from: &pack, Authority.init(from:)), legal: try Legal(from: &pack),
      sources: Dictionary(
        try pack.list { pack throws(PackFailure) in (try pack.string(), try Source(from: &pack)) },
        uniquingKeysWith: { first, _ in first }),
      inForce: try Period(from: &pack), asOf: try CellID(from: &pack),
      review: try pack.optional(Review.init(from:)), program: program,
      definitions: try pack.list(CellID.init(from:)), rules: try pack.list(Rule.init(from:)),
      measures: try pack.list(Measure.init(from:)), file: try pack.ownFile())
  }

  /// Writes a checked policy, without what it has from its vocabulary.
  package func write(to pack: inout PackWriter, vocabulary environment: TypeEnvironment) throws(PackFailure) {
    guard lostNames.isEmpty, vocabulary == program.environment.id else { throw .unwritable }
    try program.write(to: &pack, vocabulary: environment)
    pack.string(id)
    pack.string(version)
    pack.text(title)
    try authority.write(to: &pack) { pack, authority in authority.write(to: &pack) }
    legal.write(to: &pack)
    try pack.list(sources.sorted { $0.key < $1.key }) { pack, source in
      pack.string(source.key)
      source.value.write(to: &pack)
    }
    try inForce.write(to: &pack)
    asOf.write(to: &pack)
    try pack.optional(review) { pack, review throws(PackFailure) in try review.write(to: &pack) }
    try pack.list(definitions) { pack, cell in cell.write(to: &pack) }
    try pack.list(rules) { pack, rule throws(PackFailure) in try rule.write(to: &pack) }
    try pack.list(measures) { pack, measure throws(PackFailure) in try measure.write(to: &pack) }
  }
}

extension Authority {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(id: try pack.string(), name: try pack.text())
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.string(id)
    pack.text(name)
  }
}

extension Legal {
  /// Reads a legal nature.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      status: try pack.member(), effect: try pack.member(), note: try pack.optionalText(),
      basis: try pack.optionalText(), isVerified: try pack.bool())
  }

  /// Writes the legal nature.
  func write(to pack: inout PackWriter) {
    pack.member(status)
    pack.member(effect)
    pack.optionalText(note)
    pack.optionalText(basis)
    pack.bool(isVerified)
  }
}

extension Source {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      kind: try pack.optionalString(), cite: try pack.text(), url: try pack.optionalString(),
      note: try pack.optionalText(), isVerified: try pack.bool())
  }

  fileprivate func write(to pack: inout PackWriter) {
    pack.optionalString(kind)
    pack.text(cite)
    pack.optionalString(url)
    pack.optionalText(note)
    pack.bool(isVerified)
  }
}

extension Period {
  /// Reads days.
  init(from pack: inout PackReader) throws(PackFailure) {
    self.init(from: try pack.optional(Day.init(from:)), to: try pack.optional(Day.init(from:)))
  }

  /// Writes the days.
  func write(to pack: inout PackWriter) throws(PackFailure) {
    for day in [from, to] { try pack.optional(day) { pack, day in day.write(to: &pack) } }
  }
}

extension Review {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      status: try pack.string(), by: try pack.optionalString(), on: try pack.optional(Day.init(from:)),
      document: try pack.optionalString())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(status)
    pack.optionalString(by)
    try pack.optional(on) { pack, day in day.write(to: &pack) }
    pack.optionalString(document)
  }
}

extension Measure {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), title: try pack.text(), cite: try pack.optionalText(),
      subjects: try pack.list(SubjectList.init(from:)), steps: try pack.list(CellID.init(from:)),
      value: try CellID(from: &pack), span: try pack.span())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    pack.text(title)
    pack.optionalText(cite)
    try pack.list(subjects) { pack, list throws(PackFailure) in try list.write(to: &pack) }
    try pack.list(steps) { pack, cell in cell.write(to: &pack) }
    value.write(to: &pack)
    try pack.span(span)
  }
}

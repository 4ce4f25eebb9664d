public import Diagnostics

extension AuditReport {
  /// Whether what is confidential was taken out.
  public var isRedacted: Bool { withheld != nil }

  /// The report without the values of confidential facts, of what was computed from them, and of the lines that state
  /// them. Outcomes, rules and the law stay; the report says what was withheld.
  public func redacted() -> AuditReport {
    guard !isRedacted else { return self }
    var report = self
    guard let confidential else {
      report.withheld = []
      return report
    }
    var redactor = Redactor(self, confidential)
    report.confidential = nil
    report.withheld = confidential.paths.map { redactor.path($0) }
    if confidential.hidesTitle {
      report.scheme.id = nil
      report.scheme.title = Redactor.word
    }
    report.scheme.title = redactor.text(report.scheme.title)
    for place in report.scheme.headlines.indices {
      report.scheme.headlines[place].path = redactor.path(scheme.headlines[place].path)
      report.scheme.headlines[place].value = redactor.value(scheme.headlines[place].value)
    }
    for place in report.scheme.references.indices {
      report.scheme.references[place].path = redactor.path(scheme.references[place].path)
      report.scheme.references[place].value = redactor.value(scheme.references[place].value)
    }
    report.provenance?.note = redactor.text(provenance?.note)
    report.facts = facts.map { $0.redacted(by: redactor) }
    let hiddenDays = Set(findings.flatMap(\.dates).map(\.value).filter(\.isConfidential).map(\.text))
    for place in report.notCovered.indices {
      if let on = report.notCovered[place].on, hiddenDays.contains(on) { report.notCovered[place].on = nil }
    }
    for place in report.findings.indices {
      report.findings[place] = findings[place].redacted(by: &redactor, scheme: scheme.path)
    }
    report.needs = Need.sorted(from: report.findings)
    return report
  }

  /// Findings that rest on something confidential, by their places.
  package var confidentialFindings: Set<Int> {
    guard let confidential else { return [] }
    let redactor = Redactor(self, confidential)
    return Set(findings.indices.filter { redactor.reaches(findings[$0]) })
  }

  /// What a report says of what was withheld from it; nil for one that was not redacted.
  public var redactionNotice: LocalizedText? {
    guard let withheld else { return nil }
    if withheld.isEmpty {
      return LocalizedText(
        ko: "비공개본: 비공개로 표시된 사실이 기재되어 있지 않아 가린 내용이 없음",
        en: "Redacted copy: no fact that is marked confidential is stated, so nothing is withheld")
    }
    return LocalizedText(
      ko: "비공개본: 비공개로 표시된 사실 \(withheld.count)건의 값, 그 값으로 계산한 값과 해당 줄을 비공개로 가림. 판정은 가리지 않은 보고서와 같음",
      en:
        "Redacted copy: the values of \(withheld.count) \(withheld.count == 1 ? "fact" : "facts") marked confidential, "
        + "what was computed from them and the lines that state them are withheld; the outcomes are those of the "
        + "full report")
  }
}

extension OverlaidFacts {
  fileprivate func redacted(by redactor: Redactor) -> OverlaidFacts {
    var facts = self
    for place in facts.differences.indices {
      let difference = differences[place]
      facts.differences[place].path = redactor.path(difference.path)
      facts.differences[place].company = redactor.value(difference.company)
      facts.differences[place].companyLocation = redactor.location(difference.companyLocation)
      facts.differences[place].authority = redactor.value(difference.authority)
      facts.differences[place].location = redactor.location(difference.location) ?? difference.location
    }
    return facts
  }
}

extension Finding {
  /// The finding without what is confidential.
  func redacted(by redactor: inout Redactor, scheme: String) -> Finding {
    var new = self
    new.withheld = nil
    new.subject = withheld?.subject ?? subject
    new.subjectName = redactor.text(withheld?.subjectName ?? subjectName)
    new.message = redactor.text(withheld?.message ?? message)
    new.remedy = redactor.text(withheld?.remedy ?? remedy)
    new.question = redactor.text(withheld?.question ?? question)
    new.actual = redactor.value(actual)
    new.expected = redactor.value(expected)
    new.evidence = evidence.map { redactor.evidence($0) }
    for list in lists {
      if let fact = redactor.evidence(of: list, in: scheme) { new.evidence.append(fact) }
    }
    new.lists = lists.compactMap { redactor.list($0) }
    new.missing = missing.map { redactor.missing($0) }
    new.assumed = assumed.map { redactor.assumed($0) }
    new.further = further.filter { !($0.path.map(redactor.hides) ?? false) }
    for place in new.further.indices {
      new.further[place].path = new.further[place].path.map { redactor.path($0) }
    }
    let hiddenDays = dates.map(\.value).filter(\.isConfidential).map(\.text)
    for place in new.parameters.indices {
      if let on = new.parameters[place].on, hiddenDays.contains(on) { new.parameters[place].on = nil }
    }
    new.tables = tables.map { redactor.table($0) }
    for place in new.tables.indices {
      if let on = new.tables[place].on, hiddenDays.contains(on) { new.tables[place].on = nil }
    }
    for place in new.dates.indices { new.dates[place].value = redactor.value(dates[place].value) }
    for place in new.steps.indices {
      new.steps[place].value = redactor.value(steps[place].value)
      new.steps[place].unmoved = redactor.value(steps[place].unmoved)
    }
    for place in new.bindings.indices {
      new.bindings[place].path = bindings[place].path.map { redactor.path($0) }
    }
    new.exception?.proof = exception?.proof.map { redactor.path($0) }
    // Few values give few digests: each could be tried.
    new.factsDigest = nil
    new.cost?.value = cost.map { redactor.value($0.value) } ?? .withheld
    new.deadline?.last = redactor.value(deadline?.last)
    new.deadline?.from = redactor.value(deadline?.from)
    new.location = redactor.location(location)
    if redactor.reaches(self) {
      // What a person wrote about confidential facts may say them in other words.
      if new.decision?.reason != nil { new.decision?.reason = .withheld }
      for place in new.earlierDecisions.indices where new.earlierDecisions[place].reason != nil {
        new.earlierDecisions[place].reason = .withheld
      }
    } else {
      new.decision?.reason = redactor.text(decision?.reason)
      for place in new.earlierDecisions.indices {
        new.earlierDecisions[place].reason = redactor.text(earlierDecisions[place].reason)
      }
    }
    return new
  }
}

extension DistinctiveTexts {
  /// The texts of all confidential values that a report shows.
  init(of report: AuditReport) {
    self.init()
    let formatters = Language.allCases.map { ValueFormatter(language: $0, units: report.units) }
    var seen: Set<ObjectIdentifier> = []
    for finding in report.findings {
      for fact in finding.evidence where seen.insert(ObjectIdentifier(fact)).inserted {
        look(fact.value, formatters)
      }
      for fact in finding.missing where seen.insert(ObjectIdentifier(fact)).inserted {
        if let value = fact.value { look(value, formatters) }
      }
      for step in finding.steps { look(step.value, formatters) }
      for value in [finding.actual, finding.expected, finding.cost?.value] {
        if let value { look(value, formatters) }
      }
    }
    for headline in report.scheme.headlines + report.scheme.references { look(headline.value, formatters) }
    for difference in report.facts?.differences ?? [] {
      look(difference.authority, formatters)
      if let company = difference.company { look(company, formatters) }
    }
  }

  private mutating func look(_ value: ReportValue, _ formatters: [ValueFormatter]) {
    if value.isConfidential {
      add(value, formatters)
    } else {
      for item in value.items where item.holdsConfidential { look(item, formatters) }
      for field in value.fields where field.value.holdsConfidential { look(field.value, formatters) }
    }
  }
}

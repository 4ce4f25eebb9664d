import Diagnostics

extension Finding: Codable {
  /// The keys of a finding, those of its heading among them.
  private enum CodingKeys: String, CodingKey {
    case policy, rule, part, measure, subject, subjectName, title, partTitle, text, textOneOf, outcome, word,
      effect,
      status, firm
    case severity, authority, sanction, inForce, message, remedy, question, actual, actualText, expected
    case expectedText, evidence, missing, assumed, lists, further, parameters, tables, dates, steps, bindings,
      citations
    case exception, waiver, decision, earlierDecisions, factsDigest, proof, cost, deadline, location, withheld
    case helpUri, fingerprint
  }

  /// Reads the keys that `AuditReport.json` writes; `word`, `firm` and `fingerprint` follow from the others.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    let heading = RuleHeading(
      policy: try keys.decode(String.self, forKey: .policy),
      rule: try keys.decode(String.self, forKey: .rule),
      part: try keys.decodeIfPresent(String.self, forKey: .part),
      title: try keys.decode(LocalizedText.self, forKey: .title),
      partTitle: try keys.decodeIfPresent(LocalizedText.self, forKey: .partTitle),
      text: try keys.decodeIfPresent(LocalizedText.self, forKey: .text),
      textOneOf: try keys.decodeIfPresent([PossibleVersion].self, forKey: .textOneOf) ?? [],
      status: try keys.decode(LegalStatus.self, forKey: .status),
      effect: try keys.decode(Effect.self, forKey: .effect),
      severity: try keys.decode(RuleSeverity.self, forKey: .severity),
      authority: try keys.decodeIfPresent(ReportAuthority.self, forKey: .authority),
      citations: try keys.decode([Citation].self, forKey: .citations),
      sanction: try keys.decodeIfPresent(LocalizedText.self, forKey: .sanction),
      inForce: try keys.decodeIfPresent(ReportPeriod.self, forKey: .inForce) ?? ReportPeriod(),
      isMeasure: try keys.decodeIfPresent(Bool.self, forKey: .measure) ?? false,
      helpUri: try keys.decodeIfPresent(String.self, forKey: .helpUri))
    let pool = HeadingPool.key.flatMap { decoder.userInfo[$0] as? HeadingPool }
    self.init(
      heading: pool?.shared(heading) ?? heading,
      subject: try keys.decodeIfPresent(String.self, forKey: .subject),
      subjectName: try keys.decodeIfPresent(LocalizedText.self, forKey: .subjectName),
      outcome: try keys.decode(Outcome.self, forKey: .outcome),
      message: try keys.decodeIfPresent(LocalizedText.self, forKey: .message),
      remedy: try keys.decodeIfPresent(LocalizedText.self, forKey: .remedy),
      question: try keys.decodeIfPresent(LocalizedText.self, forKey: .question),
      actual: try keys.decodeIfPresent(ReportValue.self, forKey: .actual),
      actualText: try keys.decodeIfPresent(LocalizedText.self, forKey: .actualText),
      expected: try keys.decodeIfPresent(ReportValue.self, forKey: .expected),
      expectedText: try keys.decodeIfPresent(LocalizedText.self, forKey: .expectedText),
      evidence: try keys.decode([Evidence].self, forKey: .evidence),
      missing: try keys.decode([MissingFact].self, forKey: .missing),
      assumed: try keys.decode([AssumedFact].self, forKey: .assumed),
      lists: try keys.decode([ListGround].self, forKey: .lists),
      further: try keys.decodeIfPresent([FurtherFailures].self, forKey: .further) ?? [],
      parameters: try keys.decode([ParameterUse].self, forKey: .parameters),
      tables: try keys.decode([TableUse].self, forKey: .tables),
      dates: try keys.decode([DateUse].self, forKey: .dates),
      steps: try keys.decode([StepResult].self, forKey: .steps),
      bindings: try keys.decodeIfPresent([SubjectBinding].self, forKey: .bindings) ?? [],
      exception: try keys.decodeIfPresent(ExceptionUse.self, forKey: .exception),
      waiver: try keys.decodeIfPresent(WaiverUse.self, forKey: .waiver),
      decision: try keys.decodeIfPresent(DecisionUse.self, forKey: .decision),
      earlierDecisions: try keys.decodeIfPresent([DecisionUse].self, forKey: .earlierDecisions) ?? [],
      factsDigest: try keys.decodeIfPresent(String.self, forKey: .factsDigest),
      proof: try keys.decode(ProofSource.self, forKey: .proof),
      cost: try keys.decodeIfPresent(FindingCost.self, forKey: .cost),
      deadline: try keys.decodeIfPresent(FindingDeadline.self, forKey: .deadline),
      location: try keys.decodeIfPresent(ReportLocation.self, forKey: .location))
    withheld = try keys.decodeIfPresent(WithheldWords.self, forKey: .withheld)
  }

  /// Writes the same keys as `AuditReport.json`.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(policy, forKey: .policy)
    try keys.encode(rule, forKey: .rule)
    try keys.encode(part, forKey: .part)
    try keys.encodeIfPresent(heading.isMeasure ? true : nil, forKey: .measure)
    try keys.encode(subject, forKey: .subject)
    try keys.encodeIfPresent(subjectName, forKey: .subjectName)
    try keys.encode(title, forKey: .title)
    try keys.encodeIfPresent(heading.partTitle, forKey: .partTitle)
    try keys.encodeIfPresent(heading.text, forKey: .text)
    if !heading.textOneOf.isEmpty { try keys.encode(heading.textOneOf, forKey: .textOneOf) }
    try keys.encode(outcome, forKey: .outcome)
    try keys.encode(word, forKey: .word)
    try keys.encode(effect, forKey: .effect)
    try keys.encode(heading.status, forKey: .status)
    try keys.encode(firm, forKey: .firm)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(authority, forKey: .authority)
    try keys.encodeIfPresent(heading.sanction, forKey: .sanction)
    try keys.encodeIfPresent(heading.inForce.isOpen ? nil : heading.inForce, forKey: .inForce)
    try keys.encode(message, forKey: .message)
    try keys.encode(remedy, forKey: .remedy)
    try keys.encode(question, forKey: .question)
    try keys.encode(actual, forKey: .actual)
    try keys.encodeIfPresent(actualText, forKey: .actualText)
    try keys.encode(expected, forKey: .expected)
    try keys.encodeIfPresent(expectedText, forKey: .expectedText)
    try keys.encode(evidence, forKey: .evidence)
    try keys.encode(missing, forKey: .missing)
    try keys.encode(assumed, forKey: .assumed)
    try keys.encode(lists, forKey: .lists)
    try keys.encodeIfPresent(further.isEmpty ? nil : further, forKey: .further)
    try keys.encode(parameters, forKey: .parameters)
    try keys.encode(tables, forKey: .tables)
    try keys.encode(dates, forKey: .dates)
    try keys.encode(steps, forKey: .steps)
    try keys.encodeIfPresent(bindings.isEmpty ? nil : bindings, forKey: .bindings)
    try keys.encode(citations, forKey: .citations)
    try keys.encode(exception, forKey: .exception)
    try keys.encode(waiver, forKey: .waiver)
    try keys.encode(decision, forKey: .decision)
    try keys.encodeIfPresent(earlierDecisions.isEmpty ? nil : earlierDecisions, forKey: .earlierDecisions)
    try keys.encodeIfPresent(factsDigest, forKey: .factsDigest)
    try keys.encode(proof, forKey: .proof)
    try keys.encode(cost, forKey: .cost)
    try keys.encodeIfPresent(deadline, forKey: .deadline)
    try keys.encode(location, forKey: .location)
    try keys.encodeIfPresent(withheld, forKey: .withheld)
    try keys.encode(heading.helpUri, forKey: .helpUri)
    try keys.encode(fingerprint, forKey: .fingerprint)
  }
}

package import Diagnostics
package import Findings

/// A file of decisions for people to fill in: an entry for each finding, with the digest of the facts that it rests on.
package struct DecisionForm {
  private let report: AuditReport
  private let language: Language
  /// The findings to decide on, as they are shown, each with the digest of its facts.
  private let entries: [(finding: Finding, digest: String)]
  private let words: FindingText
  /// How many findings are not in it because they rest on what is confidential.
  private let leftOut: Int

  /// A form for some findings of a report, by their names as `RULE.part[subject]`, or for all that wait for a person:
  /// those that fail, are unknown or ask for a judgement.
  ///
  /// - Parameter isRedacted: what is confidential is withheld, and findings that rest on it are left out: from the digest
  ///   of few facts their values could be found out.
  package init(_ report: AuditReport, naming names: [String], language: Language, isRedacted: Bool = false) {
    let shown = isRedacted ? report.redacted() : report
    self.report = shown
    self.language = language
    words = FindingText(shown, language)
    let hidden = isRedacted ? report.confidentialFindings : []
    let wanted = report.findings.indices.filter { index in
      let finding = report.findings[index]
      guard finding.factsDigest != nil, !finding.heading.isMeasure else { return false }
      if !names.isEmpty { return names.contains(finding.id) || names.contains(finding.rule) }
      switch finding.outcome {
      case .fail, .unknown, .manual: return true
      case .pass, .waived, .notApplicable, .notInForce, .notSelected, .info, .error: return false
      }
    }
    entries = wanted.filter { !hidden.contains($0) }.map { index in
      (shown.findings[index], report.findings[index].factsDigest ?? "")
    }
    leftOut = wanted.count - entries.count
  }

  /// How many findings it has.
  package var count: Int { entries.count }

  /// What was left out; nil where nothing was.
  package var leftOutNote: LocalizedText? {
    guard leftOut > 0 else { return nil }
    return LocalizedText(
      ko: "비공개 사실에 기초한 점검 결과 \(leftOut)건은 digest로 값을 알아낼 수 있으므로 뺐습니다",
      en:
        "left out \(leftOut) \(leftOut == 1 ? "finding that rests" : "findings that rest") on confidential facts: "
        + "their values could be found out from the digests")
  }

  /// The names that no finding bears.
  package static func unknown(_ names: [String], in report: AuditReport) -> [String] {
    names.filter { name in !report.findings.contains { $0.id == name || $0.rule == name } }
  }

  /// The file's text.
  package var text: String {
    let head =
      switch language {
      case .ko:
        """
        format: guideline_decisions/1
        # 점검 결과에 대한 의견입니다. 판단이면 `to:`에 pass, fail, unknown, not_applicable 가운데 하나를,
        # 사업자의 답이면 `to:` 줄을 지우고 `reply:`에 accept(수용), dispute(이견), will_fix(보완 예정) 가운데 하나를 적으십시오.
        # 의견을 적지 않을 항목은 지우십시오. `digest`는 지금의 사실을 가리키므로 고치지 마십시오.

        """
      case .en:
        """
        format: guideline_decisions/1
        # Decisions on findings. For a judgement write pass, fail, unknown or not_applicable after `to:`; for a company's
        # reply take the `to:` line out and write `reply:` with accept, dispute or will_fix.
        # Take out what you do not decide on. `digest` stands for the facts as they are now: leave it as it is.

        """
      }
    let notes = [report.redactionNotice, leftOutNote].compactMap { $0.map { "# \($0[language])\n" } }
    return head + notes.joined() + "decisions:\n" + entries.map(entry).joined()
  }

  private func entry(_ finding: Finding, _ digest: String) -> String {
    let rule = finding.part.map { "\(finding.rule).\($0)" } ?? finding.rule
    var lines = [
      "  # \(line(finding.title[language])) — \(line(finding.word[language]))",
      "  - rule: \(Self.word(rule))",
    ]
    if let message = finding.message ?? finding.question {
      lines.insert("  # \(line(message[language]))", at: 1)
    }
    let recorded = words.decision(finding)
    if !recorded.isEmpty { lines.insert("  # \(line(recorded))", at: lines.count - 1) }
    if let subject = finding.subject { lines.append("    subject: \(Self.quoted(subject))") }
    if let scheme = report.scheme.id { lines.append("    scheme: \(Self.quoted(scheme))") }
    lines += [
      "    from: \(finding.outcome.rawValue)", "    to:", "    by:", "    on:", "    reason:",
      "    document:",
      "    digest: \(digest)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that may stand in a comment of one line.
  private func line(_ text: String) -> String { Printable.escaped(text) }

  /// A rule's name as it is, or in quotes where it is no plain word.
  private static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
      default: false
      }
    }
    return isPlain && text.utf8.first.map { $0 >= 0x41 } == true ? text : quoted(text)
  }

  /// A text in double quotes, whatever it holds: what would move a cursor, reorder a line or hide stands as YAML
  /// escapes.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": "\\" + String(scalar)
      default: scalar.hazard == nil ? String(scalar) : escape(scalar.value)
      }
    }
    return "\"" + scalars.joined() + "\""
  }

  /// `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
  private static func escape(_ value: UInt32) -> String {
    let (letter, length) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16, uppercase: true)
    return "\\" + letter + String(repeating: "0", count: length - digits.utf8.count) + digits
  }
}

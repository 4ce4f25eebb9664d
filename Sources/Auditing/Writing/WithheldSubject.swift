import Diagnostics
import Expressions
import Findings
import Policies

/// What a finding says of its subject where the subject's name is confidential.
struct WithheldSubject {
  /// Tells what is confidential.
  let confidentiality: Confidentiality
  /// What the rule was applied to.
  let subject: Subject

  /// Whether everything computed for the subject may show something confidential: what made it a subject did, or it
  /// is itself a value of a confidential list.
  var hidesEverything: Bool {
    confidentiality.hides(subject.grounds)
      || subject.localGrounds.contains { $0.contains { confidentiality.hides($0) } }
  }

  /// Whether the subject's name is confidential.
  var hidesName: Bool {
    hidesValues || records.contains { confidentiality.facts.hidesName(ofRecord: $0) }
  }

  /// The subject's path without confidential names; nil where it shows none.
  var label: String? {
    guard let label = subject.label else { return nil }
    let facts = confidentiality.facts
    guard hidesValues || records.contains(where: { facts.hasConfidentialLabel($0) }) else { return nil }
    let open = records.map { facts.label(ofRecord: $0) }.joined(separator: "/")
    let closed = records.map { record in
      facts.hasConfidentialLabel(record)
        ? "#\(facts.records[record].position + 1)" : facts.label(ofRecord: record)
    }.joined(separator: "/")
    if records.count == subject.locals.count, label.hasPrefix(open) {
      // What follows stands for the rest of a list.
      return closed + label.dropFirst(open.count)
    }
    return "withheld"
  }

  private var records: [Int] {
    subject.locals.compactMap { if case .record(.fact(let record)) = $0 { record } else { nil } }
  }

  /// Whether a plain value among the subjects may be confidential.
  private var hidesValues: Bool { records.count < subject.locals.count && hidesEverything }
}

import Expressions
import Findings

/// Writes the elements of a scheme as values, each once for all findings that show it.
final class RecordWriter: Sendable {
  private let facts: Facts
  /// By the records' places in the facts.
  private let paths: WrittenOnce<String>
  private let values: WrittenOnce<ReportValue>

  /// Nothing is written yet.
  init(_ facts: Facts) {
    self.facts = facts
    paths = WrittenOnce(count: facts.records.count)
    values = WrittenOnce(count: facts.records.count)
  }

  /// `scheme.awards[A3]`; empty for the root.
  func path(of record: Int) -> String {
    guard let list = facts.records[record].list else { return "" }
    return paths.value(at: record) {
      path(of: facts.lists[list].fact) + "[" + facts.label(ofRecord: record) + "]"
    }
  }

  /// The path of a fact of an element.
  func path(of fact: FactID) -> String {
    facts.path(of: fact, below: path(of: facts.owner(of: fact)))
  }

  /// The element by its path, with what people call it.
  func value(of record: Int) -> ReportValue {
    values.value(at: record) {
      var value = ReportValue(.record, path(of: record), label: RecordName.of(record, in: facts))
      value.isConfidential = facts.hidesName(ofRecord: record)
      return value
    }
  }
}

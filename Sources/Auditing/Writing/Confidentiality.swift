import Diagnostics
import Expressions
import Findings
import Schemes
import YAMLTree

/// Tells which words of a finding show confidential facts of a scheme: what is shown goes by what was read for it. All
/// who write findings refer to it.
final class Confidentiality: Sendable {
  /// The scheme's facts.
  let facts: Facts
  /// Lines that state something confidential, from 1, by their files.
  private let lines: [ObjectIdentifier: Set<Int>]

  /// Whether nothing confidential is stated: then nothing needs to be looked at.
  var isEmpty: Bool { facts.confidential.isEmpty && lines.isEmpty }

  /// What is confidential of a scheme.
  ///
  /// - Parameter company: the facts below an authority's, which stand in a file of their own.
  init(_ facts: Facts, over company: Facts? = nil) {
    self.facts = facts
    var lines: [ObjectIdentifier: Set<Int>] = [:]
    for facts in [facts, company].compactMap({ $0 }) where !facts.confidential.isEmpty {
      for slot in facts.slots.indices where facts.confidential[slot] {
        if let span = facts.nodes[slot]?.span { Self.add(span, to: &lines) }
      }
      for record in facts.records.indices where facts.isWholeRecordConfidential(record) {
        Self.add(facts.records[record].node.span, to: &lines)
      }
    }
    self.lines = lines
  }

  private static func add(_ span: SourceSpan, to lines: inout [ObjectIdentifier: Set<Int>]) {
    let place = span.location
    // A place that ends before the first column of a line does not reach into it.
    let last = place.endColumn == 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine
    lines[ObjectIdentifier(span.file), default: []].formUnion(place.line...max(place.line, last))
  }

  /// A place with its line, marked where the line states something confidential.
  func location(_ span: SourceSpan) -> ReportLocation {
    var location = ReportLocation(span)
    if let lines = lines[ObjectIdentifier(span.file)], lines.contains(location.line) {
      location.isConfidential = true
    }
    return location
  }

  /// Whether what rests on some grounds shows something confidential.
  func hides(_ grounds: ExpandedGrounds) -> Bool {
    !facts.confidential.isEmpty && grounds.plain.contains { hides($0) }
  }

  /// Whether a ground is a confidential fact. That a fact is not stated is no secret.
  func hides(_ ground: Ground) -> Bool {
    switch ground {
    case .read(let fact), .missing(let fact, _), .list(let fact): facts.isConfidential(fact)
    case .further(let fact, _): fact.map { facts.isConfidential($0) } ?? false
    case .assumed, .cell, .partialCell, .date, .parameter, .noParameterVersion, .row, .noTableVersion, .noRow,
      .outsideCalendar, .uncertainHoliday:
      false
    }
  }

  /// The same value, marked where it shows something confidential.
  func marked(_ value: ReportValue, if isHidden: Bool) -> ReportValue {
    guard isHidden else { return value }
    var value = value
    value.isConfidential = true
    return value
  }
}

extension Facts {
  /// Whether what people call an element is confidential: its key, name or title.
  func hidesName(ofRecord record: Int) -> Bool {
    guard !confidential.isEmpty else { return false }
    if hasConfidentialLabel(record) { return true }
    let type = environment.records[records[record].type]
    return ["name", "title", "title.ko", "title.en"].contains { name in
      type.slots[name].map { isConfidential(fact(record: record, slot: $0)) } ?? false
    }
  }

  /// Whether everything that an element states is confidential.
  fileprivate func isWholeRecordConfidential(_ record: Int) -> Bool {
    let first = records[record].firstSlot
    let count = environment.records[records[record].type].fields.count
    return count > 0 && records[record].list != nil && confidential[first..<first + count].allSatisfy { $0 }
  }
}

// ── what a report carries ────────────────────────────────────────────────────

extension ConfidentialFacts {
  /// What of a scheme is confidential; nil where nothing is.
  init?(of scheme: Scheme) {
    let facts = scheme.facts
    guard !facts.confidential.isEmpty else { return nil }
    var paths: [String] = []
    for slot in facts.slots.indices where facts.confidential[slot] {
      let fact = FactID(slot)
      if case .missing = facts[fact] { continue }
      if facts.field(of: fact).type == .group { continue }
      let list = facts.records[facts.owner(of: fact)].list
      // What lies in a confidential list or element goes without saying.
      if let list, facts.isConfidential(facts.lists[list].fact) { continue }
      paths.append(facts.path(of: fact))
    }
    let elements = facts.records.indices.compactMap { record -> Element? in
      guard facts.hasConfidentialLabel(record), let list = facts.records[record].list else { return nil }
      return Element(
        list: facts.path(of: facts.lists[list].fact), label: facts.label(ofRecord: record),
        position: facts.records[record].position + 1)
    }
    self.init(paths: paths, elements: elements, hidesTitle: scheme.hidesTitle)
  }
}

extension Scheme {
  /// Whether the fact that names the scheme, or the one beside it that titles it, is confidential.
  fileprivate var hidesTitle: Bool {
    guard let idSlot, !facts.records.isEmpty else { return false }
    let type = facts.environment.records[TypeEnvironment.root]
    let group = type.fields[idSlot].name.dropLast("id".count)
    return ["id", "title", "name"].contains { name in
      type.slots[group + name].map { facts.isConfidential(facts.fact(record: 0, slot: $0)) } ?? false
    }
  }
}

import Expressions
import Findings

/// Digests of the facts that findings rest on: the same as long as these facts stay as they are, whatever lines they
/// stand on and whatever else the scheme says.
final class FactsDigest {
  private let facts: Facts
  /// What lists hold, by the facts' slots.
  private var lists: [Int: String] = [:]

  /// Digests of facts of one scheme.
  init(facts: Facts) {
    self.facts = facts
  }

  /// 32 hexadecimal digits.
  func digest(of grounds: ExpandedGrounds) -> String {
    let lines = Set(grounds.plain.compactMap(line))
    return Digest.short(
      of: lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\u{1}"))
  }

  /// What a ground says of the scheme; nil where it is about the policy.
  private func line(_ ground: Ground) -> String? {
    switch ground {
    case .read(let fact): said("read", fact, text(facts[fact], of: fact))
    case .missing(let fact, let kind): said("missing", fact, "\(kind)\u{0}" + text(facts[fact], of: fact))
    case .assumed(let fact): said("assumed", fact, "")
    case .list(let fact): said("list", fact, text(facts[fact], of: fact))
    case .further, .cell, .partialCell, .date, .parameter, .noParameterVersion, .row, .noTableVersion, .noRow,
      .outsideCalendar, .uncertainHoliday:
      nil
    }
  }

  private func said(_ what: String, _ fact: FactID, _ text: String) -> String {
    "\(what)\u{0}\(facts.path(of: fact))\u{0}\(text)"
  }

  private func text(_ slot: Facts.Slot, of fact: FactID) -> String {
    switch slot {
    case .missing: "null"
    case .none: "none"
    case .bool(let answer): "bool \(answer)"
    case .number(let number): "number \(number.fractionText)"
    case .string(let text): "text \(text)"
    case .date(let day): "date \(day.iso)"
    case .timestamp(let instant): "time \(instant.nanoseconds)"
    case .list(let list): elements(of: list, fact)
    case .group: "group"
    case .range(let range): "range \(range.low.map(text) ?? "") .. \(range.high.map(text) ?? "")"
    case .either(let readings): "either " + readings.map(text).joined(separator: " | ")
    }
  }

  private func text(_ value: Value) -> String {
    if case .number(let number) = value { return number.fractionText }
    return value.plainText
  }

  /// The keys or values of a list; what its elements say otherwise counts as far as it was read.
  private func elements(of list: Int, _ fact: FactID) -> String {
    if let known = lists[Int(fact.slot)] { return known }
    let elements = facts.lists[list].elements.map { element in
      switch element {
      case .record(let record): facts.label(ofRecord: record)
      case .scalar(let value, _): text(value)
      }
    }
    let described =
      "list" + (facts.lists[list].isIncomplete ? " incomplete" : "") + "\u{0}"
      + elements.joined(separator: "\u{0}")
    lists[Int(fact.slot)] = described
    return described
  }
}

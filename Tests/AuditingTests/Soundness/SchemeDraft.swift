/// A scheme under construction: what it says of a plan, as a tree.
struct SchemeDraft: Equatable, Sendable {
  typealias Record = [String: Said]

  /// What is said of a fact; what is not said has no entry.
  enum Said: Equatable, Sendable {
    /// One value, bounds, readings or `none`, as it is written.
    case scalar(String)
    case values([String], isIncomplete: Bool = false)
    case records([Record], isIncomplete: Bool = false)
  }

  /// The facts of the plan.
  var plan: Record

  // ── writing ────────────────────────────────────────────────────────────────

  /// The file's text.
  var yaml: String {
    var incomplete: [String] = []
    let plan = Self.draft(plan, "plan.", &incomplete)
    return Draft.keys([
      "format": .plain("chance/1"),
      "incomplete": incomplete.isEmpty ? nil : .list(incomplete.map { .quoted($0) }), "plan": plan,
    ]).yaml
  }

  private static func draft(_ record: Record, _ prefix: String, _ incomplete: inout [String]) -> Draft {
    var entries: [Draft.Entry] = []
    for (name, said) in record.sorted(by: {
      ($0.key != "id" ? 1 : 0, $0.key) < ($1.key != "id" ? 1 : 0, $1.key)
    }) {
      switch said {
      case .scalar(let text): entries.append(.init(key: name, value: .plain(text)))
      case .values(let values, let isIncomplete):
        if isIncomplete { incomplete.append(prefix + name) }
        entries.append(.init(key: name, value: .list(values.map { .plain($0) })))
      case .records(let records, let isIncomplete):
        if isIncomplete { incomplete.append(prefix + name) }
        let elements = records.enumerated().map { place, element in
          draft(element, prefix + name + label(element, at: place) + ".", &incomplete)
        }
        entries.append(.init(key: name, value: .list(elements)))
      }
    }
    return .map(entries)
  }

  /// `[I1]`, or `[#2]` for an element without a key.
  static func label(_ element: Record, at place: Int) -> String {
    if case .scalar(let key)? = element["id"] { "[\(key)]" } else { "[#\(place + 1)]" }
  }

  // ── comparing ──────────────────────────────────────────────────────────────

  /// Something that two schemes do not agree on.
  enum Difference: Hashable, Sendable {
    /// What is said of a fact.
    case fact(String)
    /// The other scheme has a further element in a list.
    case added(String)
    /// The other scheme has an element of a list no more.
    case removed(String, from: String)

    /// The path to name in a message.
    var path: String {
      switch self {
      case .fact(let path), .added(let path), .removed(let path, _): path
      }
    }
  }

  /// What another scheme says otherwise.
  func differences(to other: SchemeDraft) -> [Difference] {
    var found: [Difference] = []
    Self.compare(plan, other.plan, "plan.", &found)
    return found
  }

  private static func compare(_ a: Record, _ b: Record, _ prefix: String, _ found: inout [Difference]) {
    for name in Set(a.keys).union(b.keys).sorted() where a[name] != b[name] {
      let path = prefix + name
      let (old, isOldIncomplete) = elements(a[name])
      let (new, isNewIncomplete) = elements(b[name])
      guard old != nil || new != nil else {
        found.append(.fact(path))
        continue
      }
      if old == nil || new == nil || isOldIncomplete != isNewIncomplete { found.append(.fact(path)) }
      let (before, after) = (byLabel(old ?? []), byLabel(new ?? []))
      for (label, element) in before {
        if let other = after.first(where: { $0.label == label }) {
          compare(element, other.element, path + label + ".", &found)
        } else {
          found.append(.removed(path + label, from: path))
        }
      }
      if after.contains(where: { other in !before.contains { $0.label == other.label } }) {
        found.append(.added(path))
      }
    }
  }

  private static func elements(_ said: Said?) -> (elements: [Record]?, isIncomplete: Bool) {
    if case .records(let records, let isIncomplete)? = said { (records, isIncomplete) } else { (nil, false) }
  }

  private static func byLabel(_ elements: [Record]) -> [(label: String, element: Record)] {
    elements.enumerated().map { (label($1, at: $0), $1) }
  }

  // ── changing ───────────────────────────────────────────────────────────────

  /// A place in the tree: names of facts, and places of elements from 0.
  enum Step: Hashable, Sendable {
    case fact(String)
    case element(Int)
  }

  /// Every fact that is said, keys left out, and every element.
  var places: [[Step]] { Self.places(plan, []) }

  private static func places(_ record: Record, _ above: [Step]) -> [[Step]] {
    record.sorted(by: { $0.key < $1.key }).flatMap { name, said -> [[Step]] in
      let place = above + [.fact(name)]
      switch said {
      case .scalar, .values: return name == "id" && !above.isEmpty ? [] : [place]
      case .records(let records, _):
        return [place]
          + records.enumerated().flatMap { [place + [.element($0)]] + places($1, place + [.element($0)]) }
      }
    }
  }

  /// What is said at a place of a fact.
  func said(at place: [Step]) -> Said? {
    var record = plan
    var said: Said?
    for step in place {
      switch (step, said) {
      case (.fact(let name), _): said = record[name]
      case (.element(let index), .records(let records, _)?) where index < records.count:
        record = records[index]
      default: return nil
      }
    }
    return said
  }

  /// The same with something else said of a fact; nil takes the fact, or an element, out.
  func saying(_ said: Said?, at place: [Step]) -> SchemeDraft {
    SchemeDraft(plan: Self.changed(plan, place[...], said))
  }

  private static func changed(_ record: Record, _ place: ArraySlice<Step>, _ said: Said?) -> Record {
    guard case .fact(let name)? = place.first else { return record }
    var record = record
    let rest = place.dropFirst()
    guard case .element(let index)? = rest.first else {
      record[name] = said
      return record
    }
    guard case .records(var records, let isIncomplete)? = record[name], index < records.count else {
      return record
    }
    if rest.count == 1 {
      records.remove(at: index)
    } else {
      records[index] = changed(records[index], rest.dropFirst(), said)
    }
    record[name] = .records(records, isIncomplete: isIncomplete)
    return record
  }
}

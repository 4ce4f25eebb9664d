import Diagnostics
import Expressions
import Schemes

/// Finds what a person means by a path or a name.
struct VocabularyLookup {
  /// What was found.
  enum Found {
    /// A fact or a group of facts.
    case fact(FieldID)
    /// The facts of the elements of a record.
    case record(Int)
    /// Several facts whose paths begin alike, or that bear the name.
    case several([FieldID])
  }

  /// The vocabulary that is searched.
  let map: FactMap

  private var environment: TypeEnvironment { map.environment }

  /// What a text names: a path of facts or elements, a record, a name in Korean or English, or the beginning of paths.
  func find(_ text: String) -> Found? {
    if let found = followed(Self.withoutEmptyBrackets(text)) { return found }
    let name = Self.plain(text)
    let named = map.fields.filter { field in
      let label = environment.field(field).label
      return environment.field(field).type != .group
        && [label.ko, label.en].contains { Self.plain($0) == name }
    }
    if !named.isEmpty { return named.count == 1 ? .fact(named[0]) : .several(named) }
    let record = environment.records.indices.dropFirst().first { record in
      let label = environment.records[record].label
      return [label.ko, label.en].contains { Self.plain($0) == name }
    }
    if let record { return .record(record) }
    let begun = map.fields.filter { field in
      environment.field(field).type != .group && map.name(of: field).hasPrefix(text)
    }
    return begun.isEmpty ? nil : begun.count == 1 ? .fact(begun[0]) : .several(begun)
  }

  /// Where the walk along a path stands.
  private enum Place {
    case record(Int, group: String)
    case fact(FieldID)
  }

  private func followed(_ text: String) -> Found? {
    guard let path = try? SchemePath(text) else { return nil }
    var place = Place.record(TypeEnvironment.root, group: "")
    for index in path.steps.indices {
      guard let next = step(index, of: path.steps.map(\.step), from: place) else { return nil }
      place = next
    }
    switch place {
    case .fact(let field): return .fact(field)
    case .record(let record, let group):
      guard !group.isEmpty else { return .record(record) }
      return environment.records[record].slots[group].map { .fact(FieldID(record: record, slot: $0)) }
    }
  }

  private func step(_ index: Int, of steps: [SchemePath.Step], from place: Place) -> Place? {
    let isFirst = index == 0
    switch (place, steps[index]) {
    case (.record(let record, let group), .name(let name)):
      if let next = child(name, of: record, group) { return next }
      guard isFirst else { return nil }
      return environment.records.indices.dropFirst().first { environment.records[$0].name == name }
        .map { .record($0, group: "") }
    case (.record, .key), (.record, .position): return nil
    case (.fact(let field), _):
      switch (environment.field(field).type, steps[index]) {
      case (.list(.record(let record)), .name(let name)):
        if let next = child(name, of: record, "") { return next }
        // A dot may lead to an element by its key too, if a fact of the element follows.
        guard index + 1 < steps.count, case .name(let fact) = steps[index + 1],
          child(fact, of: record, "") != nil
        else { return nil }
        return .record(record, group: "")
      case (.list(.record(let record)), .key), (.list(.record(let record)), .position):
        return .record(record, group: "")
      case (.list, .key), (.list, .position): return .fact(field)
      case (.reference(let reference), .name(let name)): return child(name, of: reference.record, "")
      default: return nil
      }
    }
  }

  private func child(_ name: String, of record: Int, _ group: String) -> Place? {
    let full = group.isEmpty ? name : group + "." + name
    guard let slot = environment.records[record].slots[full] else { return nil }
    if environment.records[record].fields[slot].type == .group { return .record(record, group: full) }
    return .fact(FieldID(record: record, slot: slot))
  }

  /// `scheme.services[].name` and `scheme.services[*].name` as `scheme.services.name`.
  private static func withoutEmptyBrackets(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("[]") {
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("[*]") {
        rest = rest.dropFirst(3)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A name without spaces, in lower case.
  private static func plain(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace && $0 != "_" })
  }

  // ── what was probably meant ────────────────────────────────────────────────

  /// Help for a text that names nothing: the nearest path or name, and facts whose names hold the text.
  func help(for text: String) -> LocalizedText? {
    var near: [FieldID] = []
    func add(_ field: FieldID) { if !near.contains(field) { near.append(field) } }
    let facts = map.fields
    let paths = Dictionary(
      facts.flatMap { field in (map.paths(of: field) + [map.name(of: field)]).map { ($0, field) } },
      uniquingKeysWith: { first, _ in first })
    let plainText = Self.withoutEmptyBrackets(text)
    if let path = corrected(plainText).flatMap({ followed($0) }), case .fact(let field) = path { add(field) }
    if near.isEmpty, let path = Suggestion.nearest(to: text, among: paths.keys.sorted()),
      let field = paths[path]
    {
      add(field)
    }
    for language in [Language.ko, .en] {
      let names = facts.map { environment.field($0).label[language] }
      if let name = Suggestion.nearest(to: text, among: names), let index = names.firstIndex(of: name) {
        add(facts[index])
      }
    }
    let part = Self.plain(text)
    if part.count >= 2 {
      for field in facts where near.count < 6 {
        let label = environment.field(field).label
        if Self.plain(label.ko).contains(part) || Self.plain(label.en).contains(part) { add(field) }
      }
    }
    guard !near.isEmpty else { return nil }
    func list(_ language: Language) -> String {
      near.map { field in
        let path = map.paths(of: field).first ?? map.name(of: field)
        let label = environment.field(field).label[language]
        // A group without a name of its own is called by its path.
        return label == path ? "`\(path)`" : "`\(path)` \(label)"
      }
      .joined(separator: ", ")
    }
    return LocalizedText(ko: "다음을 찾으십니까? \(list(.ko))", en: "did you mean \(list(.en))?")
  }

  /// The path with every wrong step replaced by the nearest name; nil where nothing is near.
  private func corrected(_ text: String) -> String? {
    guard let path = try? SchemePath(text) else { return nil }
    var steps = path.steps.map(\.step)
    var place = Place.record(TypeEnvironment.root, group: "")
    for index in steps.indices {
      if step(index, of: steps, from: place) == nil {
        guard case .name(let name) = steps[index],
          let near = Suggestion.nearest(to: name, among: names(at: place, isFirst: index == 0))
        else { return nil }
        steps[index] = .name(near)
      }
      guard let next = step(index, of: steps, from: place) else { return nil }
      place = next
    }
    return steps.reduce(into: "") { text, step in
      switch step {
      case .name(let name): text += (text.isEmpty ? "" : ".") + name
      case .key(let key): text += "[" + SchemePath.quoted(key) + "]"
      case .position(let position): text += "[#\(position + 1)]"
      }
    }
  }

  /// The names that may follow at a place.
  private func names(at place: Place, isFirst: Bool) -> [String] {
    switch place {
    case .record(let record, let group):
      let prefix = group.isEmpty ? "" : group + "."
      let names = environment.records[record].fields.map(\.name).filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count).prefix { $0 != "." }) }
      return names + (isFirst ? environment.records.dropFirst().map(\.name) : [])
    case .fact(let field):
      switch environment.field(field).type {
      case .list(.record(let record)): return names(at: .record(record, group: ""), isFirst: false)
      case .reference(let reference): return names(at: .record(reference.record, group: ""), isFirst: false)
      default: return []
      }
    }
  }
}

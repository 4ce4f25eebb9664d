package import Diagnostics
package import Expressions
package import YAMLTree

/// The facts that schemes of one kind may state, as a vocabulary file declares them.
package struct Vocabulary: Sendable {
  /// What the first line of a scheme names: `compensation_scheme`.
  package let id: String
  /// As the file gives it, such as `1` or `1.2`.
  package let version: String
  /// The vocabulary's name for people.
  package let title: LocalizedText?
  /// Names and types, for the checker, the evaluator and the loader.
  package let environment: TypeEnvironment
  /// The file it was read from.
  package let file: SourceFile
  /// Slot of the root fact that waivers must hold on.
  package let filedFact: Int?
  /// Facts with which reports introduce a scheme, in the order of the vocabulary.
  package let headlines: [FieldID]
  /// How facts nest in files, by record type.
  package let shapes: [RecordShape]
  /// Number of every word that a scheme file may use as a key.
  package let words: [String: Int32]
  /// Types of the records that `all` may stand for in some reference.
  package let takesAll: Set<Int>

  /// Units that are nearly others, which was warned of.
  package internal(set) var misspeltUnits: [MisspeltUnit] = []

  /// A unit that is nearly one with a label or one that functions count in.
  package struct MisspeltUnit: Sendable {
    /// As it is written.
    package let code: String
    /// What was probably meant.
    package let meant: String
    /// Where it is written.
    let place: YAMLNode
    /// The warning.
    package let problem: Diagnostic
  }

  /// Keys that a scheme file uses for itself; no fact may begin with them.
  package static let header = ["format", "provenance", "sources", "incomplete", "confidential", "notes"]
  /// The key that names sources in any mapping.
  package static let sourceKey = "source"

  /// Reads a vocabulary file; nil when it cannot be used. All its problems are reported.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Vocabulary? {
    let vocabulary = loadRest(tree, diagnostics: &diagnostics)
    return vocabulary.flatMap { $0.id.isEmpty || $0.version.isEmpty ? nil : $0 }
  }

  /// Reads what is sound of a vocabulary, so that policies written for it can be checked; nil when it is none at all.
  ///
  /// It has an empty id or version where the file has none.
  ///
  /// - Parameter isReviewing: Whether to look as well for conditions that can only come out one way.
  package static func loadRest(
    _ tree: YAMLTree, isReviewing: Bool = false, diagnostics: inout DiagnosticLog
  ) -> Vocabulary? {
    var loader = VocabularyLoader(tree: tree, isReviewing: isReviewing)
    var vocabulary = loader.load()
    // With the keys that were meant in place of misspelt ones the rest is read as its author wanted it.
    var problems: [Diagnostic] = []
    for _ in 0..<3 where !loader.entries.corrections.isEmpty {
      problems += loader.entries.corrections.map(\.problem)
      loader = VocabularyLoader(
        tree: loader.tree.replacing(loader.entries.corrections.map(\.edit)), isReviewing: isReviewing)
      vocabulary = loader.load()
    }
    for problem in problems { diagnostics.append(problem) }
    diagnostics.append(contentsOf: loader.log)
    return vocabulary
  }

  /// Derives from names and types what a loader of schemes needs.
  init(
    id: String, version: String, title: LocalizedText?, environment: TypeEnvironment, file: SourceFile
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.environment = environment
    self.file = file
    filedFact = environment.records[TypeEnvironment.root].fields.firstIndex(where: \.isFiled)
    headlines = environment.records.indices.flatMap { record in
      environment.records[record].fields.indices.filter { environment.records[record].fields[$0].isHeadline }
        .map { FieldID(record: record, slot: $0) }
    }
    var words: [String: Int32] = [:]
    shapes = environment.records.map { RecordShape($0, words: &words) }
    for name in Self.header + [Self.sourceKey] where words[name] == nil { words[name] = Int32(words.count) }
    self.words = words
    var takesAll: Set<Int> = []
    for record in environment.records.indices {
      for slot in environment.records[record].fields.indices {
        if let all = Self.recordOfAll(environment.records[record].fields[slot].type) { takesAll.insert(all) }
      }
    }
    self.takesAll = takesAll
  }

  private static func recordOfAll(_ type: ValueType) -> Int? {
    switch type {
    case .list(let element): recordOfAll(element)
    case .reference(let reference): reference.allowsAll ? reference.record : nil
    case .bool, .number, .string, .choice, .date, .timestamp, .duration, .record, .group, .pair, .interval,
      .dyn, .null, .map:
      nil
    }
  }

  /// The version that schemes name after the `/`: the part before the first dot.
  package var formatVersion: String {
    version.split(separator: ".").first.map(String.init) ?? version
  }

  /// The first line of a scheme of this vocabulary, after `format: `.
  package var format: String { id + "/" + formatVersion }
}

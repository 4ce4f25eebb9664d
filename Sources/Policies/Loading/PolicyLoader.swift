package import Diagnostics
package import Expressions
package import YAMLTree

/// Loads policies of one vocabulary and checks them whole.
package struct PolicyLoader: Sendable {
  /// The first line of a policy file.
  package static let format = "guideline_policy/1"
  /// The vocabulary of policies that name none.
  package static let defaultVocabulary = "compensation_scheme"

  /// The vocabulary that expressions are checked against.
  let environment: TypeEnvironment
  /// Calendars by id.
  let calendars: [String: Calendar]
  /// First words of the scheme's facts, such as `scheme`.
  let factRoots: Set<String>
  /// Registers whose bodies a policy may name.
  let registers: [Register]
  /// Names that calendars and registers with errors declare or may declare.
  let lostNames: Set<String>
  /// Whether to report what does not keep a policy from being used as well: conditions that cannot come out
  /// both ways, names that nothing uses, histories that begin late.
  let isReviewing: Bool

  /// A loader for policies of one vocabulary, with the calendars and registers they may name.
  package init(
    vocabulary environment: TypeEnvironment, calendars: [String: Calendar] = [:], registers: [Register] = [],
    isReviewing: Bool = false, lostNames: Set<String> = []
  ) {
    self.lostNames = lostNames
    self.isReviewing = isReviewing
    self.environment = environment
    self.calendars = calendars
    self.registers = registers
    factRoots = Self.firstWords(of: environment)
  }

  private static func firstWords(of environment: TypeEnvironment) -> Set<String> {
    var words: Set<String> = []
    guard let root = environment.records.first else { return words }
    var last = ""
    for slot in root.fields.indices {
      let name = root.fields[slot].name
      let end = name.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
      // Facts of one group follow one another.
      guard name[..<end] != last[...] else { continue }
      last = String(name[..<end])
      words.insert(last)
    }
    return words
  }

  /// The vocabulary that a policy file names, before the file is loaded.
  package static func vocabularyID(of tree: YAMLTree) -> String {
    tree.root["vocabulary"].map(\.text) ?? defaultVocabulary
  }

  /// Loads and checks a policy; nil when it has an error. Every problem that can be found in one pass is reported.
  package func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Policy? {
    let (policy, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? policy : nil
  }

  /// Loads what is sound of a policy, so that what refers to it can be checked; no scheme may be audited against one
  /// that is not whole.
  package func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (policy: Policy?, isWhole: Bool) {
    var hasGaps = false
    var (policy, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) {
      tree -> (model: Policy?, reader: Reader) in
      guard let file = tree.files.first else { return (nil, Reader("policy")) }
      var builder = PolicyBuilder(loader: self, file: file, lostWords: tree.lostWords)
      let policy = builder.reader.file(tree, format: Self.format).map { builder.policy($0) }
      hasGaps = builder.hasGaps
      builder.correctUnits()
      return (policy, builder.reader)
    }
    isWhole = isWhole && !hasGaps
    if !isWhole { policy?.lostNames.formUnion(tree.declaredNames) }
    return (policy, isWhole)
  }
}

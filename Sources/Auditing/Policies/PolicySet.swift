public import Diagnostics
package import Expressions
package import Findings
package import Policies
package import Schemes

/// Policies with the vocabularies, calendars and registers they use, loaded and checked.
///
///     let policies = try PolicySet(directory: "policies")
///     let report = try policies.audit(schemeAt: "scheme.yaml")
public struct PolicySet: Sendable {
  /// Vocabularies by id.
  package var vocabularies: [String: Vocabulary] = [:]
  /// Calendars by id.
  package var calendars: [String: Calendar] = [:]
  /// In the order of their ids.
  package var registers: [Register] = []
  /// In the order of their ids.
  package var policies: [Policy] = []
  /// Profiles, waivers, decisions and tests that were found, in the order of their paths; they are read when they are asked for.
  package var companions: [Companion] = []
  /// The files that were read, in the order of their paths.
  package var inputs: [AuditReport.Input] = []
  /// Paths of every file of the set, whether an audit rests on it or not.
  package var files: [String] { inputs.map(\.path) + companions.map(\.path) }
  /// Warnings and notes about the files.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// A file that goes with the policies and is read on demand.
  package struct Companion: Sendable {
    /// `profile`, `waivers`, `decisions` or `test`.
    package var kind: FileKind
    /// As found.
    package var path: String
  }

  /// Loads every policy below a directory.
  public init(directory: String) throws(InputError) {
    self = try Self(paths: [directory])
  }

  /// Loads every policy below some directories, and some single files.
  public init(paths: [String]) throws(InputError) {
    let (set, diagnostics) = Self.load(paths)
    guard let set else {
      var log = DiagnosticLog()
      for diagnostic in diagnostics { log.append(diagnostic) }
      throw InputError(log)
    }
    self = set
  }

  /// An empty set, for the loader to fill.
  init() {}

  /// Puts policies and inputs in their order. Registers have theirs before policies are read, which name bodies by them.
  mutating func arrange() {
    policies.sort { ($0.id, $0.file.path) < ($1.id, $1.file.path) }
    inputs.sort { $0.path.precedesInBytes($1.path) }
  }

  /// Loads policies and reports every problem; nil where there is an error.
  ///
  /// - Parameter isReviewing: Whether to look as well for conditions that cannot come out both ways, names that
  ///   nothing uses and histories that begin late, which no audit needs to know.
  package static func load(
    _ paths: [String], isReviewing: Bool = false
  ) -> (set: PolicySet?, diagnostics: [Diagnostic]) {
    var loader = PolicySetLoader(isReviewing: isReviewing)
    let (set, _) = loader.load(paths, schemes: [])
    return (loader.log.hasErrors || !loader.isWhole ? nil : set, loader.log.sorted)
  }

  /// Loads policies and, beside it, reads schemes; without a set they are of no use.
  ///
  /// - Parameter pack: what the program has made of a set before, which spares it reading that very set anew.
  package static func load(
    _ paths: [String], reading schemes: [SourceFile], pack: PolicyPack? = nil
  ) -> (set: PolicySet?, diagnostics: [Diagnostic], schemes: [SchemeFile]) {
    var loader = PolicySetLoader(pack: pack)
    let (set, read) = loader.load(paths, schemes: schemes)
    return (loader.log.hasErrors || !loader.isWhole ? nil : set, loader.log.sorted, read)
  }

  /// Reads all profiles, waivers, decisions and tests too, and reports every problem of everything that was found.
  package func checkingCompanions() -> [Diagnostic] { checkCompanions().sorted }
}

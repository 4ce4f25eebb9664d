import Diagnostics
import Expressions
import Findings
import Policies
import Schemes
import YAMLTree

/// A file of a policy set with what it says by itself, before it is seen beside the others.
struct PolicySetFile: Sendable {
  /// What its first line says.
  let kind: FileKind
  /// Its entry in a report.
  let input: AuditReport.Input
  /// What can be read of it; nil if nothing can.
  private(set) var tree: YAMLTree?
  /// What is sound of it; nil if nothing is, and for policies, which need the others first.
  private(set) var content: Content?
  /// Every problem that was found.
  private(set) var log = DiagnosticLog()
  /// Names that the file declares or may declare in a way that has an error; empty for a file without errors.
  private(set) var lostNames: Set<String> = []

  /// What needs no other file.
  enum Content: Sendable {
    case vocabulary(Vocabulary)
    case calendar(Calendar)
    case register(Register)
  }

  /// Parses a file and loads what it says by itself.
  init(_ loaded: FoundFile.Loaded, isReviewing: Bool = false) {
    let file = loaded.file
    kind = loaded.kind
    input = loaded.input
    tree = YAMLTree.parseRest(file, into: &log)
    if let tree {
      switch kind {
      case .vocabulary:
        content = Vocabulary.loadRest(tree, isReviewing: isReviewing, diagnostics: &log).map {
          .vocabulary($0)
        }
      case .calendar:
        content = CalendarFile.loadRest(tree, diagnostics: &log).calendar.map { .calendar($0) }
      case .register: content = Register.loadRest(tree, diagnostics: &log).register.map { .register($0) }
      case .policy, .profile, .waivers, .decisions, .test, .report: break
      }
    }
    if log.hasErrors { lostNames = tree?.declaredNames ?? Self.words(of: file) }
  }

  /// All words of a file of which nothing can be read.
  private static func words(of file: SourceFile) -> Set<String> {
    guard file.bytes.count <= 1 << 20 else { return [] }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return Set(
      text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"_-.".contains($0) }).map(String.init))
  }
}

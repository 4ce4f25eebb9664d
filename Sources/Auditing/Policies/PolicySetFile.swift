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
  /// Its entry in a report; nil if it could not be read.
  private(set) var input: AuditReport.Input?
  /// Nil if it could not be parsed.
  private(set) var tree: YAMLTree?
  /// Nil if it could not be loaded, and for policies, which need the others first.
  private(set) var content: Content?
  /// Every problem that was found.
  private(set) var log = DiagnosticLog()

  /// What needs no other file.
  enum Content: Sendable {
    case vocabulary(Vocabulary)
    case calendar(Calendar)
    case register(Register)
  }

  /// Parses and loads a file; it is read first if its bytes are not given.
  init(_ path: String, bytes: [UInt8]?, kind: FileKind) {
    self.kind = kind
    guard
      let file = bytes.map({ SourceFile(path: path, bytes: $0) })
        ?? FileReading.read(path, diagnostics: &log)
    else { return }
    input = AuditReport.Input(file, format: kind.rawValue + "/1")
    tree = YAMLTree.parse(file, into: &log)
    guard let tree else { return }
    switch kind {
    case .vocabulary: content = Vocabulary.load(tree, diagnostics: &log).map { .vocabulary($0) }
    case .calendar: content = CalendarFile.load(tree, diagnostics: &log).map { .calendar($0) }
    case .register: content = Register.load(tree, diagnostics: &log).map { .register($0) }
    case .policy, .profile, .waivers, .decisions, .test, .report: break
    }
  }
}

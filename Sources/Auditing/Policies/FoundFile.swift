import Diagnostics
import Findings

/// A file that was met below the paths of a policy set, and could be read.
struct FoundFile: Sendable {
  /// As found.
  let path: String
  /// What its first line says.
  let sniffed: FileKind.Sniffed
  /// What is in it, if it is of a kind that is read whenever policies are loaded.
  let loaded: Loaded?

  /// A file that is read whenever policies are loaded.
  struct Loaded: Sendable {
    /// What its first line says.
    let kind: FileKind
    /// The file.
    let file: SourceFile
    /// Its digest. Every report names it: all cores take part in making them.
    let sha256: String
    /// What a pack says of it, if that needs no other file.
    let packed: PolicySetFile.Content?

    /// How long it takes to parse: a vocabulary is also loaded at once, since policies wait for it.
    var effort: Int { kind == .vocabulary ? 2 * file.bytes.count : file.bytes.count }

    /// Its entry in a report.
    var input: AuditReport.Input {
      AuditReport.Input(path: file.path, sha256: sha256, format: kind.rawValue + "/1")
    }
  }

  /// Finds out what a file is, and reads it if it is of a kind that is always loaded; says why it cannot be read.
  static func find(_ path: String, pack: PolicyPack?) -> (found: FoundFile?, problem: Diagnostic?) {
    do throws(FileReading.Failure) {
      let bytes = try FileReading.bytes(of: path) { FileKind.sniff($0).loadedKind != nil }
      let sniffed = FileKind.sniff(bytes.prefix(FileReading.headLength))
      let loaded = sniffed.loadedKind.map { kind in
        let file = SourceFile(path: path, bytes: bytes)
        let sha256 = Digest.sha256(of: bytes)
        return Loaded(kind: kind, file: file, sha256: sha256, packed: pack?.content(of: file, kind, sha256))
      }
      return (FoundFile(path: path, sniffed: sniffed, loaded: loaded), nil)
    } catch {
      return (nil, FileReading.problem(error, path: path))
    }
  }
}

package import Auditing
package import Diagnostics
import Findings
import Reporting

/// What the fuzz targets share: the small example set, and what must hold of everything that is printed.
package enum Harness {
  /// The small example set, with which policies, expressions and schemes are tried.
  package static let examples: PolicySet = {
    do {
      return try PolicySet(directory: "examples/small-policy-set")
    } catch {
      fatalError("run the fuzz targets from the top folder: \(error)")
    }
  }()

  /// The scheme that policies and expressions are tried on.
  package static let plan = "examples/small-policy-set/schemes/acme.yaml"

  /// The bytes that the fuzzer hands over.
  package static func bytes(_ data: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: data, count: count))
  }

  /// Renders every diagnostic in both languages and stops where one is empty or could reach a terminal raw.
  package static func show(_ log: DiagnosticLog) {
    for language in [Language.ko, .en] {
      let renderer = DiagnosticRenderer(language: language, color: false)
      for diagnostic in log.sorted {
        precondition(!diagnostic.message[language].isEmpty, "a diagnostic says nothing: \(diagnostic.code)")
        requireInert(renderer.render(diagnostic))
      }
    }
  }

  /// Stops where a text has characters that a terminal would obey.
  package static func requireInert(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let turnsText = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      precondition(!isControl && !turnsText, "U+\(String(scalar.value, radix: 16)) is printed raw")
    }
  }

  /// Audits a scheme with a set and renders the report in every format and language.
  package static func audit(_ file: SourceFile, with set: PolicySet) {
    var log = DiagnosticLog()
    let report = set.audit(
      scheme: file, options: AuditOptions(), law: .written, today: "2024-01-02", diagnostics: &log)
    show(log)
    guard let report else {
      precondition(log.hasErrors, "a scheme was refused without a reason")
      return
    }
    for language in [Language.ko, .en] {
      for format in [ReportFormat.text, .json, .markdown, .html, .junit, .sarif, .oscal, .github, .gitlab] {
        // A format that cannot be made here, such as one that a browser prints, has nothing to look at.
        guard
          let bytes = try? format.render(
            [report], RenderOptions(language: language, listsAll: true, color: false, width: 80))
        else { continue }
        guard let text = String(validating: bytes, as: UTF8.self) else {
          preconditionFailure("a report is not UTF-8")
        }
        requireInert(text)
      }
    }
  }
}

import Auditing
import Diagnostics
import Dispatch
import Synchronization

/// Policies and schemes that are read on another core while the arguments are still being parsed, which takes as long
/// as reading most of them. Which ones is guessed from the arguments; a guess that turns out wrong is dropped.
final class ReadAhead: Sendable {
  /// What `PolicySet.load` gives for the guessed paths.
  typealias Loaded = (set: PolicySet?, diagnostics: [Diagnostic], schemes: [SchemeFile])

  private let policies: [String]
  private let schemes: [String]
  private let loaded = Mutex<Loaded?>(nil)
  private let reading = DispatchGroup()

  /// Options whose value is the next argument.
  private static let valued: Set = [
    "--policies", "--profile", "--waivers", "--decisions", "--facts", "--as-of", "--fail-on", "--output",
    "--template",
    "--language",
  ]

  /// Begins to read what the arguments of a plain `audit SCHEME…` seem to name; nil where that cannot be told.
  init?(arguments: ArraySlice<String>) {
    var policies: [String] = []
    var schemes: [String] = []
    var option: String?
    for argument in arguments {
      if let name = option {
        if name == "--policies" { policies.append(argument) }
        option = nil
      } else if Self.valued.contains(argument) {
        option = argument
      } else if argument.hasPrefix("--policies=") {
        policies.append(String(argument.dropFirst("--policies=".count)))
      } else if !argument.hasPrefix("-") {
        schemes.append(argument)
      } else if argument == "-" || argument == "--" {
        return nil
      }
    }
    if policies.isEmpty, let bundled = PolicyLocation.bundled() { policies = [bundled] }
    guard option == nil, !policies.isEmpty, !schemes.isEmpty else { return nil }
    self.policies = policies
    self.schemes = schemes
    DispatchQueue.global().async(group: reading) { self.read() }
  }

  private func read() {
    // What cannot be read is reported by the one who asks for it.
    var log = DiagnosticLog()
    let files = schemes.compactMap { FileReading.read($0, diagnostics: &log) }
    guard files.count == schemes.count else { return }
    let result = PolicySet.load(policies, reading: files)
    loaded.withLock { $0 = result }
  }

  /// What was read, if it is what is asked for.
  func result(policies: [String], schemes: [String]) -> Loaded? {
    guard policies == self.policies, schemes == self.schemes else { return nil }
    reading.wait()
    return loaded.withLock { $0 }
  }
}

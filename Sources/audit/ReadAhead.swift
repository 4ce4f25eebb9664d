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

  /// Begins to read what the arguments of a plain `audit SCHEME…` seem to name; nil where that cannot be told.
  ///
  /// Schemes are those before the first option: which arguments after it are an option's value only the parser knows.
  init?(arguments: ArraySlice<String>) {
    schemes = Array(arguments.prefix { !$0.hasPrefix("-") })
    var policies: [String] = []
    var isNext = false
    for argument in arguments {
      if isNext || argument.hasPrefix("--policies=") {
        policies.append(isNext ? argument : String(argument.dropFirst("--policies=".count)))
      }
      isNext = !isNext && argument == "--policies"
    }
    if policies.isEmpty, let bundled = PolicyLocation.bundled() { policies = [bundled] }
    guard !isNext, !policies.isEmpty, !schemes.isEmpty else { return nil }
    self.policies = policies
    // The arguments are being parsed on this one.
    Parallel.leaveCore()
    DispatchQueue.global().async(group: reading) { self.read() }
  }

  private func read() {
    // What cannot be read is reported by the one who asks for it.
    var log = DiagnosticLog()
    let files = schemes.compactMap { FileReading.read($0, diagnostics: &log) }
    guard files.count == schemes.count else { return }
    let result = PolicySet.load(policies, reading: files, pack: PolicyLocation.openPack())
    loaded.withLock { $0 = result }
  }

  /// What was read, if it is what is asked for; to be asked once, when the arguments are known.
  func result(policies: [String], schemes: [String]) -> Loaded? {
    Parallel.takeCoreBack()
    guard policies == self.policies, schemes == self.schemes else { return nil }
    reading.wait()
    return loaded.withLock { $0 }
  }
}

import Auditing
import FuzzHarness
import Diagnostics
import Policies
import Schemes
import YAMLTree

/// Any bytes as a policy beside the small example set's vocabulary; one that is accepted audits the example plan.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicy(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz.yaml", bytes: Harness.bytes(data, count))
  var set = Harness.examples
  guard let vocabulary = set.vocabularies.values.first else { preconditionFailure("there is no vocabulary") }
  var log = DiagnosticLog()
  let loader = PolicyLoader(
    vocabulary: vocabulary.environment, calendars: set.calendars, registers: set.registers)
  let policy = YAMLTree.parse(file, into: &log).flatMap { loader.load($0, diagnostics: &log) }
  Harness.show(log)
  guard let policy else {
    precondition(log.hasErrors, "a policy was refused without a reason")
    return 0
  }
  set.policies = [policy]
  Harness.audit(plan, with: set)
  return 0
}

private let plan: SourceFile = {
  var log = DiagnosticLog()
  guard let file = FileReading.read(Harness.plan, diagnostics: &log) else {
    preconditionFailure("run the fuzz targets from the top folder")
  }
  return file
}()

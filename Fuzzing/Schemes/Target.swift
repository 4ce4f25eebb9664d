import FuzzHarness
import Diagnostics

/// Any bytes as a scheme, audited with the small example set.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScheme(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Harness.audit(SourceFile(path: "fuzz.yaml", bytes: Harness.bytes(data, count)), with: Harness.examples)
  return 0
}

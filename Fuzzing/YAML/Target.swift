import Diagnostics
import FuzzHarness
import YAMLTree

/// Any bytes as a YAML file: a tree whose nodes lie in the file, or diagnostics.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYAML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz.yaml", bytes: Harness.bytes(data, count))
  var log = DiagnosticLog()
  let tree = YAMLTree.parse(file, into: &log)
  Harness.show(log)
  guard let tree else {
    precondition(log.hasErrors, "a file was refused without a reason")
    return 0
  }
  var pending = [tree.root]
  var visited = 0
  while let node = pending.popLast(), visited < 10_000 {
    visited += 1
    require(node.span, in: file)
    switch node.kind {
    case .scalar:
      let length = node.text.utf8.count
      for start in stride(from: 0, through: length, by: max(1, length / 16)) {
        require(node.span(ofText: start..<length), in: file)
      }
    case .sequence: pending += node.items
    case .mapping:
      for (key, value) in node.entries {
        require(key.span, in: file)
        pending.append(value)
      }
    }
  }
  return 0
}

private func require(_ span: SourceSpan, in file: SourceFile) {
  precondition(
    span.start >= 0 && span.start <= span.end && span.end <= file.bytes.count, "a node lies outside")
  let location = span.location
  precondition(location.line >= 1 && location.column >= 1)
}

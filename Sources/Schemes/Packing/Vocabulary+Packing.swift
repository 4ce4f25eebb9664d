package import Expressions

extension Vocabulary {
  /// Reads a checked vocabulary.
  package init(from pack: inout PackReader) throws(PackFailure) {
    let environment = try TypeEnvironment(from: &pack)
    guard !environment.records.isEmpty else { throw .damaged }
    self.init(
      id: environment.id, version: try pack.string(), title: try pack.optionalText(),
      environment: environment,
      file: try pack.ownFile())
  }

  /// Writes a checked vocabulary, of which nothing was warned.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    guard misspeltUnits.isEmpty, id == environment.id else { throw .unwritable }
    try environment.write(to: &pack)
    pack.string(version)
    pack.optionalText(title)
  }
}

/// Names of a policy whose declaration has an error: what rests on one is not judged, so that it is reported once.
package struct BrokenNames: Sendable {
  /// Parameters, as they stand after `p.`.
  package var parameters: Set<String> = []
  /// Tables, as they stand after `table.`.
  package var tables: Set<String> = []
  /// Words of parts of the file that could not be read: any of them may be declared there.
  package var words: Set<String> = []

  package init() {}
}

/// Why a benchmark could not run.
package struct Failure: Error {
  /// The reason, for the maintainer who runs it.
  package let text: String

  /// A reason.
  package init(text: String) {
    self.text = text
  }
}

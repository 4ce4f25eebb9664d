/// The functions of the policy language: every one declared once, found by name.
package struct FunctionLibrary: Sendable {
  /// In the order of the functions page.
  package let functions: [Function]
  private let byName: [String: [Function]]

  /// A library of these functions.
  package init(_ functions: [Function]) {
    self.functions = functions
    byName = Dictionary(grouping: functions, by: \.name)
  }

  /// All declarations of a name: a free function and a method may share one.
  package func named(_ name: String) -> [Function] {
    byName[name] ?? []
  }

  /// Every name once, sorted.
  package var names: [String] {
    byName.keys.sorted()
  }

  /// What policies may call.
  package static let standard = FunctionLibrary(
    lists + memberships + numbers + dates + moments + windows + ranges + texts + strings)
}

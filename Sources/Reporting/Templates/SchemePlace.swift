import Diagnostics
import Findings

/// Where a scheme stands among those of one document.
struct SchemePlace: Sendable, Hashable {
  /// From 1.
  let number: Int
  /// How many schemes there are.
  let count: Int

  /// Whether the document is about one scheme.
  var isAlone: Bool { count == 1 }
  /// Whether no scheme follows.
  var isLast: Bool { number == count }
  /// The level of its headings.
  var level: Int { isAlone ? 1 : 2 }
  /// Where its heading stands; nil where it needs none.
  var anchor: String? { isAlone ? nil : "scheme-\(number)" }
  /// Stands before the anchors of the scheme, so that those of several differ.
  var prefix: String { anchor.map { $0 + "-" } ?? "" }
}

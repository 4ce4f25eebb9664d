import Synchronization

/// Texts that grounds name by a number, shared by all evaluations of one audit.
///
/// Which number a text has depends on who was first; nothing may be ordered by it.
package final class TextPool: Sendable {
  private struct Texts {
    var all: [String] = []
    var places: [String: Int] = [:]
  }

  private let texts = Mutex(Texts())

  /// A pool without texts.
  package init() {}

  /// The number of a text.
  func number(of text: String) -> Int {
    texts.withLock { texts in
      if let known = texts.places[text] { return known }
      texts.all.append(text)
      texts.places[text] = texts.all.count - 1
      return texts.all.count - 1
    }
  }

  /// The text with a number.
  package subscript(number: Int) -> String {
    texts.withLock { $0.all[number] }
  }
}

import Diagnostics
import YAMLTree

/// One entry of a vocabulary's `facts`, read but not yet placed in a record.
struct FactDeclaration {
  /// What `type:` and `of:` may say.
  enum Kind: String, CaseIterable {
    /// The words that `type:` takes.
    case bool, number, string, choice, date, timestamp, list, ref

    /// The types that elements of a list may have, beside records.
    static let scalars: [Kind] = [.bool, .number, .string, .choice, .date, .timestamp, .ref]
  }

  /// The words of the path.
  let words: [String]
  /// The path as it stands in the file.
  let key: YAMLNode
  /// What it says, by `FactAttribute.index`; nothing at all and `null` are nil.
  let attributes: [YAMLNode?]
  /// Nil for a group that is declared for its label alone.
  var kind: Kind?
  /// Name of the elements' record, for lists of records.
  var record: String?
  /// Type of the elements, for lists of scalars.
  var element: Kind?
  /// The fact's name for people.
  var label: LocalizedText
  /// Whether a part of the declaration could not be read, which was reported.
  var isBroken = false

  /// The path in full.
  var path: String { words.joined(separator: ".") }

  /// The type of the fact, or of its elements if it is a list of scalars.
  var scalar: Kind? { kind == .list ? element : kind }

  /// The node of an attribute that says something.
  func attribute(_ attribute: FactAttribute) -> YAMLNode? {
    attributes[attribute.index]
  }
}

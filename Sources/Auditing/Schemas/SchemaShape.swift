import Diagnostics

/// What a value of a file may be, as a JSON Schema can say it.
indirect enum SchemaShape: Sendable {
  /// Anything.
  case any
  /// A text as YAML may read it: a number and a truth value are texts too where one is asked for.
  case text
  /// A text, and nothing else.
  case string
  /// A number.
  case number
  /// A whole number from 0.
  case count
  /// `true` or `false`.
  case flag
  /// One of some words.
  case word([String])
  /// A text of a form, as a regular expression.
  case pattern(String)
  /// `null`.
  case null
  /// A list.
  case list(SchemaShape)
  /// One value, or a list of such.
  case oneOrMore(SchemaShape)
  /// Elements in a list, each with an `id`, or in a mapping under their ids. The first stands in a list, the second
  /// under an id, where the id need not be said again.
  case named(String, under: String)
  /// Any names with values of a shape.
  case map(SchemaShape)
  /// An object whose keys are given in place.
  case members([SchemaEntry])
  /// What `$defs` describes under a name.
  case object(String)
  /// One of some shapes.
  case either([SchemaShape])

  /// The shape, or `null`.
  static func orNull(_ shape: SchemaShape) -> SchemaShape { .either([shape, .null]) }
  /// A day, `2022-12-29`.
  static let day = pattern(#"^\d{4}-\d{2}-\d{2}$"#)
  /// An expression of the policy language; numbers and truth values are expressions too.
  static let expression = text
  /// A text for people: one for both languages, or `{ko, en}`.
  static let words = either([.text, .object("words")])
  /// A text for people that may change with time.
  static let datedWords = either([
    .text, .object("words"), .list(.object("words_version")), .object("words_history"),
  ])
  /// Where something is written.
  static let cite = either([.text, .object("words")])
}

/// A key of an object: what it means and what may stand there.
struct SchemaEntry: Sendable {
  /// The key.
  var key: String
  /// What may stand there.
  var shape: SchemaShape
  /// Whether it must be there.
  var isRequired = false
  /// What it means.
  var meaning: LocalizedText

  /// A key that may be left out.
  static func may(_ key: String, _ shape: SchemaShape, _ ko: String, _ en: String) -> SchemaEntry {
    SchemaEntry(key: key, shape: shape, meaning: LocalizedText(ko: ko, en: en))
  }

  /// A key that must be there.
  static func must(_ key: String, _ shape: SchemaShape, _ ko: String, _ en: String) -> SchemaEntry {
    SchemaEntry(key: key, shape: shape, isRequired: true, meaning: LocalizedText(ko: ko, en: en))
  }

  /// The key, which may be left out.
  var optional: SchemaEntry {
    var entry = self
    entry.isRequired = false
    return entry
  }
}

/// The keys that an object of a file may have; it may have no others. Or a shape under a name.
struct SchemaObject: Sendable {
  /// Its name among the definitions.
  var name: String
  /// What it is.
  var meaning: LocalizedText
  /// Its keys.
  var entries: [SchemaEntry]
  /// What it is where it is no object.
  var shape: SchemaShape?

  /// A shape under a name.
  init(_ name: String, ko: String, en: String, shape: SchemaShape) {
    self.init(name, ko: ko, en: en, [])
    self.shape = shape
  }

  /// An object with its keys.
  init(_ name: String, ko: String, en: String, _ entries: [SchemaEntry]) {
    self.name = name
    meaning = LocalizedText(ko: ko, en: en)
    self.entries = entries
  }

  /// The same object under another name, in which some keys may be left out.
  func renamed(_ name: String, optional: Set<String>) -> SchemaObject {
    var object = self
    object.name = name
    object.entries = entries.map { optional.contains($0.key) ? $0.optional : $0 }
    return object
  }
}

package import Diagnostics
import Findings

/// The JSON Schema (draft 2020-12) of one kind of file, from the table of its keys.
package struct FileSchema: Sendable {
  /// What the schema is called: `policy`, `report`.
  package let name: String
  /// The format that the file's first line names; nil where the file is an object or an array of such.
  let format: String?
  /// What the file is.
  package let meaning: LocalizedText
  /// The file as a whole, then what it consists of.
  let objects: [SchemaObject]
  /// Whether an array of such files is one too.
  let isRepeatable: Bool

  /// A kind of file; the first object is the file itself.
  init(
    _ name: String, format: String?, ko: String, en: String, isRepeatable: Bool = false,
    _ objects: [SchemaObject]
  ) {
    self.name = name
    self.format = format
    meaning = LocalizedText(ko: ko, en: en)
    self.objects = objects
    self.isRepeatable = isRepeatable
  }

  /// The same kind of file under another name.
  init(_ name: String, of schema: FileSchema) {
    self.name = name
    format = schema.format
    meaning = schema.meaning
    objects = schema.objects
    isRepeatable = schema.isRepeatable
  }

  /// What the schemas' names begin with: a name that says whose they are, and no address.
  static let base = "urn:guideline-audit:schema:"

  /// The schema as JSON, two spaces for each level.
  package var json: [UInt8] {
    guard let root = objects.first else { return [] }
    var pairs: [(String, SchemaJSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("\(Self.base)\(name)")), ("title", .text(format ?? name)),
      ("description", .text(meaning.en)), ("x-description-ko", .text(meaning.ko)),
    ]
    let whole = SchemaJSON.object([("$ref", .text("#/$defs/\(root.name)"))])
    if isRepeatable {
      let array = SchemaJSON.object([("type", .text("array")), ("items", whole)])
      pairs.append(("anyOf", .array([whole, array])))
    } else {
      pairs.append(("$ref", .text("#/$defs/\(root.name)")))
    }
    pairs.append(("$defs", .object(objects.map { ($0.name, $0.json) })))
    return SchemaJSON.object(pairs).bytes
  }
}

extension SchemaObject {
  /// The object as a schema.
  fileprivate var json: SchemaJSON {
    let words: [(String, SchemaJSON)] = [
      ("description", .text(meaning.en)), ("x-description-ko", .text(meaning.ko)),
    ]
    return .object(words + (shape ?? .members(entries)).pairs)
  }
}

extension [SchemaEntry] {
  /// An object that has these keys and no others.
  fileprivate var pairs: [(String, SchemaJSON)] {
    let required = filter(\.isRequired).map(\.key)
    let properties = map { entry -> (String, SchemaJSON) in
      let words: [(String, SchemaJSON)] = [
        ("description", .text(entry.meaning.en)), ("x-description-ko", .text(entry.meaning.ko)),
      ]
      return (entry.key, .object(words + entry.shape.pairs))
    }
    return [("type", .text("object")), ("additionalProperties", .flag(false))]
      + (required.isEmpty ? [] : [("required", .array(required.map { .text($0) }))])
      + [("properties", .object(properties))]
  }
}

extension SchemaShape {
  /// The members of a schema for the shape.
  fileprivate var pairs: [(String, SchemaJSON)] {
    switch self {
    case .any: []
    case .text: [("type", .array([.text("string"), .text("number"), .text("boolean")]))]
    case .string: [("type", .text("string"))]
    case .number: [("type", .text("number"))]
    case .members(let entries): entries.pairs
    case .count: [("type", .text("integer")), ("minimum", .number(0)), ("maximum", .number(Int(Int32.max)))]
    case .flag: [("type", .text("boolean"))]
    case .word(let words):
      words.count == 1 ? [("const", .text(words[0]))] : [("enum", .array(words.map { .text($0) }))]
    case .pattern(let pattern): [("type", .text("string")), ("pattern", .text(pattern))]
    case .null: [("type", .text("null"))]
    case .list(let item): [("type", .text("array")), ("items", .object(item.pairs))]
    case .oneOrMore(let item): SchemaShape.either([item, .list(item)]).pairs
    case .named(let item, let under):
      SchemaShape.either([.list(.object(item)), .map(.object(under))]).pairs
    case .map(let value): [("type", .text("object")), ("additionalProperties", .object(value.pairs))]
    case .object(let name): [("$ref", .text("#/$defs/\(name)"))]
    case .either(let shapes): [("anyOf", .array(shapes.map { .object($0.pairs) }))]
    }
  }
}

/// A piece of a schema, whose keys keep their order.
indirect enum SchemaJSON {
  case object([(String, SchemaJSON)])
  case array([SchemaJSON])
  case text(String)
  case number(Int)
  case flag(Bool)

  /// The bytes with a line's end behind them.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    func line(_ depth: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    switch self {
    case .object(let pairs):
      bytes.append(UInt8(ascii: "{"))
      for (index, (key, value)) in pairs.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        line(depth + 1)
        Self.string(key, to: &bytes)
        bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        value.write(to: &bytes, depth: depth + 1)
      }
      if !pairs.isEmpty { line(depth) }
      bytes.append(UInt8(ascii: "}"))
    case .array(let items):
      // A list of words stands on one line.
      let isPlain = items.allSatisfy { if case .text = $0 { true } else { false } }
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes += isPlain ? [UInt8(ascii: ","), UInt8(ascii: " ")] : [UInt8(ascii: ",")] }
        if !isPlain { line(depth + 1) }
        item.write(to: &bytes, depth: depth + 1)
      }
      if !isPlain, !items.isEmpty { line(depth) }
      bytes.append(UInt8(ascii: "]"))
    case .text(let text): Self.string(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    }
  }

  private static func string(_ text: String, to bytes: inout [UInt8]) {
    var writer = JSONWriter(capacity: text.utf8.count + 2)
    writer.string(text)
    bytes += writer.bytes
  }
}

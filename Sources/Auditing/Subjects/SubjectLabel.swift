import Expressions

/// How an element is named within its list: by its key, by its value, else by its place.
enum SubjectLabel {
  /// `A3`, `phone`, `'a]b'`, `#2`; positions count from 0 here and from 1 in the name.
  static func name(of value: Value, at position: Int, in facts: Facts) -> String {
    switch value {
    case .record(.fact(let record)): facts.label(ofRecord: record)
    case .string(let text): Facts.quotedKey(text)
    case .number(let number): number.decimalText.text
    case .bool(let answer): answer ? "true" : "false"
    case .date(let day): day.iso
    case .timestamp(let instant): instant.text
    default: "#\(position + 1)"
    }
  }
}

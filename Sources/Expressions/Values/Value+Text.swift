extension Value {
  /// The value as plain text, for messages about tables and keys: dates as `2022-12-29`, choices as their member.
  package var plainText: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .number(let value): value.decimalText.text
    case .string(let value): value
    case .date(let value): value.iso
    case .timestamp(let value): value.text
    case .duration(let value): value.text
    case .list(let list): list.elements.map(\.value.plainText).joined(separator: ", ")
    case .record, .map: "{…}"
    case .interval(let interval): interval.plainText
    case .range(let range): (range.low?.plainText ?? "") + " … " + (range.high?.plainText ?? "")
    case .either(let values): values.map(\.plainText).joined(separator: " | ")
    case .unknown: "?"
    case .error: "!"
    case .null: "null"
    }
  }
}

extension NumberInterval {
  /// `(300000..500000]`, with round brackets at ends that do not belong to it.
  package var plainText: String {
    (includesLow ? "[" : "(") + (low?.decimalText.text ?? "") + ".." + (high?.decimalText.text ?? "")
      + (includesHigh ? "]" : ")")
  }
}

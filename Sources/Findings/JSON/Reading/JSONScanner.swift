import Diagnostics

/// Reads a JSON text from its first byte to its last, once, without recursion.
struct JSONScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var nodes: [JSONTree.Node] = []
  /// Arrays and objects that are still open.
  private var open: [Int] = []

  /// Stands before the first byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark belongs to no value.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// All nodes of the text.
  mutating func scan() throws(JSONProblem) -> [JSONTree.Node] {
    try checkEncoding()
    nodes.reserveCapacity(bytes.count / 20 + 8)
    skipSpace()
    guard place < bytes.count else {
      throw JSONProblem(at: place..<place, ko: "파일이 비어 있음", en: "the file is empty")
    }
    var needsValue = true
    while needsValue || !open.isEmpty {
      needsValue = needsValue ? try value() : try separator()
    }
    skipSpace()
    guard place == bytes.count else {
      throw problem(ko: "JSON 값이 끝난 뒤에는 아무것도 올 수 없음", en: "expected nothing after the JSON value")
    }
    return nodes
  }

  private func checkEncoding() throws(JSONProblem) {
    guard bytes.count <= JSONTree.longest else {
      throw JSONProblem(
        at: 0..<0, ko: "파일이 1 GiB를 넘음", en: "the file is longer than 1 GiB",
        help: LocalizedText(ko: "보상안마다 따로 저장하십시오", en: "save one report for each scheme"))
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = min(error.byteOffsets.lowerBound, bytes.count)
      throw JSONProblem(
        at: offset..<min(offset + 1, bytes.count), ko: "UTF-8이 아닌 바이트가 있음",
        en: "found a byte that is not UTF-8; JSON is UTF-8 throughout",
        help: LocalizedText(
          ko: "`--output json=경로`로 저장한 파일을 고치지 말고 그대로 쓰십시오",
          en: "use the file as `--output json=PATH` wrote it"))
    }
  }

  // ── structure ──────────────────────────────────────────────────────────────

  /// Reads a value; of an array or object that is not empty only what stands before its first value.
  ///
  /// - Returns: whether a value must follow.
  private mutating func value() throws(JSONProblem) -> Bool {
    skipSpace()
    switch place < bytes.count ? bytes[place] : 0 {
    case UInt8(ascii: "{"): return try start(.object)
    case UInt8(ascii: "["): return try start(.array)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw problem(ko: "값이 와야 함", en: "expected a value")
    }
    return false
  }

  private mutating func start(_ kind: JSONTree.Kind) throws(JSONProblem) -> Bool {
    guard open.count < JSONTree.deepest else {
      throw problem(
        ko: "배열과 객체는 \(JSONTree.deepest)겹까지만 겹칠 수 있음",
        en: "expected at most \(JSONTree.deepest) arrays and objects in one another")
    }
    open.append(nodes.count)
    nodes.append(.init(kind: kind, start: UInt32(place), end: 0, next: 0))
    place += 1
    skipSpace()
    if place < bytes.count, bytes[place] == Self.close(kind) {
      try finish()
      return false
    }
    if kind == .object { try key() }
    return true
  }

  /// Reads what stands after a value: a comma, with the key that follows it, or the end of the array or object.
  ///
  /// - Returns: whether a value must follow.
  private mutating func separator() throws(JSONProblem) -> Bool {
    guard let container = open.last else { return false }
    let kind = nodes[container].kind
    skipSpace()
    let byte = place < bytes.count ? bytes[place] : 0
    if byte == UInt8(ascii: ",") {
      place += 1
      if kind == .object { try key() }
      return true
    }
    guard byte == Self.close(kind) else {
      let close = kind == .object ? "}" : "]"
      throw problem(ko: "`,` 또는 `\(close)`가 와야 함", en: "expected `,` or `\(close)`")
    }
    try finish()
    return false
  }

  private static func close(_ kind: JSONTree.Kind) -> UInt8 {
    kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
  }

  /// Reads a key and its colon.
  private mutating func key() throws(JSONProblem) {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      throw problem(ko: "따옴표로 시작하는 키가 와야 함", en: "expected a key in quotation marks")
    }
    try string()
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
      throw problem(ko: "키 뒤에 `:`이 와야 함", en: "expected `:` after the key")
    }
    place += 1
  }

  /// Ends the innermost array or object.
  private mutating func finish() throws(JSONProblem) {
    place += 1
    guard let container = open.popLast() else { return }
    nodes[container].end = UInt32(place)
    nodes[container].next = UInt32(nodes.count)
    if nodes[container].kind == .object { try JSONKeys.check(of: container, nodes, bytes) }
  }

  // ── scalars ────────────────────────────────────────────────────────────────

  private mutating func leaf(_ kind: JSONTree.Kind, from start: Int, isEscaped: Bool = false) {
    nodes.append(
      .init(
        kind: kind, isEscaped: isEscaped, start: UInt32(start), end: UInt32(place),
        next: UInt32(nodes.count + 1)))
  }

  private mutating func word(_ word: StaticString, _ kind: JSONTree.Kind) throws(JSONProblem) {
    let end = place + word.utf8CodeUnitCount
    let isThere =
      end <= bytes.count && word.withUTF8Buffer { bytes[place..<end].elementsEqual($0) }
    guard isThere else {
      throw problem(
        ko: "`\(word)`\(KoreanParticle.pick(after: "\(word)", ("이", "가"))) 와야 함", en: "expected `\(word)`")
    }
    let start = place
    place = end
    leaf(kind, from: start)
  }

  private mutating func number() throws(JSONProblem) {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let first = place
    try digits()
    if place - first > 1, bytes[first] == UInt8(ascii: "0") {
      place = first
      throw problem(ko: "수는 0으로 시작할 수 없음", en: "expected no zero before the other digits of a number")
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
        place += 1
      }
      try digits()
    }
    leaf(.number, from: start)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
    guard place > start else { throw problem(ko: "숫자가 와야 함", en: "expected a digit") }
  }

  private mutating func string() throws(JSONProblem) {
    let start = place
    var isEscaped = false
    place += 1
    while true {
      while place < bytes.count, !Self.endsRun(bytes[place]) { place += 1 }
      guard place < bytes.count else {
        throw JSONProblem(
          at: start..<start + 1, ko: "문자열이 끝나지 않음", en: "expected a quotation mark that ends the string",
          help: Self.cutShort)
      }
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        leaf(.string, from: start, isEscaped: isEscaped)
        return
      case UInt8(ascii: "\\"):
        isEscaped = true
        try escape()
      default:
        throw problem(
          ko: "문자열 안의 제어 문자는 `\\u`로 적어야 함", en: "expected `\\u` in place of a control character in a string")
      }
    }
  }

  @inline(__always)
  private static func endsRun(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Checks an escape; halves of a surrogate pair stand together or nowhere.
  private mutating func escape() throws(JSONProblem) {
    let start = place
    place += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      let unit = JSONEscape.unit(bytes[min(place, bytes.count)...])
      place += 4
      if let unit, !UTF16.isTrailSurrogate(unit) {
        guard UTF16.isLeadSurrogate(unit) else { return }
        let pair = bytes[min(place, bytes.count)...]
        if pair.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
          let other = JSONEscape.unit(pair.dropFirst(2)), UTF16.isTrailSurrogate(other)
        {
          place += 6
          return
        }
      }
      throw JSONProblem(
        at: start..<min(start + 6, bytes.count),
        ko: unit == nil ? "`\\u` 뒤에는 16진수 네 자리가 와야 함" : "서로게이트의 반쪽은 글자가 아님",
        en: unit == nil
          ? "expected four hexadecimal digits after `\\u`" : "half of a surrogate pair is no character")
    default:
      throw JSONProblem(
        at: start..<min(start + 2, bytes.count), ko: "JSON에 없는 이스케이프", en: "an escape that JSON does not have"
      )
    }
  }

  // ── space and problems ─────────────────────────────────────────────────────

  private mutating func skipSpace() {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static let cutShort = LocalizedText(
    ko: "파일이 잘렸을 수 있습니다. 다시 저장하거나 다시 받으십시오", en: "the file may have been cut short; save or copy it again")

  /// What was expected at the place, and what is there.
  private func problem(ko: String, en: String) -> JSONProblem {
    guard place < bytes.count else {
      return JSONProblem(
        at: bytes.count..<bytes.count, ko: "\(ko): 파일이 여기서 끝남", en: "\(en), found the end of the file",
        help: Self.cutShort)
    }
    // A character is quoted whole; the encoding was checked.
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let found = Printable.escaped(String(decoding: bytes[place..<end], as: UTF8.self))
    return JSONProblem(at: place..<end, ko: "\(ko): `\(found)`이(가) 있음", en: "\(en), found `\(found)`")
  }
}

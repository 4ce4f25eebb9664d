import Diagnostics

/// A JSON text while values are decoded from it. What is written the same way again and again in a report is decoded
/// once and shared, as it was when the report was made.
final class JSONReading {
  /// The text.
  let tree: JSONTree
  /// What types may ask of those who decode them: the headings that were read.
  let userInfo: [CodingUserInfoKey: Any]
  private var shared: [SharedKey: Shared] = [:]

  /// A part of the report as it is written, by a hash of its bytes.
  private struct SharedKey: Hashable {
    var type: ObjectIdentifier
    var hash: Int
  }

  private struct Shared {
    var node: Int
    var value: Any
  }

  /// What findings share when they are made: grounds, numbers, dates, citations and texts.
  private static let shareable: Set<ObjectIdentifier> = [
    ObjectIdentifier(Evidence.self), ObjectIdentifier(MissingFact.self), ObjectIdentifier(AssumedFact.self),
    ObjectIdentifier(ListGround.self), ObjectIdentifier(ParameterUse.self), ObjectIdentifier(TableUse.self),
    ObjectIdentifier(DateUse.self), ObjectIdentifier(ExceptionUse.self), ObjectIdentifier([Citation].self),
    ObjectIdentifier(ReportAuthority.self), ObjectIdentifier(LocalizedText.self),
  ]

  /// Starts decoding a text.
  init(_ tree: JSONTree) {
    self.tree = tree
    userInfo = HeadingPool.key.map { [$0: HeadingPool()] } ?? [:]
  }

  /// A value of a type from a node.
  func value<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
    if type == String.self, let text = try string(at: node) as? Value { return text }
    guard Self.shareable.contains(ObjectIdentifier(type)) else { return try decoded(type, at: node) }
    let key = SharedKey(type: ObjectIdentifier(type), hash: hash(of: node))
    if let known = shared[key] {
      if let value = known.value as? Value, isSame(known.node, node) { return value }
      return try decoded(type, at: node)
    }
    let value = try decoded(type, at: node)
    shared[key] = Shared(node: node, value: value)
    return value
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
    do {
      return try Value(from: JSONValueDecoder(reading: self, node: node))
    } catch is DecodingError {
      // Types that stand for a fixed choice of texts refuse others in words of the language's library.
      throw wrongChoice(type, at: node)
    }
  }

  private func hash(of node: Int) -> Int {
    var hasher = Hasher()
    tree.bytes.withUnsafeBytes {
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[tree.range(node)]))
    }
    return hasher.finalize()
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    tree.bytes[tree.range(a)].elementsEqual(tree.bytes[tree.range(b)])
  }

  // ── scalars ────────────────────────────────────────────────────────────────

  /// The text of a node.
  func string(at node: Int) throws -> String {
    guard tree.nodes[node].kind == .string else {
      throw mismatch(at: node, LocalizedText(ko: "문자열", en: "a string"))
    }
    return tree.string(node)
  }

  /// The truth value of a node.
  func bool(at node: Int) throws -> Bool {
    switch tree.nodes[node].kind {
    case .yes: return true
    case .no: return false
    case .null, .number, .string, .array, .object:
      throw mismatch(at: node, LocalizedText(ko: "true 또는 false", en: "true or false"))
    }
  }

  /// The whole number of a node: reports hold lines, columns and counts, none of which is below 0 or beyond 32 bits.
  func integer(at node: Int) throws -> Int {
    let expected = LocalizedText(
      ko: "0 이상 \(Int32.max) 이하의 정수", en: "a whole number from 0 to \(Int32.max)")
    guard tree.nodes[node].kind == .number, tree.range(node).count <= 10 else {
      throw mismatch(at: node, expected)
    }
    var value = 0
    for byte in tree.bytes[tree.range(node)] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw mismatch(at: node, expected) }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard value <= Int(Int32.max) else { throw mismatch(at: node, expected) }
    return value
  }

  // ── problems ───────────────────────────────────────────────────────────────

  /// A node that is not what its place asks for.
  func mismatch(at node: Int, _ expected: LocalizedText) -> JSONProblem {
    let kind = tree.nodes[node].kind
    let found = kind == .array ? "[…]" : kind == .object ? "{…}" : tree.quoted(node)
    return problem(
      at: node, ko: "\(expected.ko)이(가) 와야 함: `\(found)`", en: "expected \(expected.en), found `\(found)`")
  }

  /// An object that lacks a key.
  func missing(_ key: String, in node: Int) -> JSONProblem {
    problem(
      at: node, isOpening: true, ko: "키 `\(Printable.escaped(key))`이(가) 없음",
      en: "key `\(Printable.escaped(key))` is missing")
  }

  private func wrongChoice(_ type: Any.Type, at node: Int) -> JSONProblem {
    let words = (type as? any CaseIterable.Type).map { Self.words(of: $0) } ?? []
    guard !words.isEmpty else {
      return problem(
        at: node, ko: "이 프로그램이 아는 값이 아님: `\(tree.quoted(node))`",
        en: "found `\(tree.quoted(node))`, which is none of the values that this program knows")
    }
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    return problem(
      at: node, ko: "다음 중 하나가 와야 함: \(list). 적힌 값은 `\(tree.quoted(node))`",
      en: "expected one of \(list), found `\(tree.quoted(node))`")
  }

  private static func words<Choice: CaseIterable>(of type: Choice.Type) -> [String] {
    type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
  }

  private func problem(at node: Int, isOpening: Bool = false, ko: String, en: String) -> JSONProblem {
    let range = tree.range(node)
    let path = tree.path(to: node)
    let place = path.isEmpty ? "" : "`\(Printable.escaped(path))`: "
    let isLong = isOpening || tree.nodes[node].kind == .array || tree.nodes[node].kind == .object
    return JSONProblem(
      at: isLong ? range.lowerBound..<range.lowerBound + 1 : range, ko: place + ko, en: place + en)
  }
}

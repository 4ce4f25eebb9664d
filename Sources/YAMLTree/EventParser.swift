import CLibYAML

/// libyaml's event loop over bytes in memory; they outlive it.
///
/// Marks count Unicode scalars from the first byte given; libyaml's own lines and columns are not used.
@safe struct EventParser: ~Copyable {
  /// What happened last.
  enum Event {
    /// Ends of the stream and of its documents.
    case streamStart, streamEnd, documentStart, documentEnd
    /// Nodes, and the ends of those that hold others.
    case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser of UTF-8 text without a byte order mark.
  init(_ input: UnsafeBufferPointer<UInt8>) throws(ParserProblem) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    guard unsafe yaml_parser_initialize(parser) != 0 else {
      unsafe parser.initialize(to: yaml_parser_t())
      throw ParserProblem(text: "out of memory", context: "", index: 0, contextIndex: nil)
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads the next event, which the other members then describe.
  mutating func next() throws(ParserProblem) -> Event {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) != 0 else { throw problem }
    switch unsafe event.pointee.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .streamEnd
    }
  }

  /// The scalar offset where the event begins, with its anchor.
  var startIndex: Int { unsafe Int(clamping: event.pointee.start_mark.index) }

  /// The scalar offset after the event.
  var endIndex: Int { unsafe Int(clamping: event.pointee.end_mark.index) }

  /// The name of an alias.
  var aliasName: String {
    unsafe Self.string(event.pointee.data.alias.anchor) ?? ""
  }

  /// The anchor of a scalar, list or mapping, if it has one.
  var anchor: String? {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe Self.string(event.pointee.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: unsafe Self.string(event.pointee.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe Self.string(event.pointee.data.mapping_start.anchor)
    default: nil
    }
  }

  /// Whether a scalar, list or mapping has a tag.
  var hasTag: Bool {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe event.pointee.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: unsafe event.pointee.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: unsafe event.pointee.data.mapping_start.tag != nil
    default: false
    }
  }

  /// Whether a list or mapping is written in brackets or braces.
  var isFlow: Bool {
    switch unsafe event.pointee.type {
    case YAML_SEQUENCE_START_EVENT:
      unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: false
    }
  }

  /// How a scalar is written.
  var style: YAMLNode.Style {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// Calls `body` with a scalar's text, which is UTF-8 and may hold any character.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let buffer = unsafe UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    return body(unsafe buffer.span)
  }

  private var problem: ParserProblem {
    let parser = unsafe parser.pointee
    return unsafe ParserProblem(
      text: parser.problem.map { unsafe String(cString: $0) } ?? "",
      context: parser.context.map { unsafe String(cString: $0) } ?? "",
      index: Int(clamping: parser.problem_mark.index),
      contextIndex: parser.context == nil ? nil : Int(clamping: parser.context_mark.index))
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

/// libyaml's own words about what it could not read, with scalar offsets.
struct ParserProblem: Error {
  /// What libyaml expected or found.
  var text: String
  /// What it was reading, empty if it does not say.
  var context: String
  /// Where it noticed the problem.
  var index: Int
  /// Where what it was reading begins.
  var contextIndex: Int?
}

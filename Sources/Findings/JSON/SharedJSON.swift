/// The JSON of what findings of a report share: every part of it is written once and copied from then on.
struct SharedJSON {
  /// The parts of a finding that its heading alone decides, as places in what was written.
  private struct Heading {
    let names: Range<Int>
    let titles: Range<Int>
    let weight: Range<Int>
    let authority: Range<Int>
    let citations: Range<Int>
  }

  /// Values that were written, with their places.
  private struct Written<Use: Equatable> {
    var uses: [Use] = []
    var places: [Range<Int>] = []

    /// Where a value was written; nil if it was not.
    func place(of use: Use) -> Range<Int>? {
      let uses = uses.span
      // Looked at where they lie: a copy of each would cost more than comparing it.
      for index in uses.indices where uses[index] == use { return places[index] }
      return nil
    }

    mutating func add(_ use: Use, at place: Range<Int>) {
      uses.append(use)
      places.append(place)
    }
  }

  /// A part of a finding that its heading alone decides.
  enum HeadingPart {
    /// `policy`, `rule`, `part`.
    case names
    /// `title`, `partTitle`, `text`.
    case titles
    /// `effect`, `status`.
    case weight
    /// `severity`, `authority`, `sanction`, `inForce`.
    case authority
    /// `citations`.
    case citations
  }

  /// Everything that was written once, without separators between its parts.
  private var store = JSONWriter(capacity: 65_536)
  private var headings: [ObjectIdentifier: Heading] = [:]
  private var grounds: [ObjectIdentifier: Range<Int>] = [:]
  /// Numbers and dates are values; few of them are used again and again.
  private var parameters = Written<ParameterUse>()
  private var tables = Written<TableUse>()
  private var dates = Written<DateUse>()
  private var exceptions = Written<ExceptionUse>()
  /// Past so many different values the search costs more than writing one.
  private static let mostValues = 32

  /// Writes an array of grounds, which findings share as objects.
  mutating func write<Ground: AnyObject>(
    _ name: StaticString, _ elements: [Ground], to writer: inout JSONWriter,
    _ write: (Ground, inout JSONWriter) -> Void
  ) {
    writer.member(name, elements) { writer, element in
      let place: Range<Int>
      if let known = grounds[ObjectIdentifier(element)] {
        place = known
      } else {
        place = store.apart { write(element, &$0) }
        grounds[ObjectIdentifier(element)] = place
      }
      writer.written(store.bytes[place])
    }
  }

  /// Writes the parameters of a finding.
  mutating func write(_ uses: [ParameterUse], to writer: inout JSONWriter) {
    writer.member("parameters", uses) { writer, use in
      Self.write(use, &parameters, &store, to: &writer) { use.write(to: &$0) }
    }
  }

  /// Writes the table rows of a finding.
  mutating func write(_ uses: [TableUse], to writer: inout JSONWriter) {
    writer.member("tables", uses) { writer, use in
      Self.write(use, &tables, &store, to: &writer) { use.write(to: &$0) }
    }
  }

  /// Writes the dates of a finding.
  mutating func write(_ uses: [DateUse], to writer: inout JSONWriter) {
    writer.member("dates", uses) { writer, use in
      Self.write(use, &dates, &store, to: &writer) { use.write(to: &$0) }
    }
  }

  /// Writes the exception of a finding or `null`.
  mutating func write(_ use: ExceptionUse?, to writer: inout JSONWriter) {
    writer.key("exception")
    guard let use else { return writer.null() }
    Self.write(use, &exceptions, &store, to: &writer) { $0.object { use.write(to: &$0) } }
  }

  private static func write<Use: Equatable>(
    _ use: Use, _ known: inout Written<Use>, _ store: inout JSONWriter,
    to writer: inout JSONWriter, _ write: (inout JSONWriter) -> Void
  ) {
    if let place = known.place(of: use) {
      writer.written(store.bytes[place])
    } else if known.uses.count < mostValues {
      let place = store.apart(write)
      known.add(use, at: place)
      writer.written(store.bytes[place])
    } else {
      write(&writer)
    }
  }

  /// Writes one part of a heading.
  mutating func write(_ part: HeadingPart, of heading: RuleHeading, to writer: inout JSONWriter) {
    let places = places(of: heading)
    let place =
      switch part {
      case .names: places.names
      case .titles: places.titles
      case .weight: places.weight
      case .authority: places.authority
      case .citations: places.citations
      }
    writer.written(store.bytes[place])
  }

  private mutating func places(of heading: RuleHeading) -> Heading {
    if let known = headings[ObjectIdentifier(heading)] { return known }
    let places = Heading(
      names: store.apart(heading.writeNames), titles: store.apart(heading.writeTitles),
      weight: store.apart(heading.writeWeight), authority: store.apart(heading.writeAuthority),
      citations: store.apart(heading.writeCitations))
    headings[ObjectIdentifier(heading)] = places
    return places
  }
}

extension Value {
  private enum Tag: UInt8 {
    case no, yes, number, string, date, timestamp, duration, list
  }

  /// Reads a value that a policy or vocabulary states.
  package init(from pack: inout PackReader) throws(PackFailure) {
    try pack.enter()
    defer { pack.leave() }
    guard let tag = Tag(rawValue: try pack.byte()) else { throw .damaged }
    switch tag {
    case .no: self = .bool(false)
    case .yes: self = .bool(true)
    case .number: self = .number(try Rational(from: &pack))
    case .string: self = .string(try pack.string())
    case .date: self = .date(try Day(from: &pack))
    case .timestamp:
      guard let instant = Instant(nanoseconds: try pack.wide()) else { throw .damaged }
      self = .timestamp(instant)
    case .duration: self = .duration(TimeSpan(nanoseconds: try pack.wide()))
    case .list: self = .list(ListValue(values: try pack.list(Value.init(from:))))
    }
  }

  /// Writes a value that a policy or vocabulary states.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    switch self {
    case .bool(let value): pack.tag(value ? Tag.yes : .no)
    case .number(let number):
      pack.tag(Tag.number)
      number.write(to: &pack)
    case .string(let text):
      pack.tag(Tag.string)
      pack.string(text)
    case .date(let day):
      pack.tag(Tag.date)
      day.write(to: &pack)
    case .timestamp(let instant):
      pack.tag(Tag.timestamp)
      pack.wide(instant.nanoseconds)
    case .duration(let span):
      pack.tag(Tag.duration)
      pack.wide(span.nanoseconds)
    case .list(let list):
      guard list.isCertain, list.origin == nil, list.elements.allSatisfy(\.grounds.isEmpty) else {
        throw .unwritable
      }
      pack.tag(Tag.list)
      try pack.list(list.elements) { pack, element throws(PackFailure) in try element.value.write(to: &pack) }
    // What no file of a policy set states.
    case .record, .interval, .range, .either, .unknown, .error, .null, .map: throw .unwritable
    }
  }
}

extension Rational {
  /// Reads a number.
  package init(from pack: inout PackReader) throws(PackFailure) {
    switch try pack.byte() {
    case 0: self.init(try pack.int())
    case 1:
      let (numerator, denominator) = (try pack.int(), try pack.int())
      guard denominator > 0, let quotient = try? Rational(numerator: numerator, denominator: denominator)
      else { throw .damaged }
      self = quotient
    case 2:
      let isNegative = try pack.bool()
      let numerator = Natural(words: try pack.list { pack throws(PackFailure) in try pack.word() })
      let denominator = Natural(words: try pack.list { pack throws(PackFailure) in try pack.word() })
      guard !denominator.isZero else { throw .damaged }
      self.init(reduced: Fraction(isNegative: isNegative, numerator: numerator, denominator: denominator))
    default: throw .damaged
    }
  }

  /// Writes the number: whole ones as such.
  package func write(to pack: inout PackWriter) {
    switch storage {
    case .small(let whole, 1):
      pack.byte(0)
      pack.int(Int(whole))
    case .small(let numerator, let denominator):
      pack.byte(1)
      pack.int(Int(numerator))
      pack.int(Int(denominator))
    case .large(let fraction):
      pack.byte(2)
      pack.bool(fraction.isNegative)
      for part in [fraction.numerator, fraction.denominator] {
        pack.int(part.words.count)
        for word in part.words { pack.word(word) }
      }
    }
  }
}

extension Day {
  /// Reads a day.
  package init(from pack: inout PackReader) throws(PackFailure) {
    guard let number = Int32(exactly: try pack.int()), (Day.first.number...Day.last.number).contains(number)
    else { throw .damaged }
    self.init(number: number)
  }

  /// Writes the day.
  package func write(to pack: inout PackWriter) {
    pack.int(Int(number))
  }
}

extension PackWriter {
  /// Writes which case of an enumeration follows.
  mutating func tag<Tag: RawRepresentable<UInt8>>(_ tag: Tag) {
    byte(tag.rawValue)
  }

  /// Writes a number of up to 128 bits.
  fileprivate mutating func wide(_ value: Int128) {
    int(Int(truncatingIfNeeded: value >> 64))
    word(UInt64(truncatingIfNeeded: value))
  }
}

extension PackReader {
  /// Reads a number of up to 128 bits.
  fileprivate mutating func wide() throws(PackFailure) -> Int128 {
    let high = try int()
    return Int128(high) << 64 | Int128(try word())
  }
}

extension FunctionCall {
  /// What reading a list of records gave: the things read, or why they are not known.
  enum Reading<Element> {
    /// All of them.
    case elements([Element])
    /// The unknown or error in their place.
    case failed(Value)
  }

  /// Reads every record of a list argument; not known where membership is doubtful.
  func records<Element>(_ index: Int, _ read: (Int) -> Element?) -> Reading<Element> {
    switch members(index) {
    case .unknown: return .failed(.unknown)
    case .error(let error): return .failed(.error(error))
    case .values(let values):
      var elements: [Element] = []
      var isComplete = true
      for value in values {
        guard case .record(.fact(let record)) = value else { return .failed(mistyped) }
        if let element = read(record) { elements.append(element) } else { isComplete = false }
      }
      return isComplete ? .elements(elements) : .failed(.unknown)
    }
  }

  /// A record's fact by name, if its type has one.
  func fact(_ name: String, of record: Int) -> FactID? {
    let type = evaluation.facts.environment.records[evaluation.facts.records[record].type]
    return type.slots[name].map { evaluation.facts.fact(record: record, slot: $0) }
  }

  /// Windows of records with `from` and `to`, their bounds where only those are known.
  func windows(_ index: Int) -> Reading<Window> {
    records(index) { record in
      guard let from = fact("from", of: record), let to = fact("to", of: record) else { return nil }
      let (start, end) = (instant(evaluation.read(from)), instant(evaluation.read(to)))
      guard let start, let end else { return nil }
      return Window(from: start, to: end)
    }
  }

  /// A moment with its bounds; a date is its first moment. Nil: not known.
  func instant(_ value: Value) -> PartialInstant? {
    switch value {
    case .timestamp(let instant): return PartialInstant(instant)
    case .date(let day):
      return PartialInstant(Instant(startOf: day, utcOffset: evaluation.program.calendar?.utcOffset ?? 0))
    case .range(let range):
      return PartialInstant(
        low: range.low.flatMap { instant($0)?.low }, high: range.high.flatMap { instant($0)?.high })
    case .either(let readings):
      let instants = readings.compactMap { instant($0) }
      let (lows, highs) = (instants.compactMap(\.low), instants.compactMap(\.high))
      return PartialInstant(
        low: lows.count == readings.count ? lows.min() : nil,
        high: highs.count == readings.count ? highs.max() : nil)
    case .unknown, .error, .bool, .number, .string, .duration, .list, .record, .interval, .null, .map:
      return nil
    }
  }

  /// Number ranges of records with `range.gt` or `range.ge`, `range.lt` or `range.le`; `none` is an open end.
  func intervals(_ index: Int) -> Reading<NumberInterval> {
    records(index) { record in
      guard let low = end(of: record, "range.gt", "range.ge"),
        let high = end(of: record, "range.lt", "range.le")
      else { return nil }
      return NumberInterval(
        low: low.number, includesLow: low.isIncluded, high: high.number, includesHigh: high.isIncluded)
    }
  }

  /// One end of a range, which two facts may state: the one that leaves the number out, or the one that takes it in.
  private func end(of record: Int, _ excluding: String, _ including: String) -> (
    number: Rational?, isIncluded: Bool
  )? {
    let ends = [(excluding, false), (including, true)].compactMap { name, isIncluded in
      fact(name, of: record).map { (fact: $0, isIncluded: isIncluded) }
    }
    for end in ends {
      switch evaluation.facts[end.fact] {
      case .number(let number):
        evaluation.log.append(.read(end.fact))
        return (number, end.isIncluded)
      case .range, .either:
        if let kind = evaluation.partialKind(of: end.fact) { evaluation.log.append(.missing(end.fact, kind)) }
        return nil
      case .missing, .none, .bool, .string, .date, .timestamp, .list, .group: continue
      }
    }
    for end in ends {
      if case .none = evaluation.facts[end.fact] {
        evaluation.log.append(.read(end.fact))
        return (nil, false)
      }
    }
    if let first = ends.first { evaluation.log.append(.missing(first.fact, .missing)) }
    return nil
  }
}

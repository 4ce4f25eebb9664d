import Expressions

extension TermReader {
  /// A call's arguments and the type of its result; constants take the types that the others give them.
  mutating func arguments(
    of function: Function, _ terms: [Term]
  ) -> (quantities: [Quantity], result: ValueType) {
    use(function)
    var read: [Read?] = terms.map { $0.isConstant ? nil : quantity($0, as: nil) }
    let overload = overload(of: function, fitting: read)
    var holes = Holes()
    for (place, argument) in read.enumerated() {
      if let argument, let overload { holes.bind(overload.pattern(place), to: argument.type) }
    }
    for (place, term) in terms.enumerated() where read[place] == nil {
      read[place] = quantity(term, as: overload.flatMap { holes.type($0.pattern(place)) })
    }
    for (place, type) in read.enumerated() {
      // An element's key beside references stands for the element.
      guard case .list(.reference)? = type?.type else { continue }
      for other in terms.indices where other != place {
        if let key = read[other] { read[other]?.quantity = element(named: terms[other], key.quantity) }
      }
    }
    return (read.compactMap { $0?.quantity }, overload.flatMap { holes.type($0.result) } ?? .dyn)
  }

  private func overload(of function: Function, fitting arguments: [Read?]) -> Function.Overload? {
    let candidates = function.overloads.filter {
      $0.isVariadic ? arguments.count >= $0.parameters.count : arguments.count == $0.parameters.count
    }
    return candidates.first { overload in
      arguments.enumerated().allSatisfy { place, argument in
        argument.map { overload.pattern(place).takes($0.type) } ?? true
      }
    } ?? candidates.first
  }

  /// What the holes of a signature stand for.
  private struct Holes {
    var types: [String: ValueType] = [:]
    var units: [String: String] = [:]

    mutating func bind(_ pattern: TypePattern, to type: ValueType) {
      switch (pattern, type) {
      case (.any(let name), _), (.ordered(let name), _): types[name] = types[name] ?? type
      case (.number(let name), .number(let unit?)), (.interval(let name), .interval(let unit?)):
        units[name] = unit
      case (.list(let inner), .list(let element)): bind(inner, to: element)
      case (.pair(let name), .pair(let element)): types[name] = types[name] ?? element
      default: break
      }
    }

    func type(_ pattern: TypePattern) -> ValueType? {
      switch pattern {
      case .exact(let type): type
      case .any(let name), .ordered(let name): types[name]
      case .number(let name): .number(unit: units[name])
      case .list(let inner): type(inner).map { .list($0) }
      case .pair(let name): types[name].map { .pair($0) }
      case .interval(let name): .interval(unit: units[name])
      case .windows, .ranges: nil
      }
    }
  }
}

extension Function.Overload {
  /// The pattern of the argument at a place; the last one of a variadic overload is repeated.
  fileprivate func pattern(_ place: Int) -> TypePattern {
    place < parameters.count ? parameters[place] : parameters.last ?? .any("T")
  }
}

extension TypePattern {
  /// Whether a value of a type may stand here, as far as overloads of one function are told apart by it.
  fileprivate func takes(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (_, .dyn), (.any, _), (.windows, .list), (.ranges, .list), (.number, .number): true
    case (.exact(.number), .number), (.exact(.string), .choice), (.exact(.string), .reference): true
    case (.ordered, .list), (.ordered, .record), (.ordered, .bool): false
    case (.ordered, _): true
    case (.list(let inner), .list(let element)): inner.takes(element)
    case (.pair, .pair), (.interval, .interval): true
    case (.exact(let wanted), _): wanted == type
    case (.list, _), (.windows, _), (.ranges, _), (.number, _), (.pair, _), (.interval, _): false
    }
  }
}

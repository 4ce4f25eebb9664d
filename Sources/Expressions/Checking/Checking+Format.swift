import Diagnostics

extension Checking {
  /// The values that `format` is given, with their types: written out, they may be of several types, unlike those of
  /// other lists.
  mutating func formatValues(_ id: SyntaxTree.ID) -> (values: Typed?, types: [ValueType]) {
    guard isStrict, case .list(let items) = tree[id].kind else { return (value(id), []) }
    let checked = items.compactMap { value($0) }
    guard checked.count == items.count else { return (gap(), []) }
    return (Typed(.list(checked.map(\.term)), .list(.dyn), id), checked.map(\.type))
  }

  /// Reports what a format that is written out cannot do with the values that are written out beside it.
  mutating func checkFormat(_ format: SyntaxTree.ID, _ values: SyntaxTree.ID, types: [ValueType]) {
    guard isStrict, case .string(let text) = tree[format].kind, case .list(let items) = tree[values].kind,
      types.count == items.count
    else { return }
    do throws(TextFormat.Problem) {
      var places: [TextFormat.Verb] = []
      for case .place(let verb, _) in try TextFormat(text).pieces { places.append(verb) }
      guard places.count == items.count else {
        return error(
          "expression.format", tree[values].range, ko: "값을 넣을 자리는 \(places.count)곳인데 값이 \(items.count)개입니다",
          en:
            "the format has \(places.count) \(places.count == 1 ? "place" : "places") and is given \(items.count) "
            + (items.count == 1 ? "value" : "values"))
      }
      for (verb, (item, type)) in zip(places, zip(items, types)) where !verb.takes(type) {
        mismatch(Typed(.list([]), type, item), expected: verb.wanted)
      }
    } catch {
      let message = error.message
      self.error("expression.format", tree[format].range, ko: message.ko, en: message.en)
    }
  }
}

extension TextFormat.Verb {
  /// Whether it can write values of a type; a number may still have to be whole.
  fileprivate func takes(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (_, .dyn), (_, .number): true
    case (.text, .record), (.text, .group), (.text, .pair): false
    case (.text, .list(let element)): takes(element)
    case (.text, _), (.binary, .bool): true
    case (.hexadecimal, _), (.capitalHexadecimal, _): type.isText
    case (.decimal, _), (.fixed, _), (.scientific, _), (.binary, _), (.octal, _): false
    }
  }
}

import Diagnostics
import Findings

extension FindingWords {
  /// A missing fact's name with why what is stated does not do, where anything is.
  func name(of group: NeedGroup) -> String {
    let (name, kind) = (say(group.first.name), group.first.kind)
    guard kind != .missing else { return name }
    return name + say(ko: "(\(shortReason(kind)))", en: " (\(shortReason(kind)))")
  }

  /// How many findings wait for a fact, and how many of them for nothing else.
  func waiting(for group: NeedGroup) -> String {
    let count = findings(group.findings)
    if group.alone > 0, group.alone == group.findings {
      return count + say(ko: ", 이것만으로 점검 가능", en: ", nothing else needed")
    }
    guard group.alone > 0 else { return count }
    return count
      + say(
        ko: ", 그중 \(group.alone)건은 이것만으로 점검 가능",
        en: ", \(group.alone) of them \(group.alone == 1 ? "needs" : "need") nothing else")
  }

  /// A fact's path with the line at which it could be stated; in letters the name of the element that it belongs to in
  /// place of the path.
  func place(of need: Need) -> String {
    if let name = owner(of: need.path) {
      return need.location.map { "\(name) (\(line($0.line)))" } ?? name
    }
    return need.location.map { "\(need.path) (\(line($0.line)))" } ?? need.path
  }

  /// What people call the innermost named element that a path lies in, its key where it has no name, or the whole
  /// scheme; nil unless this is a letter.
  func owner(of path: String) -> String? {
    guard isLetter else { return nil }
    var rest = path[...]
    while let end = rest.lastIndex(of: "]") {
      if let name = elementNames[String(rest[...end])] { return name }
      rest = rest[..<end]
    }
    return FactPath(path).keys.last ?? say(ko: "보상안 전체", en: "the whole scheme")
  }

  /// The place of the first fact of a group with the number of the others, and with their lines if they are few.
  ///
  /// - Returns: the text without the lines of the others, and with them where they can be told.
  func places(of group: NeedGroup) -> (short: String, long: String?) {
    let place = place(of: group.first)
    let others = group.needs.dropFirst()
    guard !others.isEmpty else { return (place, nil) }
    let more = say(ko: "\(place) 외 \(others.count)곳", en: "\(place) and \(others.count) more")
    let own = group.first.location.map { [$0.line] } ?? []
    let lines = Set(others.compactMap(\.location?.line)).subtracting(own).sorted()
    guard !lines.isEmpty, lines.count <= 4 else { return (more, nil) }
    return (more, more + say(ko: "", en: " ") + "(\(lineList(lines, most: 4)))")
  }

  /// The places at which a fact of a group is to be written: the first ones, with the number and lines of the others.
  func placesToWrite(_ group: NeedGroup) -> [String] {
    let shown = isComplete ? group.needs[...] : group.needs.prefix(3)
    var places = shown.map(place)
    if isLetter { return [places.joined(separator: say(ko: ", ", en: "; "))] }
    let others = group.needs.dropFirst(shown.count)
    guard !others.isEmpty else { return places }
    var rest = say(ko: "그 밖에 \(others.count)곳", en: "and \(others.count) more")
    let lines = Set(others.compactMap(\.location?.line)).sorted()
    if !lines.isEmpty { rest += say(ko: "", en: " ") + "(\(lineList(lines, most: 12)))" }
    places.append(rest)
    return places
  }
}

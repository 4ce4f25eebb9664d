import Diagnostics
import Expressions

/// Where two values differ in what they hold, part by part, by reflection: what a type leaves out of a pack is found. Not
/// compared are the places of expressions and what closures do.
enum Difference {
  /// Whether the program was built with what reflection needs: without it all values look alike.
  static var canBeSeen: Bool { Mirror(reflecting: LocalizedText("")).children.count == 2 }

  /// The path to the first difference; nil for values that are the same.
  static func between(_ a: Any, _ b: Any, at path: String = "") -> String? {
    switch (a, b) {
    case (let a as SourceFile, let b as SourceFile): return a.path == b.path ? nil : "\(path): file"
    // Where an expression stands is asked only by those who check files.
    case (let a as ExpressionSource, let b as ExpressionSource):
      return a.text == b.text ? nil : "\(path): text"
    case (let a as Function, let b as Function): return a === b ? nil : "\(path): function"
    case (let a as String, let b as String):
      return a.utf8.elementsEqual(b.utf8) ? nil : "\(path): \(a) and \(b)"
    default: break
    }
    guard type(of: a) == type(of: b) else { return "\(path): \(type(of: a)) and \(type(of: b))" }
    let (mirror, other) = (Mirror(reflecting: a), Mirror(reflecting: b))
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set {
      return unordered(mirror, other, path)
    }
    guard mirror.children.count == other.children.count else {
      return "\(path): \(mirror.children.count) and \(other.children.count) parts"
    }
    if mirror.children.isEmpty {
      // Closures say nothing of themselves.
      return "\(a)" == "\(b)" ? nil : "\(path): \(a) and \(b)"
    }
    for (place, (part, otherPart)) in zip(mirror.children, other.children).enumerated() {
      let name = part.label ?? "\(place)"
      guard part.label == otherPart.label else { return "\(path): \(name) and \(otherPart.label ?? "none")" }
      if let found = between(part.value, otherPart.value, at: "\(path).\(name)") { return found }
    }
    return nil
  }

  /// Sets and dictionaries, whose order says nothing: by the words of what tells members apart.
  private static func unordered(_ a: Mirror, _ b: Mirror, _ path: String) -> String? {
    let (first, second) = (named(a), named(b))
    guard first.map(\.name) == second.map(\.name) else { return "\(path): other members" }
    for (member, other) in zip(first, second) {
      if let found = between(member.value, other.value, at: "\(path)[\(member.name)]") { return found }
    }
    return nil
  }

  private static func named(_ mirror: Mirror) -> [(name: String, value: Any)] {
    mirror.children.map { child -> (name: String, value: Any) in
      let parts = Mirror(reflecting: child.value).children.map(\.value)
      return parts.count == 2 && mirror.displayStyle == .dictionary
        ? ("\(parts[0])", parts[1]) : ("\(child.value)", child.value)
    }.sorted { $0.name < $1.name }
  }
}

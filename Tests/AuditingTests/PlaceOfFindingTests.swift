import Findings
import Testing

@testable import Auditing

/// The line at which a reader of a finding should look first.
@Suite struct PlaceOfFindingTests {
  private static let scheme = """
    shop:
      filed: 2023-01-01
      price: 40
      items:
        - id: a
          kind: food
          price: 5
          marks:
            - {text: x, size: 1}
            - text: y
              size: 90
        - id: b
          kind: toy
          price: 500
          marks: []
    """

  /// The line and the excerpt of a finding; the scheme's first line is its format.
  private static func line(_ requirement: String, _ subject: String = "a", scheme: String = scheme) throws
    -> Int?
  {
    let rule = """
        - id: R
          title: {ko: 표시, en: marks}
          cite: 제1조
          severity: minor
          for_each: {as: item, in: "shop.items.filter(i, i.kind == 'food' || i.kind == 'toy')"}
          \(requirement)
      """
    return try findings(rules: rule, scheme: scheme)["R[\(subject)]"]?.location?.line
  }

  @Test(arguments: [
    // The subject's own fact that was compared.
    ("require: item.price > 1000", 8), ("require: item.price > shop.price", 8),
    // What the subject holds, where that decided.
    ("require: item.marks.all(m, m.size < 50)", 12),
    (
      "{require: item.marks.all(m, m.size < 50), actual: 'item.marks.filter(m, m.size >= 50).map(m, m.text)'}",
      12
    ),
    // Another element's or the scheme's fact, where nothing of the subject did.
    ("require: shop.price > 100", 4),
    ("{require: shop.price > 100, actual: 'if(item.kind == \"food\", shop.price, 0)'}", 4),
    // Nothing that is stated decided: the subject itself.
    ("require: item.marks.exists(m, m.text == 'z')", 6), ("require: item.marks.size() > 5", 6),
    // Where it is met, the subject or its own fact.
    ("require: item.price < 1000", 8), ("require: shop.price < 100", 6),
  ]) func `is that of the fact that decided`(_ requirement: String, _ line: Int) throws {
    let text =
      requirement.hasPrefix("{")
      ? String(requirement.dropFirst().dropLast()).replacing(", actual:", with: "\n    actual:") : requirement
    #expect(try Self.line(text) == line)
  }

  @Test func `is the subject where many facts decided together`() throws {
    let marks = (1...9).map { "        - {text: m\($0), size: 90}" }.joined(separator: "\n")
    let scheme = "shop:\n  filed: 2023-01-01\n  items:\n    - id: a\n      kind: food\n      marks:\n\(marks)"
    #expect(try Self.line("require: item.marks.all(m, m.size < 50)", scheme: scheme) == 5)
  }
}

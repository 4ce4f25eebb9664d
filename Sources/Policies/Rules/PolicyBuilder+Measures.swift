import Diagnostics
import Expressions
import YAMLTree

/// `measures:`, named quantities per subject.
extension PolicyBuilder {
  private static let measureKeys = ["id", "title", "cite", "for_each", "let", "is", "unit", "note"]

  /// A list of measures with an `id` each, or a mapping of them.
  mutating func readMeasures(_ node: YAMLNode) -> [Measure] {
    let what = LocalizedText(ko: "지표", en: "a measure")
    return reader.named(node, of: what).compactMap { id, body in
      let outerBroken = broken
      defer { broken = outerBroken }
      guard reader.mapping(body, keys: Self.measureKeys, of: what) else { return nil }
      review?.begin(nil, errors: 0)
      let name = identifier(id, what)
      let title = body.stated("title").flatMap { reader.localized($0, what) } ?? LocalizedText(id.text)
      let cite = body.stated("cite").flatMap { reader.citation($0, sources: sources)?.text }
      var names = scope
      let subjects = body.stated("for_each").map { self.subjects($0, in: &names) } ?? []
      let steps =
        body.stated("let").map { self.steps($0, in: &names, LocalizedText(ko: "단계", en: "a step")) } ?? []
      let unit = self.unit(of: body)
      let value = reader.required("is", in: body, of: what).flatMap { expression($0, in: names, unit: unit) }
      guard let name, let value else { return nil }
      let measure = Measure(
        id: name, title: title, cite: cite, subjects: subjects, steps: steps.map(\.cell),
        value: addCell(name, title: title, value), span: id.span)
      reviewMeasure(measure)
      return measure
    }
  }
}

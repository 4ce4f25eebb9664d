import Diagnostics
import Findings
import Mustache

extension OwnTemplate {
  /// Names that a template may use of a thing: `report`, `finding` and the like are not names themselves.
  static var names: [String] { TemplateScope.reportKeys.map(\.name) + TemplateScope.findingKeys.map(\.name) }

  /// The template filled in from each report, one after the other.
  func render(
    _ reports: [AuditReport], _ options: RenderOptions, as format: ReportFormat
  ) throws(RenderFailure) -> [[UInt8]] {
    let template = try parsed(for: format)
    var pieces: [[UInt8]] = []
    for report in reports {
      let scope = TemplateScope(
        words: FindingWords(report, RenderOptions(language: options.language, listsAll: true)),
        text: FindingText(report, options.language), whole: ReportText(report, options.language))
      let budget = TemplateBudget(templateSize: source.utf8.count)
      let root = TemplateNode(
        value: scope.object(report, TemplateScope.reportKeys), budget: budget, isRoot: true)
      let text = template.render(root)
      guard !budget.isSpent else {
        throw Self.failure(
          name, nil, ko: "템플릿이 만드는 글이 한도를 넘습니다(구역을 겹쳐 같은 목록을 되풀이하지 않았는지 보십시오)",
          en: "the template comes to more text than is allowed (does it repeat a list inside itself?)")
      }
      // A name that stands for nothing would leave a gap that nobody sees.
      if let missed = budget.missed.first {
        let hint = Suggestion.nearest(to: missed, among: Self.names)
        throw Self.failure(
          name, line(naming: missed),
          ko: "`\(Printable.shortened(missed))`이라는 이름이 없습니다" + (hint.map { "; `\($0)`을(를) 뜻합니까?" } ?? ""),
          en: "there is no name `\(Printable.shortened(missed))`"
            + (hint.map { "; did you mean `\($0)`?" } ?? ""))
      }
      pieces.append(Array(text.utf8))
    }
    return pieces
  }

  /// The first line whose tags hold a name.
  private func line(naming name: String) -> Int? {
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let open = rest.firstRange(of: "{{") {
        rest = rest[open.upperBound...]
        let end = rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex
        if rest[..<end].contains(name) { return index + 1 }
      }
    }
    return nil
  }
}

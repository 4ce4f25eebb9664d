import Diagnostics
import Findings
import Mustache

extension OwnTemplate {
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
      let root = TemplateNode(value: scope.object(report, TemplateScope.reportKeys), budget: budget)
      let text = template.render(root)
      guard !budget.isSpent else {
        throw Self.failure(
          name, nil, ko: "템플릿이 만드는 글이 한도를 넘습니다(구역을 겹쳐 같은 목록을 되풀이하지 않았는지 보십시오)",
          en: "the template comes to more text than is allowed (does it repeat a list inside itself?)")
      }
      pieces.append(Array(text.utf8))
    }
    return pieces
  }
}

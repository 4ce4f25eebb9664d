import Diagnostics
import Mustache

/// A template of the user's own, written in Mustache.
///
/// It reads the report and nothing else: it can neither include files nor run anything. How to write one, and every
/// name that it may use, is told in `docs/reports.md`.
public struct OwnTemplate: Sendable, Hashable {
  /// What messages call it, such as its file's path.
  public let name: String
  /// Its text.
  public let source: String

  /// Bytes that a template may have.
  static let largest = 262_144
  /// Sections that may stand inside one another.
  static let deepest = 32
  /// Problems that are told at once.
  private static let mostProblems = 20

  private static let whereNamesAre = LocalizedText(
    ko: "쓸 수 있는 이름과 예는 docs/ko/reports.md에 있습니다", en: "docs/reports.md has the names and an example")

  /// Checks a template; a failure names the line.
  public init(name: String, source: String) throws(RenderFailure) {
    (self.name, self.source) = (name, source)
    guard source.utf8.count <= Self.largest else {
      throw Self.failure(
        name, nil, ko: "템플릿이 \(Self.largest)바이트를 넘습니다",
        en: "the template is longer than \(Self.largest) bytes")
    }
    let tags = TemplateTag.tags(of: source)
    try checkTags(tags)
    _ = try parsed(for: .text)
    try checkNames(tags)
  }

  /// The template, escaping what it puts in as a format asks.
  func parsed(for format: ReportFormat) throws(RenderFailure) -> MustacheTemplate {
    do {
      let template = try MustacheTemplate(string: source)
      guard let escaping = TemplateEscaping(format) else { return template }
      // The pragma stands before the first line, so that lines are counted as the author sees them.
      MustacheContentTypes.register(escaping, named: escaping.name)
      return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(escaping.name)}}" + source)
    } catch let error as MustacheTemplate.ParserError {
      let reason = Self.reason(error.error)
      throw Self.failure(name, error.context.lineNumber, ko: reason.ko, en: reason.en)
    } catch {
      throw Self.failure(name, nil, ko: "템플릿을 읽을 수 없습니다", en: "the template cannot be read")
    }
  }

  /// Refuses tags that reach beyond the template or would do nothing, and sections that are too deep.
  private func checkTags(_ tags: [TemplateTag]) throws(RenderFailure) {
    var depth = 0
    for tag in tags {
      switch tag.kind {
      case .including:
        throw Self.failure(
          name, tag.line, ko: "템플릿은 다른 템플릿을 끌어다 쓸 수 없습니다(`{{>`, `{{<`, `{{$`)",
          en: "a template cannot include others (`{{>`, `{{<`, `{{$`)")
      case .setting:
        throw Self.failure(
          name, tag.line, ko: "구분 기호와 내용 형식은 바꿀 수 없습니다(`{{=`, `{{%`)",
          en: "delimiters and content types cannot be changed (`{{=`, `{{%`)")
      case .section, .inverted: depth += 1
      case .end: depth -= 1
      case .text, .raw: break
      }
      guard depth <= Self.deepest else {
        throw Self.failure(
          name, tag.line, ko: "구역을 \(Self.deepest)겹보다 깊이 겹칠 수 없습니다",
          en: "sections cannot stand more than \(Self.deepest) deep")
      }
    }
  }

  /// Refuses names that there are not, and those that are used as what they are not: all of them at once.
  private func checkNames(_ tags: [TemplateTag]) throws(RenderFailure) {
    let problems = TemplateCheck.problems(of: tags)
    guard !problems.isEmpty else { return }
    let lines = problems.prefix(Self.mostProblems).map { problem in
      Self.failure(name, problem.line, ko: problem.words.ko, en: problem.words.en).message
    }
    throw RenderFailure(.joined(lines, separator: "\n"), help: Self.whereNamesAre)
  }

  private static func reason(_ error: any Error) -> LocalizedText {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect:
      LocalizedText(
        ko: "닫는 태그의 이름이 여는 태그와 다릅니다", en: "a closing tag has another name than the section it closes")
    case .expectedSectionEnd:
      LocalizedText(ko: "닫히지 않은 구역이 있습니다(`{{/이름}}`)", en: "a section is not closed (`{{/name}}`)")
    case .unfinishedName: LocalizedText(ko: "태그가 `}}`로 끝나지 않습니다", en: "a tag does not end with `}}`")
    case .invalidSetDelimiter, .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection,
      .textInsideInheritSection, .invalidConfigVariableSyntax, .unrecognisedConfigVariable, nil:
      LocalizedText(ko: "태그를 읽을 수 없습니다", en: "a tag cannot be read")
    }
  }

  /// A failure at a line of a template.
  static func failure(_ name: String, _ line: Int?, ko: String, en: String) -> RenderFailure {
    let place = Printable.escaped(name) + (line.map { ":\($0)" } ?? "")
    return RenderFailure(LocalizedText(ko: "\(place): \(ko)", en: "\(place): \(en)"))
  }
}

/// How texts of a report are made harmless in the format that a template writes.
private struct TemplateEscaping: MustacheContentType {
  let format: ReportFormat
  /// What the library knows it by.
  var name: String { "REPORT-\(format.rawValue.uppercased())" }

  /// Nil for HTML, which the library escapes by itself.
  init?(_ format: ReportFormat) {
    guard format != .html else { return nil }
    self.format = format
  }

  func escapeText(_ text: String) -> String {
    format == .markdown ? MarkdownText.escaped(text) : text
  }
}

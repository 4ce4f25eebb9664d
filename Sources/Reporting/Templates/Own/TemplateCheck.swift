import Diagnostics

/// Looks at every name of a template before it is filled in: a name that does not exist, or that is no text where a text
/// is put in, would leave a gap or a mess that nobody sees until the report at hand comes to it.
struct TemplateCheck {
  /// A problem at a line.
  struct Problem {
    /// The tag's line, from 1.
    let line: Int
    /// What is wrong and what to write.
    let words: LocalizedText
  }

  /// What names are looked up in, the innermost last.
  private enum Scope {
    /// A thing with names.
    case names([TemplateName], isElement: Bool)
    /// A text of a list, or one that a section stands for.
    case text(isElement: Bool)
    /// Nothing: the part for an empty list.
    case nothing
    /// Yes or no, or what could not be found: everything is as outside.
    case same
  }

  private var scopes: [Scope] = [.names(TemplateName.ofReport, isElement: false)]
  private var problems: [Problem] = []

  /// Functions that a template knows beside names.
  private static let functions = "first(), last(), count()"

  /// Every problem of a template's tags, in their order.
  static func problems(of tags: [TemplateTag]) -> [Problem] {
    var check = TemplateCheck()
    for tag in tags { check.look(at: tag) }
    return check.problems
  }

  private mutating func look(at tag: TemplateTag) {
    switch tag.kind {
    case .text:
      if let kind = kind(of: tag), let words = Self.misuse(of: tag.name, kind) {
        problems.append(Problem(line: tag.line, words: words))
      }
    case .raw:
      report(
        tag, ko: "`{{{`와 `{{&`는 쓸 수 없습니다. 보고서의 글은 마크업이 되지 않게 넣으므로 `{{\(Self.shown(tag.name))}}`로 적으십시오",
        en:
          "`{{{` and `{{&` cannot be used: no text of a report becomes markup; write {{\(Self.shown(tag.name))}}"
      )
    case .section: scopes.append(scope(within: kind(of: tag)))
    case .inverted:
      switch kind(of: tag) {
      case .texts, .list: scopes.append(.nothing)
      case .text, .flag, .object, nil: scopes.append(.same)
      }
    case .end: if scopes.count > 1 { scopes.removeLast() }
    case .including, .setting: break
    }
  }

  private func scope(within kind: TemplateKind?) -> Scope {
    switch kind {
    case .text: .text(isElement: false)
    case .texts: .text(isElement: true)
    case .flag, nil: .same
    case .list(let names): .names(names, isElement: true)
    case .object(let names): .names(names, isElement: false)
    }
  }

  // ── what a name stands for ─────────────────────────────────────────────────

  /// What sort of thing a tag names; nil, reported, where there is no such thing.
  private mutating func kind(of tag: TemplateTag) -> TemplateKind? {
    if tag.name.contains("(") { return function(tag) }
    if tag.name == "." { return element(tag) }
    let parts = tag.name.split(separator: ".").map(String.init)
    let isHere = tag.name.hasPrefix(".")
    guard let first = parts.first, let found = find(first, onlyHere: isHere) else {
      unknown(tag, parts.first ?? tag.name, among: known)
      return nil
    }
    var kind = found
    for (place, part) in parts.enumerated().dropFirst() {
      let before = parts[..<place].joined(separator: ".")
      guard case .object(let names) = kind else {
        if let words = Self.misuse(of: before, kind, wanting: part) {
          problems.append(Problem(line: tag.line, words: words))
        } else {
          report(
            tag, ko: "`\(Self.shown(before))`은(는) 글이므로 그 안에 이름이 없습니다",
            en: "`\(Self.shown(before))` is a text and has no names in it")
        }
        return nil
      }
      guard let next = names.first(where: { $0.name == part }) else {
        unknown(tag, part, among: names.map(\.name))
        return nil
      }
      kind = next.kind
    }
    return kind
  }

  private func find(_ name: String, onlyHere: Bool) -> TemplateKind? {
    for scope in scopes.reversed() {
      switch scope {
      case .names(let names, _):
        if let found = names.first(where: { $0.name == name }) { return found.kind }
        if onlyHere { return nil }
      case .text, .nothing: if onlyHere { return nil }
      case .same: break
      }
    }
    return nil
  }

  /// Names that may be meant, those of the innermost thing first.
  private var known: [String] {
    scopes.reversed().flatMap { scope in
      if case .names(let names, _) = scope { names.map(\.name) } else { [String]() }
    }
  }

  /// What `.` stands for: the text at hand.
  private mutating func element(_ tag: TemplateTag) -> TemplateKind? {
    for scope in scopes.reversed() {
      switch scope {
      case .text: return .text
      case .same: continue
      case .names(let names, let isElement) where scopes.count > 1:
        let list = Self.list(names.map(\.name))
        report(
          tag, ko: "`.`은(는) 여기에서 글이 아닙니다. 다음 가운데 하나를 적으십시오: \(list)",
          en: "`.` is no text here\(isElement ? ": the elements have names" : ""); write one of \(list)")
        return nil
      case .names, .nothing:
        report(
          tag, ko: "`.`은(는) 글의 목록이나 글의 구역 안에서만 쓸 수 있습니다",
          en: "`.` stands only within a list of texts, or within the section of a text")
        return nil
      }
    }
    return nil
  }

  /// `first()` and `last()` within a list, and `count(list)`.
  private mutating func function(_ tag: TemplateTag) -> TemplateKind? {
    let parts = tag.name.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let argument = String(parts[1].prefix { $0 != ")" })
    switch parts[0] {
    case "first" where argument.isEmpty, "last" where argument.isEmpty:
      let innermost = scopes.last { if case .same = $0 { false } else { true } }
      switch innermost {
      case .names(_, isElement: true), .text(isElement: true): return .flag
      case .names, .text, .nothing, .same, nil:
        report(
          tag, ko: "`\(Self.shown(tag.name))`은(는) 목록의 구역 안에서만 쓸 수 있습니다",
          en: "`\(Self.shown(tag.name))` stands only within the section of a list")
        return nil
      }
    case "count" where !argument.contains("("):
      let kind = kind(of: TemplateTag(kind: .text, name: argument, line: tag.line))
      switch kind {
      case .texts, .list: return .text
      case .text, .flag, .object:
        report(
          tag, ko: "`\(Self.shown(argument))`은(는) 목록이 아니므로 셀 수 없습니다",
          en: "`\(Self.shown(argument))` is no list and cannot be counted")
        return nil
      case nil: return nil
      }
    default:
      report(
        tag, ko: "`\(Self.shown(parts[0]))()`이라는 함수가 없습니다. 쓸 수 있는 것: \(Self.functions)",
        en: "there is no function `\(Self.shown(parts[0]))()`; a template knows \(Self.functions)")
      return nil
    }
  }

  // ── words ──────────────────────────────────────────────────────────────────

  /// Why what is no text cannot be put in as one, and what to write; nil for a text.
  ///
  /// - Parameter part: the name that was asked of it.
  private static func misuse(of name: String, _ kind: TemplateKind, wanting part: String? = nil)
    -> LocalizedText?
  {
    let shown = shown(name)
    let inner = part.map { "{{\(Self.shown($0))}}" } ?? "…"
    switch kind {
    case .text: return nil
    case .texts:
      return LocalizedText(
        ko: "`\(shown)`은(는) 목록이므로 {{#\(shown)}} {{.}} {{/\(shown)}}로 적으십시오",
        en: "`\(shown)` is a list; write {{#\(shown)}} {{.}} {{/\(shown)}}")
    case .list:
      return LocalizedText(
        ko: "`\(shown)`은(는) 목록이므로 {{#\(shown)}} \(inner) {{/\(shown)}}로 적으십시오",
        en: "`\(shown)` is a list; write {{#\(shown)}} \(inner) {{/\(shown)}}")
    case .flag:
      return LocalizedText(
        ko: "`\(shown)`은(는) 글이 아니라 참·거짓이므로 {{#\(shown)}} … {{/\(shown)}}로 적으십시오",
        en: "`\(shown)` is yes or no; write {{#\(shown)}} … {{/\(shown)}}")
    case .object(let names):
      let list = list(names.map { "\(name).\($0.name)" })
      return LocalizedText(
        ko: "`\(shown)`은(는) 글이 아닙니다. 다음 가운데 하나를 적으십시오: \(list)",
        en: "`\(shown)` is no text; write one of \(list)")
    }
  }

  private mutating func unknown(_ tag: TemplateTag, _ name: String, among names: [String]) {
    let near = Suggestion.nearest(to: name, among: names)
    let shown = Self.shown(name)
    report(
      tag, ko: "`\(shown)`이라는 이름이 없습니다" + (near.map { "; `\($0)`을(를) 뜻합니까?" } ?? ""),
      en: "there is no name `\(shown)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
  }

  private mutating func report(_ tag: TemplateTag, ko: String, en: String) {
    problems.append(Problem(line: tag.line, words: LocalizedText(ko: ko, en: en)))
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { "{{\($0)}}" }.joined(separator: ", ") + (names.count > 12 ? " …" : "")
  }

  private static func shown(_ name: String) -> String { Printable.shortened(name) }
}

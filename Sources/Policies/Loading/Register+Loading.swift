package import Diagnostics
import Expressions
package import YAMLTree

/// Files `guideline_register/1`.
extension Register {
  /// The first line of such a file.
  package static let format = "guideline_register/1"

  private static let keys = ["format", "id", "title", "bodies", "instruments", "pages", "sources", "note"]

  /// Reads a register; nil when it has an error. Every problem is reported.
  package static func load(_ tree: YAMLTree, diagnostics: inout DiagnosticLog) -> Register? {
    let (register, isWhole) = loadRest(tree, diagnostics: &diagnostics)
    return isWhole ? register : nil
  }

  /// Reads what is sound of a register, so that policies that name its bodies can be checked.
  package static func loadRest(
    _ tree: YAMLTree, diagnostics: inout DiagnosticLog
  ) -> (register: Register?, isWhole: Bool) {
    let (register, isWhole) = Correction.reading(tree, diagnostics: &diagnostics) { tree in
      var reader = Reader("register")
      let root = reader.file(tree, format: format)
      return (root.flatMap { Self.register($0, of: tree, &reader) }, reader)
    }
    return (register, isWhole)
  }

  private static func register(_ root: YAMLNode, of tree: YAMLTree, _ reader: inout Reader) -> Register? {
    guard let file = tree.files.first else { return nil }
    let what = LocalizedText(ko: "등록부", en: "a register")
    guard reader.mapping(root, keys: keys, of: what) else { return nil }
    let id = root.stated("id").flatMap { reader.identifier($0, what) }
    let bodies = root.stated("bodies").map { reader.bodies($0) } ?? []
    // A body whose entry has an error is there all the same.
    if reader.log.hasErrors { reader.lostNames = tree.declaredNames }
    let instruments =
      root.stated("instruments").map { reader.instruments($0, bodies: bodies.map(\.id)) } ?? []
    var register = Register(id: id ?? "", bodies: bodies, instruments: instruments, file: file)
    register.pages = root.stated("pages").flatMap { reader.pages($0) }
    return register
  }
}

/// The parts of a register.
extension Reader {
  private static let bodyKeys = ["id", "ko", "en", "name", "names", "history", "competence", "url", "note"]
  private static let instrumentKeys = [
    "id", "kind", "ko", "en", "title", "body", "authority", "url", "articles", "note",
  ]
  private static let articleKeys = [
    "id", "number", "numbers", "history", "ko", "en", "title", "covered", "why", "by", "url", "note",
  ]

  fileprivate mutating func bodies(_ node: YAMLNode) -> [Register.Body] {
    let what = LocalizedText(ko: "기관", en: "a body")
    var places: [String: SourceSpan] = [:]
    return named(node, of: what).compactMap { id, body in
      guard let text = identifier(id, what), isNew(id, &places, what),
        mapping(body, keys: Self.bodyKeys, of: what)
      else { return nil }
      guard let names = names(body, id, LocalizedText(ko: "기관 `\(text)`의 이름", en: "the name of `\(text)`"))
      else {
        return nil
      }
      return Register.Body(
        id: text, names: names,
        competence: body.stated("competence").flatMap {
          localizedLines($0, LocalizedText(ko: "소관 사무", en: "competence"))
        },
        url: body.stated("url").flatMap { self.text($0, LocalizedText(ko: "주소", en: "an address")) },
        span: id.span)
    }
  }

  /// An `https://` address or a path; anything else could make a report's link do something.
  fileprivate mutating func pages(_ node: YAMLNode) -> String? {
    let what = LocalizedText(ko: "규칙 쪽의 주소", en: "the address of rule pages")
    guard let address = text(node, what), !address.isEmpty else { return nil }
    let isAddress = address.hasPrefix("https://") || address.hasPrefix("http://")
    let hasSpace = address.unicodeScalars.contains { $0.properties.isWhitespace }
    if !hasSpace, isAddress || !address.contains(":") { return address }
    error(
      "bad-address", at: node.span, ko: "`\(address)`은(는) 주소나 경로가 아닙니다",
      en: "`\(address)` is no address or path",
      help: LocalizedText(
        ko: "`https://`로 시작하는 주소나 `docs/rules` 같은 경로를 적으십시오",
        en: "write an address that begins with `https://`, or a path such as `docs/rules`"))
    return nil
  }

  /// `{ko, en}` in place or under `name`, or a history under `names` or `history`.
  private mutating func names(_ body: YAMLNode, _ id: YAMLNode, _ what: LocalizedText) -> Dated<
    LocalizedText
  >? {
    if let entries = body.stated("names") ?? body.stated("history") ?? body.stated("name"),
      entries.kind == .sequence
    {
      return history(
        entries.items, at: entries.span, keys: ["ko", "en", "name", "value"], sources: [:], of: what
      ) {
        reader, entry in
        (entry["name"] ?? entry["value"]).map { reader.localized($0, what) }
          ?? reader.localized(entriesOf: entry, what)
      }
    }
    if let name = body.stated("name") ?? body.stated("names") {
      return localized(name, what).map { Dated(always: $0) }
    }
    return localized(entriesOf: body, what).map { Dated(always: $0) }
  }

  fileprivate mutating func instruments(_ node: YAMLNode, bodies: [String]) -> [Register.Instrument] {
    let what = LocalizedText(ko: "법령·기준", en: "an instrument")
    var places: [String: SourceSpan] = [:]
    return named(node, of: what).compactMap { id, body in
      guard let text = identifier(id, what), isNew(id, &places, what),
        mapping(body, keys: Self.instrumentKeys, of: what)
      else { return nil }
      let kind = required("kind", in: body, of: what, name: id.span).flatMap {
        word($0, among: LegalStatus.allCases, LocalizedText(ko: "종류", en: "kind"))
      }
      let title =
        body.stated("title").map { localized($0, what) } ?? localized(entriesOf: body, what)
      let issuer = body.stated("body") ?? body.stated("authority")
      if let issuer, !bodies.isEmpty, !bodies.contains(issuer.text), !lostNames.contains(issuer.text) {
        error(
          "unknown-body", at: issuer.span, ko: "기관 `\(issuer.text)`이(가) 등록부에 없습니다",
          en: "the register has no body `\(issuer.text)`",
          help: suggestion(for: issuer.text, among: bodies)
            ?? LocalizedText(ko: "`bodies:`에 더하십시오", en: "add it under `bodies:`"))
      }
      let articles = body.stated("articles").map { self.articles($0) } ?? []
      guard let kind, let title else { return nil }
      return Register.Instrument(
        id: text, kind: kind, title: title, body: issuer?.text,
        url: body.stated("url").flatMap { self.text($0, LocalizedText(ko: "주소", en: "an address")) },
        note: body.stated("note").flatMap { localized($0, LocalizedText(ko: "비고", en: "a note")) },
        articles: articles, span: id.span)
    }
  }

  private mutating func articles(_ node: YAMLNode) -> [Register.Article] {
    let what = LocalizedText(ko: "조문", en: "an article")
    var places: [String: SourceSpan] = [:]
    return named(node, of: what).compactMap { id, body in
      guard let text = identifier(id, what), isNew(id, &places, what) else { return nil }
      if body.kind == .scalar || body.kind == .sequence {
        return numbers(body, what).map { Register.Article(id: text, numbers: $0, span: id.span) }
      }
      guard mapping(body, keys: Self.articleKeys, of: what) else { return nil }
      let number = body.stated("numbers") ?? body.stated("history") ?? body.stated("number")
      let numbers = number.map { self.numbers($0, what) } ?? Dated(always: LocalizedText(text))
      let isCovered =
        body.stated("covered").flatMap { flag($0, LocalizedText(ko: "점검 여부", en: "covered")) } ?? true
      let why = body.stated("why").flatMap { localized($0, LocalizedText(ko: "이유", en: "why")) }
      if !isCovered, body.stated("why") == nil {
        _ = required(
          "why", in: body, of: LocalizedText(ko: "점검하지 않는 조문", en: "an article that is not covered"))
      }
      let title =
        body.stated("title").flatMap { localized($0, what) }
        ?? (body["ko"] ?? body["en"]).flatMap { _ in localized(entriesOf: body, what) }
      guard let numbers else { return nil }
      return Register.Article(
        id: text, numbers: numbers, title: title, isCovered: isCovered, why: why, span: id.span)
    }
  }

  /// An article's number, one for both languages or `{ko, en}`, or a history of numbers.
  private mutating func numbers(_ node: YAMLNode, _ what: LocalizedText) -> Dated<LocalizedText>? {
    guard node.kind == .sequence else { return localized(node, what).map { Dated(always: $0) } }
    return history(node.items, at: node.span, keys: ["number", "value"], sources: [:], of: what) {
      reader, entry in
      (entry["number"] ?? entry["value"] ?? reader.required("number", in: entry, of: what))
        .flatMap { reader.localized($0, what) }
    }
  }

  /// One text, `{ko, en}`, or a list of either, which is joined.
  private mutating func localizedLines(_ node: YAMLNode, _ what: LocalizedText) -> LocalizedText? {
    let texts = oneOrMore(node).compactMap { localized($0, what) }
    return texts.isEmpty ? nil : LocalizedText.joined(texts, separator: "; ")
  }

  /// Whether an id is the first of its kind; reports a repeated one.
  mutating func isNew(_ id: YAMLNode, _ places: inout [String: SourceSpan], _ what: LocalizedText) -> Bool {
    guard let first = places[id.text] else {
      places[id.text] = id.span
      return true
    }
    error(
      "duplicate-id", at: id.span, ko: "\(what.ko) `\(id.text)`이(가) 두 번 있습니다",
      en: "\(what.en) `\(id.text)` is there twice",
      help: LocalizedText(ko: "서로 다른 식별자를 쓰십시오", en: "give each an id of its own"),
      notes: [Diagnostic.Note(LocalizedText(ko: "먼저 적힌 곳", en: "first written here"), at: first.location)])
    return false
  }
}

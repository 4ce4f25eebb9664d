import Diagnostics

/// A construct that YAML allows and a reader would misread, or that could exhaust the machine.
enum Trap {
  /// `!word`, which YAML takes for a tag.
  case tag(String)
  /// An expression that a comma has split into keys.
  case split
  /// Keys that are no plain words: `<<`, a collection, nothing.
  case mergeKey, complexKey, emptyKey
  /// An alias that stands as a key, has no anchor, or lies within its own.
  case aliasAsKey(String), unknownAlias(String), enclosingAlias(String)
  /// More nodes by aliases than a file may have; the limit.
  case aliasBomb(Int)
  /// Beyond the limits of nesting and of size.
  case tooDeep, tooManyNodes
  /// A character that would be misread.
  case character(CharacterTrap)
  /// Something after the end of the document.
  case secondDocument, trailingText
}

/// The wording of a problem.
struct Words {
  /// A stable name such as `yaml.tag`.
  var code: String
  /// The message in Korean.
  var ko: String
  /// The message in English.
  var en: String
  /// What the author can do.
  var help: LocalizedText?

  /// Words from their parts.
  init(_ code: String, ko: String, en: String, help: LocalizedText?) {
    self.code = code
    self.ko = ko
    self.en = en
    self.help = help
  }
}

extension Trap {
  /// Whether the rest of the file still means what it says.
  var leavesTree: Bool {
    if case .character(let trap) = self { return trap.leavesTree }
    return false
  }

  /// Code, message and help.
  var words: Words {
    switch self {
    case .tag(let tag):
      let tag = Printable.shortened(tag)
      return Words(
        "yaml.tag", ko: "`\(tag)`은(는) YAML에서 태그로 읽힙니다. 태그는 쓸 수 없습니다",
        en: "YAML reads `\(tag)` as a tag, and tags are not supported",
        help: LocalizedText(
          ko: "`!`로 시작하는 식은 전체를 따옴표로 묶으십시오(예: `\"!has(x)\"`)",
          en: "put an expression that begins with `!` in quotes as a whole, as in `\"!has(x)\"`"))
    case .split:
      return Words(
        "yaml.split-expression", ko: "YAML이 이 식을 쉼표에서 여러 항목으로 잘랐습니다",
        en: "YAML splits this expression into several entries at its commas",
        help: LocalizedText(
          ko: "식 전체를 따옴표로 묶거나 `{ }` 밖의 새 줄에 적으십시오",
          en: "put the whole expression in quotes, or write it on a line of its own without `{ }`"))
    case .mergeKey:
      return Words(
        "yaml.merge-key", ko: "병합 키 `<<`는 쓸 수 없습니다", en: "the merge key `<<` is not supported",
        help: LocalizedText(
          ko: "합칠 항목을 그대로 옮겨 적으십시오", en: "write out the entries that it would merge"))
    case .complexKey:
      return Words(
        "yaml.complex-key", ko: "항목 이름 자리에 목록이나 묶음이 있습니다. 이름은 글자여야 합니다",
        en: "a list or mapping where a key was expected; a key must be text",
        help: LocalizedText(
          ko: "`{`나 `[`로 시작하는 글은 따옴표로 묶으십시오",
          en: "put text that begins with `{` or `[` in quotes"))
    case .emptyKey:
      return Words(
        "yaml.empty-key", ko: "`:` 앞에 항목 이름이 없습니다", en: "no key before this `:`",
        help: LocalizedText(
          ko: "이름을 적거나, `:`로 시작하는 글이면 따옴표로 묶으십시오",
          en: "write a key, or put text that begins with `:` in quotes"))
    case .aliasAsKey(let name):
      return Words(
        "yaml.alias-key", ko: "참조 `*\(Printable.shortened(name))`는 항목 이름으로 쓸 수 없습니다",
        en: "the alias `*\(Printable.shortened(name))` is used as a key",
        help: LocalizedText(ko: "이름을 그대로 적으십시오", en: "write out the key"))
    case .unknownAlias(let name):
      return Words(
        "yaml.unknown-alias",
        ko: "참조 `*\(Printable.shortened(name))`가 가리킬 `&\(Printable.shortened(name))`가 앞에 없습니다",
        en: "no anchor before this place has the name of the alias `*\(Printable.shortened(name))`",
        help: LocalizedText(
          ko: "`&\(Printable.shortened(name))`를 앞에 두거나, `*`로 시작하는 글이면 따옴표로 묶으십시오",
          en: "define `&\(Printable.shortened(name))` earlier, or put text that begins with `*` in quotes"))
    case .enclosingAlias(let name):
      return Words(
        "yaml.alias-cycle", ko: "참조 `*\(Printable.shortened(name))`가 자신을 품은 곳을 가리킵니다",
        en: "the alias `*\(Printable.shortened(name))` refers to what contains it",
        help: LocalizedText(
          ko: "이 자리에 필요한 내용을 그대로 적으십시오", en: "write out what is needed at this place"))
    case .aliasBomb(let allowed):
      return Words(
        "yaml.alias-expansion",
        ko: "참조를 펼치면 파일이 지나치게 커집니다(한도 \(allowed)개 항목)",
        en: "with its aliases followed the file is too large (the limit is \(allowed) nodes)",
        help: LocalizedText(ko: "참조를 줄이십시오", en: "use fewer aliases"))
    case .tooDeep:
      return Words(
        "yaml.too-deep",
        ko: "너무 깊이 겹쳐 있습니다(한도: 전체 \(YAMLLimits.depth)단계, `[ ]`와 `{ }` \(YAMLLimits.flowDepth)단계)",
        en: "nested too deeply (the limit is \(YAMLLimits.depth) levels, "
          + "\(YAMLLimits.flowDepth) of them in `[ ]` and `{ }`)",
        help: LocalizedText(ko: "겹친 단계를 줄이십시오", en: "use fewer levels"))
    case .tooManyNodes:
      return Words(
        "yaml.too-many-nodes", ko: "파일의 항목이 너무 많습니다(한도 \(YAMLLimits.nodes)개)",
        en: "the file has too many nodes (the limit is \(YAMLLimits.nodes))",
        help: LocalizedText(ko: "파일을 나누십시오", en: "split the file"))
    case .secondDocument:
      return Words(
        "yaml.second-document", ko: "여기서 두 번째 문서가 시작됩니다. 한 파일에는 문서 하나만 둡니다",
        en: "a second document begins here; a file holds one",
        help: LocalizedText(
          ko: "다른 파일로 옮기거나 `---` 줄을 지우십시오",
          en: "move it to a file of its own, or delete the `---` line"))
    case .trailingText:
      return Words(
        "yaml.trailing-text", ko: "문서가 이미 끝난 뒤에 글이 더 있습니다",
        en: "text after the end of the document",
        help: LocalizedText(
          ko: "앞의 값 전체를 따옴표로 묶거나 들여쓰기를 맞추십시오",
          en: "put the value before it in quotes as a whole, or correct the indentation"))
    case .character(let trap): return trap.words
    }
  }
}

import Diagnostics

/// A sentence or part of one, with the numbered lists that it refers to: `다음의 요건을 모두 갖춘 것`.
struct Prose: Sendable {
  /// A stretch of words, or the place where a list is referred to.
  enum Piece: Sendable {
    /// Words as they are read.
    case text(String)
    /// The list itself stands below the sentence; here it is only referred to.
    case list(ProseList)
  }

  /// In the order in which they are read.
  private(set) var pieces: [Piece]

  /// Words without lists; an empty text gives no piece at all.
  init(_ text: String = "") {
    pieces = text.isEmpty ? [] : [.text(text)]
  }

  /// Nothing but the reference to a list.
  init(_ list: ProseList) {
    pieces = [.list(list)]
  }

  /// The words after the last list, which decide a Korean particle.
  var ending: String {
    var ending = ""
    for case .text(let text) in pieces.reversed() {
      ending = text + ending
      if ending.count > 8 { break }
    }
    return ending
  }

  /// The lists that it refers to.
  var lists: [ProseList] {
    pieces.compactMap { piece in
      if case .list(let list) = piece { list } else { nil }
    }
  }

  /// The sentence as one text; `reference` says how a list is referred to by its place among the lists.
  func text(_ reference: (Int) -> String) -> String {
    var text = ""
    var place = 0
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .list:
        text += reference(place)
        place += 1
      }
    }
    return text
  }

  /// Adds words; they join the words before them in one piece.
  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let last)? = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
  }

  /// Adds another sentence with its lists, which are counted after those already there.
  mutating func append(_ other: Prose) {
    for piece in other.pieces {
      switch piece {
      case .text(let text): append(text)
      case .list: pieces.append(piece)
      }
    }
  }

  /// The sentence with a capital at its beginning.
  var capitalized: Prose {
    guard case .text(let text)? = pieces.first, let first = text.first, first.isASCII, first.isLetter else {
      return self
    }
    var whole = self
    whole.pieces[0] = .text(first.uppercased() + text.dropFirst())
    return whole
  }

  /// Parts joined by a separator.
  static func joined(_ parts: [Prose], separator: String) -> Prose {
    var whole = Prose()
    for (place, part) in parts.enumerated() {
      if place > 0 { whole.append(separator) }
      whole.append(part)
    }
    return whole
  }
}

/// A numbered list below a sentence.
struct ProseList: Sendable {
  /// In their order; one item is not numbered.
  var items: [Prose]
}

extension Prose: ExpressibleByStringInterpolation {
  /// Puts sentences together from words and other sentences.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var prose = Prose()

    /// Called by the compiler; the sizes are not used.
    init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words between the values in a string literal.
    mutating func appendLiteral(_ literal: String) { prose.append(literal) }
    /// A value that may bring lists along.
    mutating func appendInterpolation(_ other: Prose) { prose.append(other) }
    /// A value that is plain words.
    mutating func appendInterpolation(_ text: String) { prose.append(text) }
  }

  /// A literal without values.
  init(stringLiteral value: String) { self.init(value) }

  /// A literal with values, whose lists it keeps.
  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.prose }
}

/// A value in words, with how firmly the words hold together.
struct Phrase: Sendable {
  /// Whether the words can stand inside others as they are.
  enum Binding: Sendable {
    /// A name or a constant.
    case word
    /// Words that are clear where a sentence begins with them, and need brackets elsewhere.
    case chain
    /// Words that need brackets wherever other words join them.
    case clause
  }

  /// The words, with the lists that they refer to.
  var prose: Prose
  /// Decides where brackets are needed when other words join them.
  var binding: Binding
  /// What a Korean particle goes by, where a remark follows the name.
  var sound: String?

  /// Words that hold together as firmly as `binding` says.
  init(_ prose: Prose, _ binding: Binding = .word, sound: String? = nil) {
    self.prose = prose
    self.binding = binding
    self.sound = sound
  }

  /// The words where other words stand before them.
  var inside: Phrase {
    switch binding {
    case .word: self
    case .chain, .clause: Phrase("(\(prose))", sound: sound ?? prose.ending)
    }
  }

  /// The words where a sentence begins with them.
  var leading: Phrase {
    switch binding {
    case .word, .chain: self
    case .clause: inside
    }
  }
}

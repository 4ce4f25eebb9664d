/// Korean sentences of policies in the style of official documents: statements end in nouns, and what a policy bids the
/// company do becomes what it is asked or advised to do.
enum OfficialKorean {
  /// What becomes of a bidding.
  enum Bidding {
    /// The company is asked to do it.
    case request
    /// It would be good to do it.
    case advice
    /// It may be thought about.
    case suggestion
  }

  /// Statements with noun endings: `없습니다.` is `없음.`, `짧습니다.` is `짧음.`, `합니다.` is `함.`; sentences with
  /// other endings as they are.
  static func stated(_ text: String) -> String {
    sentences(text).map { sentence in
      var scalars = Array(sentence.unicodeScalars)
      let isClosed = scalars.last == "."
      if isClosed { scalars.removeLast() }
      guard removed("니다", from: &scalars), let last = scalars.popLast() else { return sentence }
      // `습니다` follows a consonant, `ㅂ니다` stands below a vowel.
      if last == "습" {
        scalars.append("음")
      } else if last == "듭" {
        scalars.append("듦")  // 들다, 만들다
      } else if let ending = replacedFinal(of: last, bieup, by: mieum) {
        scalars.append(ending)
      } else {
        return sentence
      }
      return Self.text(of: scalars) + (isClosed ? "." : "")
    }.joined(separator: " ")
  }

  /// What a policy proposes, as a letter puts it: what it bids is asked, what it states is stated, and what is both or
  /// neither is quoted.
  static func proposed(_ text: String, _ bidding: Bidding) -> String {
    if let asked = asked(text, bidding) { return asked }
    let isStated = sentences(text).allSatisfy { !$0.contains("십시오") && stated($0) != $0 }
    return isStated ? stated(text) : "“\(text)”"
  }

  /// What a policy bids, as a letter puts it; nil where a sentence bids nothing in a form that is known.
  static func asked(_ text: String, _ bidding: Bidding) -> String? {
    var stems: [String] = []
    for sentence in sentences(text) {
      var scalars = Array(sentence.unicodeScalars)
      if scalars.last == "." { scalars.removeLast() }
      guard removed("십시오", from: &scalars), let stem = stem(of: scalars) else { return nil }
      stems.append(stem)
    }
    guard !stems.isEmpty else { return nil }
    switch bidding {
    case .request:
      return stems.map { ($0.hasSuffix("만드") ? String($0.dropLast()) + "들" : $0) + "도록" }.joined(
        separator: ", ") + " 요청함"
    case .advice: return stems.map { $0 + "는 것" }.joined(separator: ", ") + "이 바람직함"
    case .suggestion: return stems.map { $0 + "는 방안" }.joined(separator: ", ") + "을 검토할 수 있음"
    }
  }

  /// A verb before `는` and `도록`: `적으` is `적`, `하` is `하`, `요구하지 마` is `요구하지 않`.
  private static func stem(of scalars: [Unicode.Scalar]) -> String? {
    var scalars = scalars
    guard let last = scalars.last, (0xAC00...0xD7A3).contains(last.value) else { return nil }
    if removed("지 마", from: &scalars) { return text(of: scalars) + "지 않" }
    for (spoken, stem) in irregular where removed(spoken, from: &scalars) {
      return text(of: scalars) + stem
    }
    // `으` only carries the ending after a consonant: `적으`; in `모으` it belongs to the verb.
    if last == "으", let before = scalars.dropLast().last, final(of: before) != 0 { scalars.removeLast() }
    return text(of: scalars)
  }

  /// Verbs that lose their last consonant before a vowel.
  private static let irregular = [
    ("이으", "잇"), ("지으", "짓"), ("나으", "낫"), ("들으", "듣"), ("물으", "묻"), ("실으", "싣"), ("도우", "돕"),
  ]

  private static let bieup: UInt32 = 17
  private static let mieum: UInt32 = 16

  /// The sentences of a text: what ends in a full stop, which is followed by a space or nothing. The stops of dates
  /// (`2022. 12. 29.`) and of numbers end none.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if current.isEmpty, scalar == " " || scalar == "\n" { continue }
      current.append(scalar)
      guard scalar == ".", index > 0, !("0"..."9").contains(scalars[index - 1]) else { continue }
      guard index + 1 == scalars.count || scalars[index + 1] == " " || scalars[index + 1] == "\n" else {
        continue
      }
      sentences.append(self.text(of: current))
      current = []
    }
    while let last = current.last, last == " " || last == "\n" { current.removeLast() }
    if !current.isEmpty { sentences.append(self.text(of: current)) }
    return sentences
  }

  /// Takes a text off the end; false where it does not stand there.
  private static func removed(_ end: String, from scalars: inout [Unicode.Scalar]) -> Bool {
    let end = Array(end.unicodeScalars)
    guard scalars.count > end.count, scalars.suffix(end.count).elementsEqual(end) else { return false }
    scalars.removeLast(end.count)
    return true
  }

  /// The consonant below a syllable by its place in the Hangul block; 0 for none and for what is no syllable.
  private static func final(of scalar: Unicode.Scalar) -> UInt32 {
    (0xAC00...0xD7A3).contains(scalar.value) ? (scalar.value - 0xAC00) % 28 : 0
  }

  private static func replacedFinal(
    of scalar: Unicode.Scalar, _ old: UInt32, by new: UInt32
  ) -> Unicode.Scalar? {
    final(of: scalar) == old ? Unicode.Scalar(scalar.value - old + new) : nil
  }

  private static func text(of scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

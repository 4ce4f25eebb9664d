/// How letters look.
struct HWPXLetters: Hashable {
  /// A typeface of the header's list; the values are its ids.
  enum Face: Int, Hashable, CaseIterable {
    /// For headings and tables.
    case gothic
    /// For running text.
    case myungjo
    /// For lines of a scheme, in letters of one width.
    case fixed

    /// The name under which Hancom Office and Windows have it.
    var name: String {
      switch self {
      case .gothic: "함초롬돋움"
      case .myungjo: "함초롬바탕"
      case .fixed: "굴림체"
      }
    }
  }

  /// The height in hundredths of a point.
  var height: Int
  /// The typeface.
  var face: Face
  /// Heavier than usual.
  var isStrong = false
  /// What the letters say, for the eye.
  var tone = Run.Tone.plain

  /// The colour of a tone.
  var color: String { "#" + (tone.letterColor ?? "000000") }

  /// The letters of a run among others of this kind.
  func of(_ run: Run) -> HWPXLetters {
    var letters = self
    if run.isStrong { letters.isStrong = true }
    if run.tone != .plain { letters.tone = run.tone }
    return letters
  }
}

/// How a paragraph stands on the page; lengths in HWPUNIT, 1/7200 inch.
struct HWPXParagraphShape: Hashable {
  /// Where its lines begin and end.
  enum Alignment: String, Hashable {
    case justify = "JUSTIFY"
    case left = "LEFT"
    case right = "RIGHT"
    case center = "CENTER"
  }

  /// Where its lines begin and end.
  var alignment = Alignment.justify
  /// How far the first line stands in.
  var left = 0
  /// How much farther the other lines stand in.
  var hanging = 0
  /// Room at the right.
  var right = 0
  /// Room above and below.
  var before = 0
  var after = 0
  /// The distance of lines in per cent of the letters' height.
  var lineSpacing = 160
  /// Stays on the page of what follows.
  var keepsWithNext = false
  /// Words of letters and digits are broken where a line ends, because one of them is longer than a line.
  var breaksWords = false
  /// What surrounds it.
  var border = HWPXBorder.none
  /// Its level in the document's outline, from 0; nil: none.
  var outline: Int?
}

/// What surrounds and fills a paragraph, a table or a cell; the values are the ids of the header's list.
enum HWPXBorder: Int, Hashable, CaseIterable {
  /// Nothing, for pages.
  case page = 1
  /// Nothing, for letters and paragraphs.
  case none
  /// A thin line all around.
  case box
  /// A thin line around a grey ground, for heads of tables.
  case head
  /// A thin line around a light ground, for lines of a scheme.
  case source
  /// A thick line all around, for what must be seen before anything else.
  case banner

  /// The line; nil: none.
  var width: String? {
    switch self {
    case .page, .none: nil
    case .box, .head, .source: "0.12 mm"
    case .banner: "0.4 mm"
    }
  }

  /// The colour of the ground; nil: the header says nothing of it.
  var ground: String? {
    switch self {
    case .page, .box: nil
    case .none: "none"
    case .head: "#E6E6E6"
    case .source: "#F7F7F7"
    case .banner: "#FFF8E1"
    }
  }
}

/// A named style of a word processor's document; lengths in twentieths of a point.
enum DOCXStyle: String, CaseIterable, PaperStyle {
  case normal = "Normal"
  case title = "Title"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case heading3 = "Heading3"
  case inset = "Inset"
  case item = "ListParagraph"
  case banner = "Banner"
  case note = "Note"
  case centered = "Centered"
  case trailing = "Trailing"
  case caption = "Caption"
  case source = "SourceLine"
  case cell = "TableText"
  case cellHead = "TableHead"
  case number = "TableNumber"
  case afterTable = "BelowTable"
  case footer = "Footer"

  /// The name that word processors know or show.
  var name: String {
    switch self {
    case .normal: "Normal"
    case .title: "Title"
    case .heading1: "heading 1"
    case .heading2: "heading 2"
    case .heading3: "heading 3"
    case .inset: "Inset"
    case .item: "List Paragraph"
    case .banner: "Banner"
    case .note: "Note"
    case .centered: "Centered"
    case .trailing: "Trailing"
    case .caption: "caption"
    case .source: "Source Line"
    case .cell: "Table Text"
    case .cellHead: "Table Head"
    case .number: "Table Number"
    case .afterTable: "Below Table"
    case .footer: "footer"
    }
  }

  /// How paragraphs of a style stand and look.
  struct Look {
    /// Where lines begin and end: `left`, `center`, `right` or `both`.
    var alignment = "left"
    /// Room above and below.
    var before = 0
    var after = 80
    /// The distance of lines in 240ths of a line.
    var line = 300
    /// How far lines stand in at the left and at the right.
    var left = 0
    var right = 0
    /// The letters' height in half points.
    var size = 21
    /// Heavier than usual.
    var isStrong = false
    /// A colour in six digits; nil: black.
    var color: String?
    /// Letters of one width.
    var isFixed = false
    /// A line of so many eighths of a point all around; nil: none.
    var border: Int?
    /// The colour of the ground; nil: none.
    var ground: String?
  }

  /// How its paragraphs stand and look.
  var look: Look {
    switch self {
    case .normal: Look(alignment: "both")
    case .title:
      Look(
        alignment: "center", before: 120, after: 320, size: 36, isStrong: true)
    case .heading1: Look(before: 320, after: 120, size: 28, isStrong: true)
    case .heading2: Look(before: 240, after: 80, size: 24, isStrong: true)
    case .heading3: Look(before: 160, after: 60, size: 21, isStrong: true)
    case .inset: Look(alignment: "both", left: 210)
    case .item: Look(alignment: "both", after: 60)
    case .banner: Look(before: 120, after: 200, left: 100, right: 100, border: 12, ground: "FFF8E1")
    case .note: Look(size: 18, color: Run.Tone.faint.letterColor)
    case .centered: Look(alignment: "center", before: 120, after: 120)
    case .trailing: Look(alignment: "right")
    case .caption: Look(before: 160, after: 60, size: 19, isStrong: true)
    case .source:
      Look(
        before: 60, after: 80, line: 264, left: 100, right: 100, size: 17, isFixed: true, border: 4,
        ground: "F7F7F7")
    case .cell: Look(after: 0, line: 252, size: 18)
    case .cellHead: Look(alignment: "center", after: 0, line: 252, size: 18, isStrong: true)
    case .number: Look(alignment: "right", after: 0, line: 252, size: 18)
    case .afterTable: Look(after: 0, line: 200, size: 10)
    case .footer: Look(alignment: "center", after: 0, line: 240, size: 18)
    }
  }
}

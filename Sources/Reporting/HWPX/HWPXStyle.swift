/// A named style: what it is called, how its paragraphs stand and how its letters look.
///
/// The header lists them all, in this order; the place in the list is the id.
enum HWPXStyle: Int, CaseIterable, PaperStyle {
  case normal, title, heading1, heading2, heading3, inset, item, banner, note, centered, trailing
  case caption, source, cell, cellHead, number, afterTable

  /// The id by which paragraphs refer to it.
  var id: Int { rawValue }

  /// The name that Hancom Office shows, in Korean and in English.
  var names: (ko: String, en: String) {
    switch self {
    case .normal: ("바탕글", "Normal")
    case .title: ("문서 제목", "Title")
    case .heading1: ("개요 1", "Outline 1")
    case .heading2: ("개요 2", "Outline 2")
    case .heading3: ("개요 3", "Outline 3")
    case .inset: ("들여 쓴 본문", "Inset")
    case .item: ("항목", "Item")
    case .banner: ("알림", "Notice")
    case .note: ("참고", "Note")
    case .centered: ("가운데", "Centered")
    case .trailing: ("오른쪽", "Trailing")
    case .caption: ("표 제목", "Table Caption")
    case .source: ("보상안 원문", "Source Line")
    case .cell: ("표 내용", "Table Text")
    case .cellHead: ("표 머리", "Table Head")
    case .number: ("표 숫자", "Table Number")
    case .afterTable: ("표 아래", "Below Table")
    }
  }

  /// How its letters look.
  var letters: HWPXLetters {
    switch self {
    case .normal, .inset, .item, .centered, .trailing: HWPXLetters(height: 1100, face: .myungjo)
    case .title: HWPXLetters(height: 1900, face: .gothic, isStrong: true)
    case .heading1: HWPXLetters(height: 1400, face: .gothic, isStrong: true)
    case .heading2: HWPXLetters(height: 1200, face: .gothic, isStrong: true)
    case .heading3: HWPXLetters(height: 1100, face: .gothic, isStrong: true)
    case .banner: HWPXLetters(height: 1050, face: .gothic)
    case .note: HWPXLetters(height: 900, face: .myungjo, tone: .faint)
    case .caption: HWPXLetters(height: 1000, face: .gothic, isStrong: true)
    case .source: HWPXLetters(height: 900, face: .fixed)
    case .cell, .number: HWPXLetters(height: 950, face: .gothic)
    case .cellHead: HWPXLetters(height: 950, face: .gothic, isStrong: true)
    case .afterTable: HWPXLetters(height: 400, face: .gothic)
    }
  }

  /// How its paragraphs stand.
  var shape: HWPXParagraphShape {
    var shape = HWPXParagraphShape()
    shape.keepsWithNext = introduces
    shape.outline = outline
    switch self {
    case .normal: shape.after = 200
    case .title:
      shape.alignment = .center
      (shape.before, shape.after) = (600, 1200)
      shape.lineSpacing = 140
    case .heading1, .heading2, .heading3:
      shape.alignment = .left
      (shape.before, shape.after) =
        self == .heading1 ? (1100, 400) : self == .heading2 ? (800, 300) : (500, 200)
      shape.lineSpacing = 140
    case .inset: (shape.left, shape.after) = (1100, 200)
    case .item: shape.after = 150
    case .banner:
      (shape.left, shape.right, shape.before, shape.after) = (300, 300, 900, 900)
      shape.alignment = .left
      shape.lineSpacing = 150
      shape.border = .banner
    case .note:
      (shape.before, shape.after) = (250, 200)
      shape.lineSpacing = 150
    case .centered:
      shape.alignment = .center
      (shape.before, shape.after) = (300, 300)
    case .trailing:
      shape.alignment = .right
      shape.after = 200
    case .caption:
      shape.alignment = .left
      (shape.before, shape.after) = (700, 150)
      shape.lineSpacing = 140
    case .source:
      (shape.left, shape.right, shape.before, shape.after) = (300, 300, 250, 500)
      shape.alignment = .left
      shape.lineSpacing = 140
      shape.border = .source
      shape.breaksWords = true
    case .cell:
      shape.alignment = .left
      shape.lineSpacing = 130
    case .cellHead:
      shape.alignment = .center
      shape.lineSpacing = 130
    case .number:
      shape.alignment = .right
      shape.lineSpacing = 130
    case .afterTable:
      shape.alignment = .left
      shape.lineSpacing = 100
    }
    return shape
  }
}

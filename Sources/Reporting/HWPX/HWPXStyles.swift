/// The shapes that a document uses, each listed once: what refers to one takes its id from here, so that none dangles.
struct HWPXStyles {
  /// Shapes of one kind with their ids, which count from 0.
  struct List<Shape: Hashable> {
    /// In the order of their ids.
    private(set) var shapes: [Shape] = []
    private var ids: [Shape: Int] = [:]

    /// The id of a shape, which is listed if it is new.
    mutating func id(of shape: Shape) -> Int {
      if let id = ids[shape] { return id }
      ids[shape] = shapes.count
      shapes.append(shape)
      return shapes.count - 1
    }
  }

  /// Letters.
  private(set) var letters = List<HWPXLetters>()
  /// Paragraphs.
  private(set) var paragraphs = List<HWPXParagraphShape>()
  /// Ids of the styles' own letters and paragraphs, by style.
  private var lettersOfStyle: [Int] = []
  private var paragraphOfStyle: [Int] = []

  /// The shapes of all named styles.
  init() {
    for style in HWPXStyle.allCases {
      lettersOfStyle.append(letters.id(of: style.letters))
      paragraphOfStyle.append(paragraphs.id(of: style.shape))
    }
  }

  /// The id of a style's own letters.
  func lettersID(of style: HWPXStyle) -> Int { lettersOfStyle[style.rawValue] }

  /// The id of a style's own paragraphs.
  func paragraphID(of style: HWPXStyle) -> Int { paragraphOfStyle[style.rawValue] }

  /// The id of a run's letters among others of a style.
  mutating func lettersID(of run: Run, in style: HWPXStyle) -> Int {
    guard run.isStrong || run.tone != .plain else { return lettersID(of: style) }
    return letters.id(of: style.letters.of(run))
  }

  /// The id of a paragraph's shape.
  mutating func paragraphID(of shape: HWPXParagraphShape) -> Int { paragraphs.id(of: shape) }
}

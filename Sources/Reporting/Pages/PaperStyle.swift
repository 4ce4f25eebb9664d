/// The styles that documents on paper have in common, whatever a format calls them and however it measures.
protocol PaperStyle: Equatable {
  /// Running text.
  static var normal: Self { get }
  /// Headings by their level.
  static var heading1: Self { get }
  static var heading2: Self { get }
  static var heading3: Self { get }
  /// Text below a point, set in.
  static var inset: Self { get }
  /// What must be seen before anything else.
  static var banner: Self { get }
  /// A remark in small letters.
  static var note: Self { get }
  /// In the middle.
  static var centered: Self { get }
  /// At the right edge.
  static var trailing: Self { get }
  /// The document's title.
  static var title: Self { get }
  /// Above a table.
  static var caption: Self { get }
}

extension PaperStyle {
  /// The style of a paragraph.
  init(_ paragraph: ParagraphStyle) {
    switch paragraph {
    case .body: self = .normal
    case .inset: self = .inset
    case .banner: self = .banner
    case .note: self = .note
    case .centered: self = .centered
    case .trailing: self = .trailing
    }
  }

  /// The style of a heading.
  init(headingLevel level: Int) {
    switch level {
    case ...1: self = .heading1
    case 2: self = .heading2
    default: self = .heading3
    }
  }

  /// Its level in the document's outline, from 0; nil: none.
  var outline: Int? { [.heading1, .heading2, .heading3].firstIndex(of: self) }

  /// Whether it stays on the page of what follows, whatever that is.
  var introduces: Bool { outline != nil || self == .title || self == .caption }
}

extension Run.Tone {
  /// The colour of letters in six digits: dark enough to be read on white and on grey, and in print without colour; nil:
  /// black.
  var letterColor: String? {
    switch self {
    case .plain: nil
    case .bad: "B00020"
    case .open: "7A4B00"
    case .good: "1B5E20"
    case .faint: "555555"
    }
  }
}

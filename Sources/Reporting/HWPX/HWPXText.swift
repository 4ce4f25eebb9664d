import Diagnostics

/// Writes the text of a paragraph.
enum HWPXText {
  /// Writes runs, in parts each of which begins a line; a paragraph without text holds an empty run.
  static func write(
    _ lines: [[Run]], _ style: HWPXStyle, to writer: inout XMLWriter, _ styles: inout HWPXStyles
  ) {
    guard lines.contains(where: { !$0.isEmpty }) else {
      writer.start("hp:run")
      writer.attribute("charPrIDRef", styles.lettersID(of: style))
      writer.end("hp:run")
      return
    }
    for (number, runs) in lines.enumerated() {
      for (place, run) in runs.enumerated() {
        writer.start("hp:run")
        writer.attribute("charPrIDRef", styles.lettersID(of: run, in: style))
        writer.start("hp:t")
        writer.text(run.text)
        if place == runs.count - 1, number < lines.count - 1 { writer.element("hp:lineBreak") }
        writer.end("hp:t")
        writer.end("hp:run")
      }
    }
  }
}

/// The beginning of a document's text, which file managers show without opening it.
struct HWPXPreview {
  /// The text, with a line for each paragraph.
  private(set) var text = ""

  /// Adds a paragraph as long as there is room.
  mutating func add(_ runs: [Run]) {
    guard text.utf8.count < 2000, !runs.isEmpty else { return }
    text += Printable.shortened(runs.text, to: 300) + "\r\n"
  }
}

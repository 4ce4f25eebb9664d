extension Page {
  /// Writes a label with a text beside it, or with the text below it where the label takes all the room; neither is
  /// written raw.
  mutating func row(_ label: String, _ text: String, indent: Int, column: Int, style: Style = .plain) {
    let label = Run(label).text
    guard indent + CellWidth.of(label) + 1 > column else {
      return labelled(label, text, indent: indent, column: column, style: style)
    }
    paragraph(label, indent: indent, hanging: indent + 2, style: .faint)
    paragraph(text, indent: column, style: style)
  }
}

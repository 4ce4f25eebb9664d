/// The page: A4 with 20 mm at the sides, lengths in twentieths of a point.
struct DOCXPage {
  /// 210 mm.
  static let width = 11_906
  /// 297 mm.
  static let height = 16_838
  /// 20 mm at the left and at the right.
  static let side = 1_134

  /// Whether it lies on its side.
  let isLandscape: Bool

  /// What is left for text, from side to side.
  var textWidth: Int { (isLandscape ? Self.height : Self.width) - 2 * Self.side }

  /// Writes the properties of the section, with the page's number at its foot.
  func write(to body: inout XMLWriter) {
    body.start("w:sectPr")
    body.markup("<w:footerReference w:type=\"default\" r:id=\"footer\"/>")
    body.start("w:pgSz")
    body.attribute("w:w", isLandscape ? Self.height : Self.width)
    body.attribute("w:h", isLandscape ? Self.width : Self.height)
    if isLandscape { body.attribute("w:orient", "landscape") }
    body.end("w:pgSz")
    body.start("w:pgMar")
    body.attribute("w:top", 1_418)
    body.attribute("w:right", Self.side)
    body.attribute("w:bottom", 1_304)
    body.attribute("w:left", Self.side)
    body.attribute("w:header", 680)
    body.attribute("w:footer", 624)
    body.attribute("w:gutter", 0)
    body.end("w:pgMar")
    body.end("w:sectPr")
  }
}

/// Writes `word/styles.xml`.
struct DOCXStyles {
  /// The file.
  var pieces: [[UInt8]] {
    var writer = XMLWriter(capacity: 1 << 14)
    writer.declaration()
    writer.start("w:styles")
    writer.attribute("xmlns:w", DOCXPackage.words)
    writer.markup("<w:docDefaults><w:rPrDefault><w:rPr>")
    Self.face(isFixed: false, &writer)
    writer.markup("<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>")
    writer.start("w:lang")
    // Letters of Latin words are kept together where their language is not Korean, which Hangul has in any case.
    writer.attribute("w:val", "en-GB")
    writer.attribute("w:eastAsia", "ko-KR")
    writer.end("w:lang")
    writer.markup("</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>")
    for style in DOCXStyle.allCases { write(style, &writer) }
    writer.markup(
      """
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
      <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
      <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>\
      <w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr></w:style>\
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
      <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
      <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
      <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>\
      <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="404040"/>\
      <w:left w:val="single" w:sz="4" w:space="0" w:color="404040"/>\
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="404040"/>\
      <w:right w:val="single" w:sz="4" w:space="0" w:color="404040"/>\
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="404040"/>\
      <w:insideV w:val="single" w:sz="4" w:space="0" w:color="404040"/></w:tblBorders></w:tblPr></w:style>
      """)
    writer.end("w:styles")
    return writer.pieces
  }

  private func write(_ style: DOCXStyle, _ writer: inout XMLWriter) {
    let look = style.look
    writer.start("w:style")
    writer.attribute("w:type", "paragraph")
    if style == .normal { writer.attribute("w:default", 1) }
    writer.attribute("w:styleId", style.rawValue)
    value("w:name", style.name, &writer)
    if style != .normal { value("w:basedOn", DOCXStyle.normal.rawValue, &writer) }
    if style.outline != nil || style == .title { value("w:next", DOCXStyle.normal.rawValue, &writer) }
    writer.element("w:qFormat")
    writer.start("w:pPr")
    if style.introduces { writer.element("w:keepNext") }
    if let border = look.border {
      writer.start("w:pBdr")
      side("w:top", border, &writer)
      side("w:left", border, &writer)
      side("w:bottom", border, &writer)
      side("w:right", border, &writer)
      writer.end("w:pBdr")
    }
    if let ground = look.ground {
      writer.start("w:shd")
      writer.attribute("w:val", "clear")
      writer.attribute("w:color", "auto")
      writer.attribute("w:fill", ground)
      writer.end("w:shd")
    }
    writer.start("w:spacing")
    writer.attribute("w:before", look.before)
    writer.attribute("w:after", look.after)
    writer.attribute("w:line", look.line)
    writer.attribute("w:lineRule", "auto")
    writer.end("w:spacing")
    writer.start("w:ind")
    writer.attribute("w:left", look.left)
    writer.attribute("w:right", look.right)
    writer.end("w:ind")
    value("w:jc", look.alignment, &writer)
    if let outline = style.outline {
      writer.start("w:outlineLvl")
      writer.attribute("w:val", outline)
      writer.end("w:outlineLvl")
    }
    writer.end("w:pPr")
    writer.start("w:rPr")
    if look.isFixed { Self.face(isFixed: true, &writer) }
    if look.isStrong { writer.markup("<w:b/><w:bCs/>") }
    if let color = look.color { value("w:color", color, &writer) }
    writer.start("w:sz")
    writer.attribute("w:val", look.size)
    writer.end("w:sz")
    writer.start("w:szCs")
    writer.attribute("w:val", look.size)
    writer.end("w:szCs")
    writer.end("w:rPr")
    writer.end("w:style")
  }

  /// Writes a typeface: the one of Korean Windows, or one with letters of one width.
  static func face(isFixed: Bool, _ writer: inout XMLWriter) {
    if isFixed {
      writer.markup(
        """
        <w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="맑은 고딕" w:cs="Consolas"/>
        """)
    } else {
      writer.markup(
        """
        <w:rFonts w:ascii="Malgun Gothic" w:hAnsi="Malgun Gothic" w:eastAsia="맑은 고딕" w:cs="Malgun Gothic"/>
        """)
    }
  }

  private func side(_ name: StaticString, _ eighths: Int, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("w:val", "single")
    writer.attribute("w:sz", eighths)
    writer.attribute("w:space", 4)
    writer.attribute("w:color", "404040")
    writer.end(name)
  }

  private func value(_ name: StaticString, _ value: String, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("w:val", value)
    writer.end(name)
  }
}

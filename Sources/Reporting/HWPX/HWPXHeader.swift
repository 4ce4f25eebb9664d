import Diagnostics

/// Writes `Contents/header.xml`: typefaces, borders, letters, paragraphs and styles that the text refers to.
///
/// Hancom Office draws tables without their lines where one of these lists is missing, so all of them are written.
struct HWPXHeader {
  /// The shapes that the text uses.
  let styles: HWPXStyles
  /// The document's language.
  let language: Language

  /// The file.
  var pieces: [[UInt8]] {
    var writer = XMLWriter(capacity: 64 << 10)
    writer.declaration()
    writer.start("hh:head")
    HWPXNamespaces.write(to: &writer)
    writer.attribute("version", "1.4")
    writer.attribute("secCnt", 1)
    writer.markup("<hh:beginNum page=\"1\" footnote=\"1\" endnote=\"1\" pic=\"1\" tbl=\"1\" equation=\"1\"/>")
    writer.start("hh:refList")
    faces(&writer)
    borders(&writer)
    letters(&writer)
    writer.markup(
      """
      <hh:tabProperties itemCnt="1"><hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/></hh:tabProperties>
      """)
    outline(&writer)
    paragraphs(&writer)
    named(&writer)
    writer.end("hh:refList")
    writer.markup(
      """
      <hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument>\
      <hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption>\
      <hh:trackchageConfig flags="56"/>
      """)
    writer.end("hh:head")
    return writer.pieces
  }

  private func faces(_ writer: inout XMLWriter) {
    let scripts = ["HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"]
    writer.start("hh:fontfaces")
    writer.attribute("itemCnt", scripts.count)
    for script in scripts {
      writer.start("hh:fontface")
      writer.attribute("lang", script)
      writer.attribute("fontCnt", HWPXLetters.Face.allCases.count)
      for face in HWPXLetters.Face.allCases {
        writer.start("hh:font")
        writer.attribute("id", face.rawValue)
        writer.attribute("face", face.name)
        writer.attribute("type", "TTF")
        writer.attribute("isEmbedded", 0)
        writer.markup(
          """
          <hh:typeInfo familyType="FCAT_GOTHIC" weight="6" proportion="4" contrast="0" strokeVariation="1" \
          armStyle="1" letterform="1" midline="1" xHeight="1"/>
          """)
        writer.end("hh:font")
      }
      writer.end("hh:fontface")
    }
    writer.end("hh:fontfaces")
  }

  private func borders(_ writer: inout XMLWriter) {
    writer.start("hh:borderFills")
    writer.attribute("itemCnt", HWPXBorder.allCases.count)
    for border in HWPXBorder.allCases {
      writer.start("hh:borderFill")
      writer.attribute("id", border.rawValue)
      writer.attribute("threeD", 0)
      writer.attribute("shadow", 0)
      writer.attribute("centerLine", "NONE")
      writer.attribute("breakCellSeparateLine", 0)
      writer.markup("<hh:slash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/>")
      writer.markup("<hh:backSlash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/>")
      side("hh:leftBorder", border, &writer)
      side("hh:rightBorder", border, &writer)
      side("hh:topBorder", border, &writer)
      side("hh:bottomBorder", border, &writer)
      writer.markup("<hh:diagonal type=\"SOLID\" width=\"0.1 mm\" color=\"#000000\"/>")
      if let ground = border.ground {
        writer.start("hc:fillBrush")
        writer.start("hc:winBrush")
        writer.attribute("faceColor", ground)
        writer.attribute("hatchColor", "#999999")
        writer.attribute("alpha", 0)
        writer.end("hc:winBrush")
        writer.end("hc:fillBrush")
      }
      writer.end("hh:borderFill")
    }
    writer.end("hh:borderFills")
  }

  private func side(_ name: StaticString, _ border: HWPXBorder, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("type", border.width == nil ? "NONE" : "SOLID")
    writer.attribute("width", border.width ?? "0.12 mm")
    writer.attribute("color", "#000000")
    writer.end(name)
  }

  private func letters(_ writer: inout XMLWriter) {
    writer.start("hh:charProperties")
    writer.attribute("itemCnt", styles.letters.shapes.count)
    for (id, letters) in styles.letters.shapes.enumerated() {
      writer.start("hh:charPr")
      writer.attribute("id", id)
      writer.attribute("height", letters.height)
      writer.attribute("textColor", letters.color)
      writer.attribute("shadeColor", "none")
      writer.attribute("useFontSpace", 0)
      writer.attribute("useKerning", 0)
      writer.attribute("symMark", "NONE")
      writer.attribute("borderFillIDRef", HWPXBorder.none.rawValue)
      forEachScript("hh:fontRef", letters.face.rawValue, &writer)
      forEachScript("hh:ratio", 100, &writer)
      forEachScript("hh:spacing", 0, &writer)
      forEachScript("hh:relSz", 100, &writer)
      forEachScript("hh:offset", 0, &writer)
      if letters.isStrong { writer.element("hh:bold") }
      writer.markup(
        """
        <hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:strikeout shape="NONE" color="#000000"/>\
        <hh:outline type="NONE"/><hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/>
        """)
      writer.end("hh:charPr")
    }
    writer.end("hh:charProperties")
  }

  private func forEachScript(_ name: StaticString, _ value: Int, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("hangul", value)
    writer.attribute("latin", value)
    writer.attribute("hanja", value)
    writer.attribute("japanese", value)
    writer.attribute("other", value)
    writer.attribute("symbol", value)
    writer.attribute("user", value)
    writer.end(name)
  }

  /// The outline's levels bear no numbers: headings say their own.
  private func outline(_ writer: inout XMLWriter) {
    writer.start("hh:numberings")
    writer.attribute("itemCnt", 1)
    writer.start("hh:numbering")
    writer.attribute("id", 1)
    writer.attribute("start", 0)
    for level in 1...10 {
      writer.start("hh:paraHead")
      writer.attribute("start", 1)
      writer.attribute("level", level)
      writer.attribute("align", "LEFT")
      writer.attribute("useInstWidth", 0)
      writer.attribute("autoIndent", 0)
      writer.attribute("widthAdjust", 0)
      writer.attribute("textOffsetType", "PERCENT")
      writer.attribute("textOffset", 0)
      writer.attribute("numFormat", "DIGIT")
      writer.attribute("charPrIDRef", "4294967295")
      writer.attribute("checkable", 0)
      writer.end("hh:paraHead")
    }
    writer.end("hh:numbering")
    writer.end("hh:numberings")
  }

  private func named(_ writer: inout XMLWriter) {
    writer.start("hh:styles")
    writer.attribute("itemCnt", HWPXStyle.allCases.count)
    for style in HWPXStyle.allCases {
      writer.start("hh:style")
      writer.attribute("id", style.id)
      writer.attribute("type", "PARA")
      writer.attribute("name", style.names.ko)
      writer.attribute("engName", style.names.en)
      writer.attribute("paraPrIDRef", styles.paragraphID(of: style))
      writer.attribute("charPrIDRef", styles.lettersID(of: style))
      writer.attribute("nextStyleIDRef", HWPXStyle.normal.id)
      // Windows' numbers of the languages.
      writer.attribute("langID", language == .ko ? 1042 : 2057)
      writer.attribute("lockForm", 0)
      writer.end("hh:style")
    }
    writer.end("hh:styles")
  }
}

extension HWPXHeader {
  /// Writes how paragraphs stand.
  func paragraphs(_ writer: inout XMLWriter) {
    writer.start("hh:paraProperties")
    writer.attribute("itemCnt", styles.paragraphs.shapes.count)
    for (id, shape) in styles.paragraphs.shapes.enumerated() {
      writer.start("hh:paraPr")
      writer.attribute("id", id)
      writer.attribute("tabPrIDRef", 0)
      writer.attribute("condense", 0)
      writer.attribute("fontLineHeight", 0)
      writer.attribute("snapToGrid", 1)
      writer.attribute("suppressLineNumbers", 0)
      writer.attribute("checked", 0)
      writer.start("hh:align")
      writer.attribute("horizontal", shape.alignment.rawValue)
      writer.attribute("vertical", "BASELINE")
      writer.end("hh:align")
      writer.start("hh:heading")
      writer.attribute("type", shape.outline == nil ? "NONE" : "OUTLINE")
      writer.attribute("idRef", 0)
      writer.attribute("level", shape.outline ?? 0)
      writer.end("hh:heading")
      writer.start("hh:breakSetting")
      writer.attribute("breakLatinWord", shape.breaksWords ? "BREAK_WORD" : "KEEP_WORD")
      // A word of Hangul longer than a line is broken in any case; asked to, some readers let it run out of its cell.
      writer.attribute("breakNonLatinWord", "KEEP_WORD")
      writer.attribute("widowOrphan", 0)
      writer.attribute("keepWithNext", shape.keepsWithNext ? 1 : 0)
      writer.attribute("keepLines", 0)
      writer.attribute("pageBreakBefore", 0)
      writer.attribute("lineWrap", "BREAK")
      writer.end("hh:breakSetting")
      writer.markup("<hh:autoSpacing eAsianEng=\"0\" eAsianNum=\"0\"/>")
      // Readers that do not know the newer unit take lengths of paragraphs as halves.
      writer.start("hp:switch")
      writer.start("hp:case")
      writer.attribute("hp:required-namespace", "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar")
      lengths(of: shape, times: 1, &writer)
      writer.end("hp:case")
      writer.start("hp:default")
      lengths(of: shape, times: 2, &writer)
      writer.end("hp:default")
      writer.end("hp:switch")
      writer.start("hh:border")
      writer.attribute("borderFillIDRef", shape.border.rawValue)
      let offset = shape.border == .none ? 0 : 280
      writer.attribute("offsetLeft", offset)
      writer.attribute("offsetRight", offset)
      writer.attribute("offsetTop", offset / 2)
      writer.attribute("offsetBottom", offset / 2)
      writer.attribute("connect", 0)
      writer.attribute("ignoreMargin", 0)
      writer.end("hh:border")
      writer.end("hh:paraPr")
    }
    writer.end("hh:paraProperties")
  }

  private func lengths(of shape: HWPXParagraphShape, times factor: Int, _ writer: inout XMLWriter) {
    writer.start("hh:margin")
    length("hc:intent", -shape.hanging * factor, &writer)
    length("hc:left", shape.left * factor, &writer)
    length("hc:right", shape.right * factor, &writer)
    length("hc:prev", shape.before * factor, &writer)
    length("hc:next", shape.after * factor, &writer)
    writer.end("hh:margin")
    writer.start("hh:lineSpacing")
    writer.attribute("type", "PERCENT")
    writer.attribute("value", shape.lineSpacing)
    writer.attribute("unit", "HWPUNIT")
    writer.end("hh:lineSpacing")
  }

  private func length(_ name: StaticString, _ value: Int, _ writer: inout XMLWriter) {
    writer.start(name)
    writer.attribute("value", value)
    writer.attribute("unit", "HWPUNIT")
    writer.end(name)
  }
}

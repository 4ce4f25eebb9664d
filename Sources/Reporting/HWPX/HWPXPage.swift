/// The page: A4, lengths in HWPUNIT, 1/7200 inch.
struct HWPXPage {
  /// 210 mm.
  static let width = 59_528
  /// 297 mm.
  static let height = 84_186
  /// 20 mm at the left and at the right.
  static let side = 5_669
  /// 20 mm at the top, below 10 mm for headers.
  static let top = 5_669
  /// 15 mm at the bottom, above 10 mm for footers.
  static let bottom = 4_252
  /// 10 mm for headers and as much for footers.
  static let band = 2_835
  /// Whether it lies on its side.
  let isLandscape: Bool

  /// What is left for text, from side to side.
  var textWidth: Int { (isLandscape ? Self.height : Self.width) - 2 * Self.side }

  /// What is left for text, from top to bottom.
  var textHeight: Int {
    (isLandscape ? Self.width : Self.height) - Self.top - Self.bottom - 2 * Self.band
  }

  /// What a line of so much width holds, in thousandths of the letters' height; those of other typefaces may take a
  /// little more.
  static func room(_ width: Int, _ letters: HWPXLetters) -> Int { width * 990 / letters.height }

  /// Writes the section's properties with a page number at the foot of each page, in the run that was opened last.
  func writeProperties(to writer: inout XMLWriter) {
    writer.markup(
      """
      <hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" tabStopVal="4000" \
      tabStopUnit="HWPUNIT" outlineShapeIDRef="1" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0">\
      <hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/>\
      <hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>\
      <hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" \
      fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/>\
      <hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/>
      """)
    writer.start("hp:pagePr")
    // The paper's own sides in both cases: the word says how it lies.
    writer.attribute("landscape", isLandscape ? "NARROWLY" : "WIDELY")
    writer.attribute("width", Self.width)
    writer.attribute("height", Self.height)
    writer.attribute("gutterType", "LEFT_ONLY")
    writer.start("hp:margin")
    writer.attribute("header", Self.band)
    writer.attribute("footer", Self.band)
    writer.attribute("gutter", 0)
    writer.attribute("left", Self.side)
    writer.attribute("right", Self.side)
    writer.attribute("top", Self.top)
    writer.attribute("bottom", Self.bottom)
    writer.end("hp:margin")
    writer.end("hp:pagePr")
    writer.markup(
      """
      <hp:footNotePr><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>\
      <hp:noteLine length="-1" type="SOLID" width="0.12 mm" color="#000000"/>\
      <hp:noteSpacing betweenNotes="283" belowLine="567" aboveLine="850"/>\
      <hp:numbering type="CONTINUOUS" newNum="1"/><hp:placement place="EACH_COLUMN" beneathText="0"/>\
      </hp:footNotePr><hp:endNotePr>\
      <hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>\
      <hp:noteLine length="14692344" type="SOLID" width="0.12 mm" color="#000000"/>\
      <hp:noteSpacing betweenNotes="0" belowLine="567" aboveLine="850"/>\
      <hp:numbering type="CONTINUOUS" newNum="1"/><hp:placement place="END_OF_DOCUMENT" beneathText="0"/>\
      </hp:endNotePr>
      """)
    for pages in ["BOTH", "EVEN", "ODD"] {
      writer.start("hp:pageBorderFill")
      writer.attribute("type", pages)
      writer.attribute("borderFillIDRef", HWPXBorder.page.rawValue)
      writer.attribute("textBorder", "PAPER")
      writer.attribute("headerInside", 0)
      writer.attribute("footerInside", 0)
      writer.attribute("fillArea", "PAPER")
      writer.markup("<hp:offset left=\"1417\" right=\"1417\" top=\"1417\" bottom=\"1417\"/>")
      writer.end("hp:pageBorderFill")
    }
    writer.end("hp:secPr")
    writer.markup(
      """
      <hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl>\
      <hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl>
      """)
  }
}

/// The page: A4 upright, lengths in HWPUNIT, 1/7200 inch.
enum HWPXPage {
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
  /// What is left for text.
  static let textWidth = width - 2 * side

  /// Writes the section's properties with a page number at the foot of each page, in the run that was opened last.
  static func writeProperties(to writer: inout XMLWriter) {
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
    writer.attribute("landscape", "WIDELY")
    writer.attribute("width", width)
    writer.attribute("height", height)
    writer.attribute("gutterType", "LEFT_ONLY")
    writer.start("hp:margin")
    writer.attribute("header", band)
    writer.attribute("footer", band)
    writer.attribute("gutter", 0)
    writer.attribute("left", side)
    writer.attribute("right", side)
    writer.attribute("top", top)
    writer.attribute("bottom", bottom)
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

import Diagnostics
import Findings

/// The looks of a workbook's cells. Numbers with a unit get a number format each, made when it is first asked for.
struct WorkbookStyles: Sendable {
  /// A look that every workbook has; the raw value is its place in `cellXfs`.
  enum Fixed: Int, Sendable {
    case plain, wrapped, guarded, header, title, banner, label, whole, day, bad, open, good, faint
  }

  /// What makes numbers look alike.
  private struct NumberLook: Hashable {
    let decimals: Int
    let unit: String?
  }

  /// Excel opens at most some 200 number formats of a workbook's own.
  private static let mostFormats = 150
  private static let firstFormat = 164
  private static let fixedCount = 13
  /// Codes of number formats; their places in `cellXfs` follow those of the fixed looks.
  private var formats: [String] = []
  private var places: [NumberLook: Int] = [:]
  private let language: Language

  /// The looks of a workbook in a language.
  init(_ language: Language) { self.language = language }

  /// The look of a number with so many decimals and a unit by its code; nil where there are too many looks already.
  ///
  /// - Parameter words: knows where the language puts the unit's label.
  mutating func number(decimals: Int, unit: String?, _ words: ValueFormatter) -> Int? {
    let key = NumberLook(decimals: decimals, unit: unit)
    if let known = places[key] { return known }
    guard formats.count < Self.mostFormats else { return nil }
    var code = "#,##0"
    if decimals > 0 { code += "." + String(repeating: "0", count: decimals) }
    if let unit {
      let sides = words.text(.number("0", unit: unit)).split(
        separator: "0", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { return nil }
      code = Self.quoted(sides[0]) + code + Self.quoted(sides[1])
    }
    guard code.utf16.count <= 200 else { return nil }
    places[key] = Self.fixedCount + formats.count
    formats.append(code)
    return places[key]
  }

  private static func quoted(_ label: Substring) -> String {
    label.isEmpty ? "" : "\"\(InertText.of(String(label)).replacing("\"", with: ""))\""
  }

  /// `xl/styles.xml`.
  var part: [[UInt8]] {
    var writer = XMLWriter()
    writer.declaration()
    writer.element("styleSheet") { writer in
      writer.attribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
      writer.element("numFmts") { writer in
        writer.attribute("count", formats.count + 1)
        Self.write(Self.firstFormat, dayCode, to: &writer)
        for (index, code) in formats.enumerated() {
          Self.write(Self.firstFormat + 1 + index, code, to: &writer)
        }
      }
      writer.markup(Self.fontsFillsBorders)
      writer.element("cellXfs") { writer in
        writer.attribute("count", Self.fixedCount + formats.count)
        writer.markup(Self.fixedLooks)
        for index in formats.indices {
          writer.element("xf") {
            $0.attribute("numFmtId", Self.firstFormat + 1 + index)
            $0.attribute("fontId", 0)
            $0.attribute("fillId", 0)
            $0.attribute("borderId", 1)
            $0.attribute("xfId", 0)
            $0.attribute("applyNumberFormat", 1)
            $0.attribute("applyBorder", 1)
            $0.attribute("applyAlignment", 1)
            $0.markup("<alignment vertical=\"top\"/>")
          }
        }
      }
      writer.markup(
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    }
    return writer.pieces
  }

  private var dayCode: String {
    switch language {
    case .ko: "yyyy\". \"m\". \"d\".\""
    case .en: "d mmmm yyyy"
    }
  }

  private static func write(_ id: Int, _ code: String, to writer: inout XMLWriter) {
    writer.element("numFmt") {
      $0.attribute("numFmtId", id)
      $0.attribute("formatCode", code)
    }
  }

  private static let fontsFillsBorders: StaticString = """
    <fonts count="6">\
    <font><sz val="10"/><color rgb="FF1F2328"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    <font><b/><sz val="10"/><color rgb="FF1F2328"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    <font><b/><sz val="14"/><color rgb="FF1F2328"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    <font><b/><sz val="10"/><color rgb="FF9A3412"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    <font><sz val="10"/><color rgb="FF57606A"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    <font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="맑은 고딕"/><family val="2"/><charset val="129"/></font>\
    </fonts>\
    <fills count="6">\
    <fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FF334155"/><bgColor indexed="64"/></patternFill></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFFDE2E1"/><bgColor indexed="64"/></patternFill></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFF3CD"/><bgColor indexed="64"/></patternFill></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFDFF3E4"/><bgColor indexed="64"/></patternFill></fill>\
    </fills>\
    <borders count="2">\
    <border><left/><right/><top/><bottom/><diagonal/></border>\
    <border><left style="thin"><color rgb="FFD0D7DE"/></left><right style="thin"><color rgb="FFD0D7DE"/></right>\
    <top style="thin"><color rgb="FFD0D7DE"/></top><bottom style="thin"><color rgb="FFD0D7DE"/></bottom>\
    <diagonal/></border>\
    </borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    """

  /// The looks of `Fixed`, in its order. `quotePrefix` keeps a text that begins like a formula a text.
  private static let fixedLooks: StaticString = """
    <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="5" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" \
    applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
    <xf numFmtId="0" fontId="3" fillId="4" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" \
    applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" \
    applyAlignment="1"><alignment vertical="top"/></xf>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" \
    applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>\
    <xf numFmtId="0" fontId="1" fillId="3" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" \
    applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="1" fillId="4" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" \
    applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="1" fillId="5" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" \
    applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="0" fontId="4" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">\
    <alignment vertical="top" wrapText="1"/></xf>
    """
}

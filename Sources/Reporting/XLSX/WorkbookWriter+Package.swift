import Diagnostics

extension WorkbookWriter {
  /// The workbook's file, in pieces that follow one another.
  func finish(title: String, creator: String) throws(RenderFailure) -> [[UInt8]] {
    var archive = ZipArchive()
    do throws(ZipArchive.Failure) {
      try archive.add("[Content_Types].xml", contentTypes)
      try archive.add("_rels/.rels", Self.packageRelations)
      try archive.add("docProps/core.xml", core(title: title, creator: creator))
      try archive.add("xl/workbook.xml", workbook)
      try archive.add("xl/_rels/workbook.xml.rels", relations)
      try archive.add("xl/styles.xml", styles.part)
      for (index, sheet) in sheets.enumerated() {
        try archive.add("xl/worksheets/sheet\(index + 1).xml", sheet.part)
      }
    } catch {
      throw RenderFailure(
        error.message,
        help: LocalizedText(
          ko: "보상안을 나누어 점검하거나 `csv`로 쓰십시오.", en: "audit fewer schemes at once, or write `csv`"))
    }
    return archive.pieces
  }

  private static func part(_ write: (inout XMLWriter) -> Void) -> [[UInt8]] {
    var writer = XMLWriter()
    writer.declaration()
    write(&writer)
    return writer.pieces
  }

  private var contentTypes: [[UInt8]] {
    Self.part { writer in
      writer.element("Types") { writer in
        writer.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        writer.markup(
          """
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/docProps/core.xml" \
          ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
          <Override PartName="/xl/workbook.xml" \
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
          <Override PartName="/xl/styles.xml" \
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          """)
        for index in sheets.indices {
          writer.element("Override") {
            $0.attribute("PartName", "/xl/worksheets/sheet\(index + 1).xml")
            $0.attribute(
              "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")
          }
        }
      }
    }
  }

  private static let packageRelations = part { writer in
    writer.markup(
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" \
      Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """)
  }

  private func core(title: String, creator: String) -> [[UInt8]] {
    Self.part { writer in
      writer.element("cp:coreProperties") { writer in
        writer.attribute(
          "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        writer.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        writer.element("dc:title", text: title)
        writer.element("dc:creator", text: creator)
        writer.element("dc:language", text: language == .ko ? "ko-KR" : "en")
      }
    }
  }

  private var workbook: [[UInt8]] {
    Self.part { writer in
      writer.element("workbook") { writer in
        writer.attribute("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
        writer.attribute(
          "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        writer.markup("<bookViews><workbookView activeTab=\"0\"/></bookViews>")
        writer.element("sheets") { writer in
          for (index, sheet) in sheets.enumerated() {
            writer.element("sheet") {
              $0.attribute("name", sheet.name)
              $0.attribute("sheetId", index + 1)
              $0.attribute("r:id", "rId\(index + 1)")
            }
          }
        }
        writer.element("definedNames") { writer in
          for (index, sheet) in sheets.enumerated() {
            if let printed = sheet.printed {
              let last = Self.letters(printed.columns - 1)
              Self.name(
                "_xlnm.Print_Area", index, "'\(sheet.name)'!$A$1:$\(last)$\(printed.rows)", isHidden: false,
                to: &writer)
            }
            guard let filtered = sheet.filtered else { continue }
            let last = Self.letters(filtered.columns - 1)
            Self.name(
              "_xlnm._FilterDatabase", index, "'\(sheet.name)'!$A$1:$\(last)$\(filtered.rows)",
              isHidden: true,
              to: &writer)
            Self.name("_xlnm.Print_Titles", index, "'\(sheet.name)'!$1:$1", isHidden: false, to: &writer)
          }
        }
      }
    }
  }

  private static func name(
    _ name: String, _ sheet: Int, _ range: String, isHidden: Bool, to writer: inout XMLWriter
  ) {
    writer.element("definedName") {
      $0.attribute("name", name)
      $0.attribute("localSheetId", sheet)
      if isHidden { $0.attribute("hidden", 1) }
      $0.text(range)
    }
  }

  private var relations: [[UInt8]] {
    Self.part { writer in
      writer.element("Relationships") { writer in
        writer.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
        for index in sheets.indices {
          Self.relation(index + 1, "worksheet", "worksheets/sheet\(index + 1).xml", to: &writer)
        }
        Self.relation(sheets.count + 1, "styles", "styles.xml", to: &writer)
      }
    }
  }

  private static func relation(_ id: Int, _ type: String, _ target: String, to writer: inout XMLWriter) {
    writer.element("Relationship") {
      $0.attribute("Id", "rId\(id)")
      $0.attribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)")
      $0.attribute("Target", target)
    }
  }
}

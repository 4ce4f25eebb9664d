import Diagnostics

/// The files of a word processor's document.
struct DOCXPackage {
  /// The namespace of the text.
  static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// The namespace of references to other parts.
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What the document says of itself.
  let info: DocumentInfo
  /// Where its links lead, in the order of their ids.
  let addresses: [String]
  /// The text.
  let body: XMLWriter

  /// The archive.
  func pieces() throws(ZipArchive.Failure) -> [[UInt8]] {
    var archive = ZipArchive()
    try archive.add("[Content_Types].xml", contentTypes)
    try archive.add("_rels/.rels", packageRelationships)
    try archive.add("docProps/core.xml", core)
    try archive.add("docProps/app.xml", app)
    try archive.add("word/_rels/document.xml.rels", documentRelationships)
    try archive.add("word/document.xml", body.pieces)
    try archive.add("word/styles.xml", DOCXStyles().pieces)
    try archive.add("word/settings.xml", settings)
    try archive.add("word/footer.xml", footer)
    return archive.pieces
  }

  private var contentTypes: [[UInt8]] {
    part { writer in
      writer.markup(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        <Override PartName="/docProps/app.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
        <Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/styles.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
        <Override PartName="/word/settings.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
        <Override PartName="/word/footer.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
        </Types>
        """)
    }
  }

  private var packageRelationships: [[UInt8]] {
    part { writer in
      writer.markup(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="document" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/>\
        <Relationship Id="core" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/>\
        <Relationship Id="app" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" \
        Target="docProps/app.xml"/></Relationships>
        """)
    }
  }

  /// What the document says of itself; no dates, so that the same report gives the same bytes.
  private var core: [[UInt8]] {
    part { writer in
      writer.start("cp:coreProperties")
      writer.attribute(
        "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
      writer.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
      writer.element("dc:title", text: info.title)
      writer.element("dc:subject", text: info.about)
      writer.element("dc:creator", text: "guideline-audit")
      writer.element("dc:language", text: info.language == .ko ? "ko-KR" : "en-GB")
      writer.end("cp:coreProperties")
    }
  }

  private var app: [[UInt8]] {
    part { writer in
      writer.markup(
        """
        <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
        <Application>guideline-audit</Application></Properties>
        """)
    }
  }

  private var documentRelationships: [[UInt8]] {
    part { writer in
      writer.start("Relationships")
      writer.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
      writer.markup(
        """
        <Relationship Id="styles" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
        <Relationship Id="settings" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" \
        Target="settings.xml"/>\
        <Relationship Id="footer" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/>
        """)
      for (index, address) in addresses.enumerated() {
        writer.start("Relationship")
        writer.attribute("Id", "link\(index + 1)")
        writer.attribute("Type", Self.relationships + "/hyperlink")
        writer.attribute("Target", address)
        writer.attribute("TargetMode", "External")
        writer.end("Relationship")
      }
      writer.end("Relationships")
    }
  }

  private var settings: [[UInt8]] {
    part { writer in
      writer.start("w:settings")
      writer.attribute("xmlns:w", Self.words)
      // Word 2013 and later lay out as they do for their own documents.
      writer.markup(
        """
        <w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting \
        w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
        """)
      writer.start("w:themeFontLang")
      writer.attribute("w:val", info.language == .ko ? "ko-KR" : "en-GB")
      writer.attribute("w:eastAsia", "ko-KR")
      writer.end("w:themeFontLang")
      writer.end("w:settings")
    }
  }

  private var footer: [[UInt8]] {
    part { writer in
      writer.start("w:ftr")
      writer.attribute("xmlns:w", Self.words)
      writer.markup(
        """
        <w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r>\
        <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>\
        <w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>
        """)
      writer.end("w:ftr")
    }
  }

  private func part(_ content: (inout XMLWriter) -> Void) -> [[UInt8]] {
    var writer = XMLWriter()
    writer.declaration()
    content(&writer)
    return writer.pieces
  }
}

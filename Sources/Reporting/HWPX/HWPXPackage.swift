import Diagnostics

/// The files of a document in the order in which readers expect them.
struct HWPXPackage {
  /// What the document says of itself.
  let info: DocumentInfo
  /// What the text refers to.
  let styles: HWPXStyles
  /// The text.
  let section: XMLWriter
  /// Its beginning.
  let preview: String

  /// The archive, whose first entry says what it is.
  func pieces() throws(ZipArchive.Failure) -> [[UInt8]] {
    var archive = ZipArchive()
    try archive.add("mimetype", Array("application/hwp+zip".utf8))
    try archive.add("version.xml", version)
    try archive.add("META-INF/container.xml", container)
    try archive.add("META-INF/manifest.xml", manifest)
    try archive.add("Contents/content.hpf", content)
    try archive.add("Contents/header.xml", HWPXHeader(styles: styles, language: info.language).pieces)
    try archive.add("Contents/section0.xml", section.pieces)
    try archive.add("Preview/PrvText.txt", Array(preview.utf8))
    try archive.add("settings.xml", settings)
    return archive.pieces
  }

  /// The version of the format, and who wrote it; no version of the product, so that pages stay comparable.
  private var version: [[UInt8]] {
    part { writer in
      writer.start("hv:HCFVersion")
      writer.attribute("xmlns:hv", "http://www.hancom.co.kr/hwpml/2011/version")
      writer.attribute("tagetApplication", "WORDPROCESSOR")
      writer.attribute("major", 5)
      writer.attribute("minor", 0)
      writer.attribute("micro", 5)
      writer.attribute("buildNumber", 0)
      writer.attribute("os", 1)
      writer.attribute("xmlVersion", "1.4")
      writer.attribute("application", "guideline-audit")
      writer.attribute("appVersion", "1")
      writer.end("hv:HCFVersion")
    }
  }

  private var container: [[UInt8]] {
    part { writer in
      writer.markup(
        """
        <ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" \
        xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf"><ocf:rootfiles>\
        <ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>\
        <ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/>\
        </ocf:rootfiles></ocf:container>
        """)
    }
  }

  private var manifest: [[UInt8]] {
    part { writer in
      writer.markup("<odf:manifest xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>")
    }
  }

  private var settings: [[UInt8]] {
    part { writer in
      writer.markup(
        """
        <ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app" \
        xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">\
        <ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>
        """)
    }
  }

  /// The list of parts, with what the document says of itself; no dates, so that the same report gives the same bytes.
  private var content: [[UInt8]] {
    part { writer in
      writer.start("opf:package")
      HWPXNamespaces.write(to: &writer)
      writer.attribute("version", "")
      writer.attribute("unique-identifier", "")
      writer.attribute("id", "")
      writer.start("opf:metadata")
      writer.element("opf:title", text: info.title)
      writer.element("opf:language", text: info.language.rawValue)
      meta("creator", "guideline-audit", &writer)
      meta("subject", info.about, &writer)
      writer.end("opf:metadata")
      writer.markup(
        """
        <opf:manifest><opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>\
        <opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>\
        <opf:item id="settings" href="settings.xml" media-type="application/xml"/></opf:manifest>\
        <opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine>
        """)
      writer.end("opf:package")
    }
  }

  private func meta(_ name: String, _ text: String, _ writer: inout XMLWriter) {
    writer.start("opf:meta")
    writer.attribute("name", name)
    writer.attribute("content", "text")
    writer.text(text)
    writer.end("opf:meta")
  }

  private func part(_ content: (inout XMLWriter) -> Void) -> [[UInt8]] {
    var writer = XMLWriter()
    writer.declaration()
    content(&writer)
    return writer.pieces
  }
}

/// The namespaces of OWPML as Hancom Office declares them at the root of every part.
enum HWPXNamespaces {
  /// Declares them at the element that was opened last.
  static func write(to writer: inout XMLWriter) {
    writer.attribute("xmlns:ha", "http://www.hancom.co.kr/hwpml/2011/app")
    writer.attribute("xmlns:hp", "http://www.hancom.co.kr/hwpml/2011/paragraph")
    writer.attribute("xmlns:hp10", "http://www.hancom.co.kr/hwpml/2016/paragraph")
    writer.attribute("xmlns:hs", "http://www.hancom.co.kr/hwpml/2011/section")
    writer.attribute("xmlns:hc", "http://www.hancom.co.kr/hwpml/2011/core")
    writer.attribute("xmlns:hh", "http://www.hancom.co.kr/hwpml/2011/head")
    writer.attribute("xmlns:hhs", "http://www.hancom.co.kr/hwpml/2011/history")
    writer.attribute("xmlns:hm", "http://www.hancom.co.kr/hwpml/2011/master-page")
    writer.attribute("xmlns:hpf", "http://www.hancom.co.kr/schema/2011/hpf")
    writer.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    writer.attribute("xmlns:opf", "http://www.idpf.org/2007/opf/")
    writer.attribute("xmlns:ooxmlchart", "http://www.hancom.co.kr/hwpml/2016/ooxmlchart")
    writer.attribute("xmlns:hwpunitchar", "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar")
    writer.attribute("xmlns:epub", "http://www.idpf.org/2007/ops")
    writer.attribute("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0")
  }
}

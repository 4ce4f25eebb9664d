import Diagnostics
package import Expressions

extension Register {
  /// Reads a register.
  package init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), bodies: try pack.list(Body.init(from:)),
      instruments: try pack.list(Instrument.init(from:)), file: try pack.ownFile())
    pages = try pack.optionalString()
  }

  /// Writes the register.
  package func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    try pack.list(bodies) { pack, body throws(PackFailure) in try body.write(to: &pack) }
    try pack.list(instruments) { pack, instrument throws(PackFailure) in try instrument.write(to: &pack) }
    pack.optionalString(pages)
  }
}

extension Register.Body {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), names: try Dated(from: &pack), competence: try pack.optionalText(),
      url: try pack.optionalString(), span: try pack.span())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    try names.write(to: &pack)
    pack.optionalText(competence)
    pack.optionalString(url)
    try pack.span(span)
  }
}

extension Register.Instrument {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), kind: try pack.member(), title: try pack.text(), body: try pack.optionalString(),
      url: try pack.optionalString(), note: try pack.optionalText(),
      articles: try pack.list(Register.Article.init(from:)), span: try pack.span())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    pack.member(kind)
    pack.text(title)
    pack.optionalString(body)
    pack.optionalString(url)
    pack.optionalText(note)
    try pack.list(articles) { pack, article throws(PackFailure) in try article.write(to: &pack) }
    try pack.span(span)
  }
}

extension Register.Article {
  fileprivate init(from pack: inout PackReader) throws(PackFailure) {
    self.init(
      id: try pack.string(), numbers: try Dated(from: &pack), title: try pack.optionalText(),
      isCovered: try pack.bool(), why: try pack.optionalText(), span: try pack.span())
  }

  fileprivate func write(to pack: inout PackWriter) throws(PackFailure) {
    pack.string(id)
    try numbers.write(to: &pack)
    pack.optionalText(title)
    pack.bool(isCovered)
    pack.optionalText(why)
    try pack.span(span)
  }
}

package import Diagnostics
package import Expressions

/// The bodies and instruments of a jurisdiction, with the names and numbers they bore on a date.
package struct Register: Sendable {
  /// Such as `kr`.
  package var id: String
  /// Bodies in their order.
  package var bodies: [Body]
  /// Instruments in their order.
  package var instruments: [Instrument]
  /// Address or path of the folder in which the pages of its bodies' rules are published.
  package var pages: String?
  /// Where it was read from.
  package var file: SourceFile

  /// A register as it stands in a file.
  package init(id: String, bodies: [Body], instruments: [Instrument], file: SourceFile) {
    self.id = id
    self.bodies = bodies
    self.instruments = instruments
    self.file = file
  }

  /// The body with an id.
  package func body(_ id: String) -> Body? {
    bodies.first { $0.id == id }
  }

  /// A ministry, commission or court.
  package struct Body: Sendable {
    /// Such as `kr.msit`.
    package var id: String
    /// Its name on a day.
    package var names: Dated<LocalizedText>
    /// What it decides.
    package var competence: LocalizedText?
    /// Where it can be read.
    package var url: String?
    /// Place of its id.
    package var span: SourceSpan

    /// A body with the names it has borne.
    package init(
      id: String, names: Dated<LocalizedText>, competence: LocalizedText? = nil, url: String? = nil,
      span: SourceSpan
    ) {
      self.id = id
      self.names = names
      self.competence = competence
      self.url = url
      self.span = span
    }
  }

  /// An act, decree, criterion or plan.
  package struct Instrument: Sendable {
    /// Its id, to which policies refer.
    package var id: String
    /// What kind of text it is.
    package var kind: LegalStatus
    /// What people call it.
    package var title: LocalizedText
    /// Id of the body that issued it.
    package var body: String?
    /// Where it can be read.
    package var url: String?
    /// What readers should know besides.
    package var note: LocalizedText?
    /// The provisions that matter here.
    package var articles: [Article]
    /// Place of its id.
    package var span: SourceSpan

    /// An instrument with those of its articles that matter to the policies.
    package init(
      id: String, kind: LegalStatus, title: LocalizedText, body: String? = nil, url: String? = nil,
      note: LocalizedText? = nil, articles: [Article] = [], span: SourceSpan
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.body = body
      self.url = url
      self.note = note
      self.articles = articles
      self.span = span
    }
  }

  /// A provision, with the numbers it has borne.
  package struct Article: Sendable {
    /// Its id, to which policies refer.
    package var id: String
    /// The number it bore on a day, such as `제37조의11`, art. 37-11.
    package var numbers: Dated<LocalizedText>
    /// What it is about.
    package var title: LocalizedText?
    /// False: no policy of the set checks it.
    package var isCovered: Bool
    /// Why it is not covered.
    package var why: LocalizedText?
    /// Place of its id.
    package var span: SourceSpan

    /// An article with the numbers it has borne.
    package init(
      id: String, numbers: Dated<LocalizedText>, title: LocalizedText? = nil, isCovered: Bool = true,
      why: LocalizedText? = nil, span: SourceSpan
    ) {
      self.id = id
      self.numbers = numbers
      self.title = title
      self.isCovered = isCovered
      self.why = why
      self.span = span
    }
  }
}

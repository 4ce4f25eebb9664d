public import Diagnostics

/// Everything an audit of one scheme came to. Every format, in both languages, is rendered from it alone.
public struct AuditReport: Sendable, Codable {
  /// Name and version of the format that `json` writes. A change that breaks a reader raises the version.
  public enum Format: String, Sendable, Hashable, Codable {
    case version1 = "guideline_report/1"
  }

  /// The format of its JSON.
  public var format: Format
  /// The program that made it.
  public var tool: Tool
  /// Every file that was read, in the order of their paths.
  public var inputs: [Input]
  /// The scheme that was audited.
  public var scheme: Scheme
  /// The policies it was audited against.
  public var policies: [Policy]
  /// What the user chose.
  public var options: AuditOptions
  /// Which dates picked the versions of the law.
  public var law: LawDate
  /// What kind of document the scheme is.
  public var provenance: ReportProvenance?
  /// An authority's facts that count in place of the scheme's.
  public var facts: OverlaidFacts?
  /// Requirements of the same instruments that no rule covers.
  public var notCovered: [UncoveredArticle]
  /// Labels of the units that values use, by their codes.
  public var units: [String: LocalizedText]
  /// What of the scheme is confidential and still in the report; nil where nothing is.
  public var confidential: ConfidentialFacts?
  /// Paths of the confidential facts that were withheld; nil in a report that was not redacted.
  public var withheld: [String]?
  /// The verdict and the counts.
  public var summary: Summary
  /// Every rule with its worst outcome, in the order of the policies.
  public var rules: [RuleResult]
  /// Missing facts, the one that most findings wait for first.
  public var needs: [Need]
  /// All findings, in the order of the policies, rules and subjects.
  public var findings: [Finding]

  /// A report; the rules table, the needs and the summary follow from the findings.
  public init(
    tool: Tool, inputs: [Input], scheme: Scheme, policies: [Policy], options: AuditOptions, law: LawDate,
    provenance: ReportProvenance? = nil, facts: OverlaidFacts? = nil, notCovered: [UncoveredArticle] = [],
    units: [String: LocalizedText] = [:], findings: [Finding]
  ) {
    format = .version1
    self.tool = tool
    self.inputs = inputs
    self.scheme = scheme
    self.policies = policies
    self.options = options
    self.law = law
    self.provenance = provenance
    self.facts = facts
    self.notCovered = notCovered
    self.units = units
    self.findings = findings
    rules = RuleResult.table(of: findings)
    needs = Need.sorted(from: findings)
    summary = Summary(findings: findings, rules: rules, options: options)
  }

  /// The day of the audit (`2022-11-18`) from which days left are counted: the one that was named, else the user's
  /// date of the law; nil where there is neither.
  public var day: String? { options.today ?? law.date }
}

extension AuditReport {
  /// The program that made a report.
  public struct Tool: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String

    /// A program by name and version.
    public init(name: String = "guideline-audit", version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A file that was read.
  public struct Input: Sendable, Hashable, Codable {
    /// Its path as the user gave it.
    public var path: String
    /// SHA-256 of its bytes in lower-case hexadecimal digits; computed anew where only the file is known.
    public var sha256: String {
      switch content {
      case .digest(let digest): digest
      case .file(let file): Digest.sha256(of: file.bytes)
      }
    }
    /// The file's first line, such as `guideline_policy/1`.
    public var format: String?

    /// A file with its digest.
    public init(path: String, sha256: String, format: String? = nil) {
      self.path = path
      content = .digest(sha256)
      self.format = format
    }

    /// A file of which a digest is made when a report asks for it.
    package init(_ file: SourceFile, format: String?) {
      path = file.path
      content = .file(file)
      self.format = format
    }

    private var content: Content

    private enum Content: Sendable {
      case digest(String)
      case file(SourceFile)
    }

    private enum CodingKeys: String, CodingKey {
      case path, sha256, format
    }

    /// Reads an input of a saved report.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      path = try values.decode(String.self, forKey: .path)
      content = .digest(try values.decode(String.self, forKey: .sha256))
      format = try values.decodeIfPresent(String.self, forKey: .format)
    }

    /// Writes the digest, not the file.
    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(path, forKey: .path)
      try values.encode(sha256, forKey: .sha256)
      try values.encodeIfPresent(format, forKey: .format)
    }

    /// Inputs with the same path, digest and format are equal.
    public static func == (a: Input, b: Input) -> Bool {
      a.path == b.path && a.sha256 == b.sha256 && a.format == b.format
    }

    /// Hashes path, digest and format.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(path)
      hasher.combine(sha256)
      hasher.combine(format)
    }
  }

  /// The scheme that was audited.
  public struct Scheme: Sendable, Hashable, Codable {
    /// Its id, if it states one.
    public var id: String?
    /// Its title, if it states one.
    public var title: LocalizedText?
    /// Its file as the user gave it.
    public var path: String
    /// Facts that introduce it, such as the company and the incident, as the vocabulary marks them.
    public var headlines: [Headline]
    /// Which elements of its lists name which others, such as the operator of a service.
    public var references: [Headline]

    /// A scheme by id, title and file.
    public init(
      id: String?, title: LocalizedText?, path: String, headlines: [Headline] = [],
      references: [Headline] = []
    ) {
      self.id = id
      self.title = title
      self.path = path
      self.headlines = headlines
      self.references = references
    }

    private enum CodingKeys: String, CodingKey {
      case id, title, path, headlines, references
    }

    /// Reads a scheme of a saved report; reports of older programs introduce none and name no references.
    public init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      id = try keys.decodeIfPresent(String.self, forKey: .id)
      title = try keys.decodeIfPresent(LocalizedText.self, forKey: .title)
      path = try keys.decode(String.self, forKey: .path)
      headlines = try keys.decodeIfPresent([Headline].self, forKey: .headlines) ?? []
      references = try keys.decodeIfPresent([Headline].self, forKey: .references) ?? []
    }
  }

  /// A stated fact that introduces a scheme.
  public struct Headline: Sendable, Hashable, Codable {
    /// The fact's path, such as `incident.started`.
    public var path: String
    /// What people call it.
    public var name: LocalizedText
    /// What the scheme states.
    public var value: ReportValue
    /// The file that states it.
    public var file: String
    /// Line, from 1.
    public var line: Int

    /// A stated fact with its place.
    public init(path: String, name: LocalizedText, value: ReportValue, file: String, line: Int) {
      self.path = path
      self.name = name
      self.value = value
      self.file = file
      self.line = line
    }
  }

  /// A policy that the scheme was audited against.
  public struct Policy: Sendable, Hashable, Codable {
    /// What kind of text it states.
    public struct Legal: Sendable, Hashable, Codable {
      /// What kind of text, and how far it got.
      public var status: LegalStatus
      /// What weight it has.
      public var effect: Effect
      /// What a reader should know about its standing.
      public var note: LocalizedText?

      /// A legal nature.
      public init(status: LegalStatus, effect: Effect, note: LocalizedText? = nil) {
        self.status = status
        self.effect = effect
        self.note = note
      }
    }

    /// Whether a body has approved the policy's wording.
    public struct Review: Sendable, Hashable, Codable {
      /// `approved`, or how far the review got.
      public var status: String
      /// Who reviewed it.
      public var by: String?
      /// The day.
      public var on: String?
      /// The document that says so.
      public var document: String?

      /// A review.
      public init(status: String, by: String? = nil, on: String? = nil, document: String? = nil) {
        self.status = status
        self.by = by
        self.on = on
        self.document = document
      }
    }

    /// Its id.
    public var id: String
    /// Its version.
    public var version: String
    /// Its title.
    public var title: LocalizedText
    /// What kind of text it states.
    public var legal: Legal
    /// Nil: nobody has approved its wording.
    public var review: Review?

    /// A policy.
    public init(id: String, version: String, title: LocalizedText, legal: Legal, review: Review? = nil) {
      self.id = id
      self.version = version
      self.title = title
      self.legal = legal
      self.review = review
    }

    /// Whether a body has approved its wording.
    public var isApproved: Bool { review?.status == "approved" }
  }
}

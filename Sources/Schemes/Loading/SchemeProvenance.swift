package import Diagnostics
package import Expressions

/// What kind of document a scheme file is.
package struct SchemeProvenance: Sendable {
  /// How the file came about.
  package enum Kind: String, Sendable, CaseIterable {
    /// Handed in by the company.
    case filed
    /// Written by the company, not handed in.
    case draft
    /// Built by others from public reports: not a document of the company.
    case reconstructed
  }

  /// Filed, draft or reconstructed.
  package let kind: Kind
  /// Who wrote the file.
  package let by: String?
  /// The day the file was written.
  package let on: Day?
  /// The file says in so many words that the company did not hand it in.
  package let isDeclaredNotFiled: Bool
  /// What else the file says about it.
  package let note: LocalizedText?
  /// Where it can be read.
  package let url: String?
  /// Where the file says so.
  package let span: SourceSpan
}

/// What facts rest on: a publication, a report, a calculation.
package struct SchemeSource: Sendable {
  /// The name that `source:` uses.
  package let name: String
  /// What it is called for people.
  package let title: LocalizedText
  /// Such as `company_publication`, `news`, `authority`.
  package let kind: String?
  /// The day it appeared.
  package let date: Day?
  /// Such as `verified`, `inferred`.
  package let confidence: String?
  /// Where it can be read.
  package let url: String?
  /// What else the file says about it.
  package let note: LocalizedText?
  /// Where the file says so.
  package let span: SourceSpan
}

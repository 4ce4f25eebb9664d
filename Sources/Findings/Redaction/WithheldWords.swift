public import Diagnostics

/// What a redacted report says in place of a finding's words that show confidential facts; nil where they show none.
public struct WithheldWords: Sendable, Hashable, Codable {
  /// In place of the subject's path.
  public var subject: String?
  /// In place of the subject's name.
  public var subjectName: LocalizedText?
  /// In place of the message.
  public var message: LocalizedText?
  /// In place of the remedy.
  public var remedy: LocalizedText?
  /// In place of the question.
  public var question: LocalizedText?

  /// Words for a redacted report.
  public init(
    subject: String? = nil, subjectName: LocalizedText? = nil, message: LocalizedText? = nil,
    remedy: LocalizedText? = nil, question: LocalizedText? = nil
  ) {
    self.subject = subject
    self.subjectName = subjectName
    self.message = message
    self.remedy = remedy
    self.question = question
  }

  /// Whether all words stay as they are.
  package var isEmpty: Bool { self == WithheldWords() }
}

extension WithheldWords {
  /// Writes the members that there are.
  func write(to writer: inout JSONWriter) {
    writer.member("subject", ifAny: subject)
    writer.member("subjectName", ifAny: subjectName)
    writer.member("message", ifAny: message)
    writer.member("remedy", ifAny: remedy)
    writer.member("question", ifAny: question)
  }
}

import Diagnostics

extension Finding {
  /// Writes the finding as an object; keys that readers count on are always there, as `null` or `[]` if need be.
  func write(to writer: inout JSONWriter, _ shared: inout SharedJSON) {
    writer.object { writer in
      writeRule(to: &writer, &shared)
      writeWords(to: &writer)
      writeGrounds(to: &writer, &shared)
      shared.write(.citations, of: heading, to: &writer)
      shared.write(exception, to: &writer)
      writer.write("waiver", waiver) { $1.write(to: &$0) }
      writer.write("decision", decision) { $1.write(to: &$0) }
      if !earlierDecisions.isEmpty {
        writer.member("earlierDecisions", earlierDecisions) { writer, decision in
          writer.object { decision.write(to: &$0) }
        }
      }
      writer.member("factsDigest", ifAny: factsDigest)
      writer.member("proof", proof.rawValue)
      writer.write("cost", cost) {
        $0.member("title", $1.title)
        $0.write("value", $1.value)
      }
      if let deadline {
        writer.member("deadline") {
          $0.member("title", deadline.title)
          if let last = deadline.last { $0.write("last", last) }
          $0.member("text", ifAny: deadline.text)
          if let from = deadline.from { $0.write("from", from) }
          if deadline.isDefault { $0.member("default", true) }
          if !deadline.verified { $0.member("verified", false) }
        }
      }
      writer.write("location", location)
      if let withheld { writer.member("withheld") { withheld.write(to: &$0) } }
      writer.member("helpUri", orNull: heading.helpUri)
      writer.member("fingerprint", fingerprint)
    }
  }

  private func writeRule(to writer: inout JSONWriter, _ shared: inout SharedJSON) {
    shared.write(.names, of: heading, to: &writer)
    writer.member("subject", orNull: subject)
    writer.member("subjectName", ifAny: subjectName)
    shared.write(.titles, of: heading, to: &writer)
    writer.member("outcome", outcome.rawValue)
    writer.member("word", word)
    shared.write(.weight, of: heading, to: &writer)
    writer.member("firm", firm)
    shared.write(.authority, of: heading, to: &writer)
  }

  private func writeWords(to writer: inout JSONWriter) {
    writer.member("message", orNull: message)
    writer.member("remedy", orNull: remedy)
    writer.member("question", orNull: question)
    writer.write("actual", actual)
    writer.member("actualText", ifAny: actualText)
    writer.write("expected", expected)
    writer.member("expectedText", ifAny: expectedText)
  }

  private func writeGrounds(to writer: inout JSONWriter, _ shared: inout SharedJSON) {
    shared.write("evidence", evidence, to: &writer) { $0.write(to: &$1) }
    shared.write("missing", missing, to: &writer) { $0.write(to: &$1) }
    shared.write("assumed", assumed, to: &writer) { $0.write(to: &$1) }
    shared.write("lists", lists, to: &writer) { $0.write(to: &$1) }
    if !further.isEmpty {
      writer.member("further", further) { writer, failures in
        writer.object {
          $0.member("path", ifAny: failures.path)
          $0.member("name", ifAny: failures.name)
          $0.member("count", failures.count)
        }
      }
    }
    shared.write(parameters, to: &writer)
    shared.write(tables, to: &writer)
    shared.write(dates, to: &writer)
    writer.member("steps", steps) { $1.write(to: &$0) }
    if !bindings.isEmpty {
      writer.member("bindings", bindings) { writer, binding in
        writer.object {
          $0.member("name", binding.name)
          $0.member("path", ifAny: binding.path)
        }
      }
    }
  }
}

extension RuleHeading {
  /// Writes what the rule is called by.
  func writeNames(to writer: inout JSONWriter) {
    writer.member("policy", policy)
    writer.member("rule", rule)
    writer.member("part", orNull: part)
    if isMeasure { writer.member("measure", true) }
  }

  /// Writes what the rule is about.
  func writeTitles(to writer: inout JSONWriter) {
    writer.member("title", title)
    writer.member("partTitle", ifAny: partTitle)
    writer.member("text", ifAny: text)
    writer.member("textOneOf", ifAny: textOneOf)
  }

  /// Writes what weight the rule has.
  func writeWeight(to writer: inout JSONWriter) {
    writer.member("effect", effect.rawValue)
    writer.member("status", status.rawValue)
  }

  /// Writes how much the rule matters, whose it is and when it holds.
  func writeAuthority(to writer: inout JSONWriter) {
    writer.member("severity", severity.rawValue)
    writer.write("authority", authority) {
      $0.member("id", $1.id)
      $0.member("name", $1.name)
      $0.member("oneOf", ifAny: $1.oneOf)
    }
    writer.member("sanction", ifAny: sanction)
    if !inForce.isOpen {
      writer.member("inForce") {
        $0.member("from", ifAny: inForce.from)
        $0.member("to", ifAny: inForce.to)
      }
    }
  }

  /// Writes where the rule is written.
  func writeCitations(to writer: inout JSONWriter) {
    writer.member("citations", citations) { $1.write(to: &$0) }
  }
}

extension ExceptionUse {
  /// Writes the members of the exception.
  func write(to writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("title", title)
    writer.member("cite", ifAny: cite)
    writer.member("state", state.rawValue)
    writer.member("effect", effect.rawValue)
    writer.member("review", review)
    writer.member("proof", ifAny: proof)
    if let inForce {
      writer.member("inForce") {
        $0.member("from", ifAny: inForce.from)
        $0.member("to", ifAny: inForce.to)
      }
    }
  }
}

extension WaiverUse {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("state", state.rawValue)
    writer.member("grantedBy") {
      $0.member("id", grantedBy.id)
      $0.member("name", grantedBy.name)
    }
    writer.member("grantedOn", grantedOn)
    writer.member("expires", expires)
    writer.member("basis", ifAny: basis)
    writer.member("reason", ifAny: reason)
    writer.member("document", ifAny: document)
  }
}

extension DecisionUse {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("from", ifAny: from?.rawValue)
    writer.member("to", ifAny: to?.rawValue)
    writer.member("reply", ifAny: reply)
    writer.member("by", by)
    writer.member("on", on)
    writer.member("reason", ifAny: reason)
    writer.member("document", ifAny: document)
    writer.member("stale", stale)
  }
}

extension Citation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("cite", cite)
      $0.member("status", orNull: status?.rawValue)
      $0.member("verified", verified)
      $0.member("url", ifAny: url)
      $0.member("oneOf", ifAny: oneOf)
    }
  }
}

extension JSONWriter {
  /// Writes versions of which one holds; nothing where there are none.
  fileprivate mutating func member(_ name: StaticString, ifAny versions: [PossibleVersion]) {
    guard !versions.isEmpty else { return }
    member(name, versions) { writer, version in
      writer.object {
        $0.member("text", version.text)
        $0.member("from", ifAny: version.from)
        $0.member("to", ifAny: version.to)
        $0.member("id", ifAny: version.id)
      }
    }
  }
}

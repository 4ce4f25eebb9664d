import Diagnostics
import Expressions
import Findings
import Policies
import Schemes

extension PolicySet {
  /// The set in bytes for the running program, of use as long as neither it nor any of the set's files changes; nil for
  /// a set that cannot be kept, and for a program that cannot be told from others.
  package func packed() -> [UInt8]? {
    ProgramFile.current().flatMap { packed(for: $0.build) }
  }

  /// Why an audit does not use a pack for the set; nil where it does.
  package func refusal(of pack: PolicyPack) -> PolicyPack.Refusal? {
    guard pack.isMade(of: entries) else { return .ofOtherFiles }
    return pack.isWhole ? nil : .damaged
  }

  private var entries: [PolicyPack.Entry] {
    inputs.compactMap { input in
      FileKind(format: input.format).map { PolicyPack.Entry(kind: $0, sha256: input.sha256) }
    }
  }

  /// The set in bytes for one build of the program; nil for a set that cannot be kept: one with warnings, with values
  /// that no file states, or of more bytes than a file may have. Notes are for those who check a set and are not kept.
  ///
  /// What the bytes give is compared with the set part by part before they are given out.
  func packed(for build: String) -> [UInt8]? {
    guard !diagnostics.contains(where: { $0.severity > .note }), Difference.canBeSeen,
      let bytes = try? bytes(for: build), bytes.count <= FileReading.longest
    else { return nil }
    return difference(from: bytes, build) == nil ? bytes : nil
  }

  /// The set in bytes, as it comes.
  func bytes(for build: String) throws(PackFailure) -> [UInt8] {
    let files = entries
    guard files.count == inputs.count else { throw .unwritable }
    return try PolicyPack.bytes(of: files, parts: try parts(), build: build)
  }

  /// Where the set differs from what its bytes give; nil where it does not.
  func difference(from bytes: [UInt8], _ build: String) -> String? {
    guard let given = unpacked(from: bytes, build) else { return "nothing is given" }
    var wanted = self
    wanted.companions = []
    wanted.diagnostics = []
    return Difference.between(wanted, given)
  }

  /// The set that a pack of it gives.
  private func unpacked(from bytes: [UInt8], _ build: String) -> PolicySet? {
    guard let pack = try? PolicyPack(bytes, build: build) else { return nil }
    let files = vocabularies.values.map(\.file) + registers.map(\.file) + policies.map(\.file)
    let known = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let loaded = inputs.compactMap { input in
      FileKind(format: input.format).map { kind in
        // A calendar names no places.
        let file = known[input.path] ?? SourceFile(path: input.path, bytes: [])
        return FoundFile.Loaded(
          kind: kind, file: file, sha256: input.sha256, packed: pack.content(of: file, kind, input.sha256))
      }
    }
    var set = pack.unpack(loaded, beside: [])?.set
    set?.arrange()
    return set
  }

  /// Files beside its own that a policy names places of: bodies have their names from registers.
  var namedFiles: [SourceFile] { registers.map(\.file) }

  private func parts() throws(PackFailure) -> [(name: String, bytes: [UInt8])] {
    let digests = Dictionary(inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    var parts: [(name: String, bytes: [UInt8])] = []
    func add(
      _ files: [SourceFile], _ write: (inout PackWriter) throws(PackFailure) -> Void
    ) throws(PackFailure) {
      guard let file = files.first, let digest = digests[file.path] else { throw .unwritable }
      var pack = PackWriter(files: files)
      try write(&pack)
      parts.append((digest, pack.bytes))
    }
    for vocabulary in vocabularies.values.sorted(by: { $0.id < $1.id }) {
      try add([vocabulary.file]) { pack throws(PackFailure) in try vocabulary.write(to: &pack) }
    }
    for register in registers {
      try add([register.file]) { pack throws(PackFailure) in try register.write(to: &pack) }
    }
    for policy in policies {
      guard let vocabulary = vocabularies[policy.vocabulary] else { throw .unwritable }
      try add([policy.file] + namedFiles) { pack throws(PackFailure) in
        pack.string(policy.vocabulary)
        try policy.write(to: &pack, vocabulary: vocabulary.environment)
      }
    }
    var pack = PackWriter()
    try pack.list(calendars.values.sorted { $0.id < $1.id }) { pack, calendar throws(PackFailure) in
      try calendar.write(to: &pack)
    }
    parts.append((PolicyPack.calendars, pack.bytes))
    return parts
  }
}

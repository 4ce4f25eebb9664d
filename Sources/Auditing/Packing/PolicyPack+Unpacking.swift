import Diagnostics
import Expressions
import Policies
import Schemes

extension PolicyPack {
  /// What the pack says of a file that needs no other one.
  func content(of file: SourceFile, _ kind: FileKind, _ sha256: String) -> PolicySetFile.Content? {
    switch kind {
    case .vocabulary: content(of: sha256, in: [file], Vocabulary.init(from:)).map { .vocabulary($0) }
    case .register: content(of: sha256, in: [file], Register.init(from:)).map { .register($0) }
    case .calendar, .policy, .profile, .waivers, .decisions, .test, .report: nil
    }
  }

  /// The set that these files are, with the schemes read beside it; nil where the pack was not made of these very files,
  /// or is damaged.
  func unpack(
    _ files: [FoundFile.Loaded], beside schemes: [SchemeFile]
  ) -> (set: PolicySet, schemes: [SchemeFile])? {
    guard isMade(of: files.map { Entry(kind: $0.kind, sha256: $0.sha256) }) else { return nil }
    var set = PolicySet()
    for file in files {
      set.inputs.append(file.input)
      switch file.packed {
      case .vocabulary(let vocabulary): set.vocabularies[vocabulary.id] = vocabulary
      case .register(let register): set.registers.append(register)
      case .calendar, nil:
        guard file.kind == .calendar || file.kind == .policy else { return nil }
      }
    }
    guard
      let calendars = content(
        of: Self.calendars, { pack throws(PackFailure) in try pack.list(Calendar.init(from:)) })
    else { return nil }
    for calendar in calendars { set.calendars[calendar.id] = calendar }
    set.registers.sort { $0.id < $1.id }
    let policies = files.filter { $0.kind == .policy }
    let (unpacked, read) = Parallel.map(
      policies, longestFirst: \.effort, { [set] in policy(in: $0, of: set) },
      beside: schemes, { [set] in $0.read(with: set) })
    set.policies = unpacked.compactMap { $0 }
    return set.policies.count == policies.count ? (set, read) : nil
  }

  private func policy(in file: FoundFile.Loaded, of set: PolicySet) -> Policy? {
    content(of: file.sha256, in: [file.file] + set.namedFiles) { pack throws(PackFailure) in
      guard let vocabulary = set.vocabularies[try pack.string()] else { throw .damaged }
      pack.environment = vocabulary.environment
      return try Policy(from: &pack, calendars: set.calendars)
    }
  }
}

import Findings

/// Files and two schemes that break a property, made as small as they can be.
struct SoundnessCounterexample: CustomStringConvertible {
  var files: DraftedSet.Files
  var one: SchemeDraft
  var other: SchemeDraft
  /// What is broken.
  var problem: String

  var description: String {
    """
    \(problem)
    # ── vocabulary.yaml
    \(files.vocabulary.yaml)
    # ── policy.yaml
    \(files.policy.yaml)
    \(files.waivers.map { "# ── waivers.yaml\n\($0.yaml)\n" } ?? "")# ── one.yaml
    \(one.yaml)
    # ── other.yaml
    \(other.yaml)
    """
  }

  /// Most ways to make it smaller that are tried.
  private static let mostTries = 2_500

  /// The smallest that is found by leaving out and simplifying one thing after another while something is broken.
  func shrunk() -> SoundnessCounterexample {
    var best = self
    var tries = 0
    var isSmaller = true
    while isSmaller, tries < Self.mostTries {
      isSmaller = false
      for files in best.simplerFiles where tries < Self.mostTries {
        tries += 1
        guard let smaller = Self(files, best.one, best.other) else { continue }
        (best, isSmaller) = (smaller, true)
        break
      }
      var problems: [String] = []
      guard let set = DraftedSet(best.files, problems: &problems) else { return best }
      var isSimplerPair = true
      while isSimplerPair, tries < Self.mostTries {
        isSimplerPair = false
        for (one, other) in best.simplerPairs where tries < Self.mostTries {
          tries += 1
          guard let smaller = Self(best.files, set, one, other) else { continue }
          (best, isSmaller, isSimplerPair) = (smaller, true, true)
          break
        }
      }
    }
    return best
  }

  private init?(_ files: DraftedSet.Files, _ one: SchemeDraft, _ other: SchemeDraft) {
    var problems: [String] = []
    guard let set = DraftedSet(files, problems: &problems) else { return nil }
    self.init(files, set, one, other)
  }

  /// Nil: the schemes are not valid, or nothing is broken.
  init?(_ files: DraftedSet.Files, _ set: DraftedSet, _ one: SchemeDraft, _ other: SchemeDraft) {
    guard let a = set.audit(one), let b = set.audit(other), let problem = set.problem(a, b) else {
      return nil
    }
    (self.files, self.one, self.other, self.problem) = (files, one, other, problem)
  }

  // ── one step smaller ───────────────────────────────────────────────────────

  private var simplerFiles: [DraftedSet.Files] {
    var all: [DraftedSet.Files] = []
    func add(_ change: (inout DraftedSet.Files) -> Void) {
      var files = files
      change(&files)
      all.append(files)
    }
    if let waivers = files.waivers {
      add { $0.waivers = nil }
      for waivers in waivers.simpler { add { $0.waivers = waivers } }
    }
    for policy in files.policy.simpler { add { $0.policy = policy } }
    for vocabulary in files.vocabulary.simpler { add { $0.vocabulary = vocabulary } }
    return all
  }

  /// Less in both schemes, less difference between them, and plainer values.
  private var simplerPairs: [(SchemeDraft, SchemeDraft)] {
    var all: [(SchemeDraft, SchemeDraft)] = []
    for place in one.places {
      all.append((one.saying(nil, at: place), other.saying(nil, at: place)))
      if one.said(at: place) != other.said(at: place) {
        all.append((one, other.saying(one.said(at: place), at: place)))
      }
      for said in one.said(at: place)?.simpler ?? [] where one.said(at: place) == other.said(at: place) {
        all.append((one.saying(said, at: place), other.saying(said, at: place)))
      }
    }
    for place in other.places where one.said(at: place) != other.said(at: place) {
      all.append((one, other.saying(one.said(at: place), at: place)))
      all.append((one.saying(other.said(at: place), at: place), other))
    }
    return all.filter { $0.0 != one || $0.1 != other }
  }
}

extension SchemeDraft.Said {
  /// Fewer values, a whole list in place of an incomplete one, one value in place of bounds or readings.
  fileprivate var simpler: [SchemeDraft.Said] {
    switch self {
    case .scalar(let text):
      text.hasPrefix("{")
        ? text.split { !$0.isNumber && !$0.isLetter && $0 != "-" }.dropFirst().map { .scalar(String($0)) }
        : []
    case .values(let values, let isIncomplete):
      values.indices.map { place in
        var less = values
        less.remove(at: place)
        return .values(less, isIncomplete: isIncomplete)
      } + (isIncomplete ? [.values(values)] : [])
    case .records(let records, let isIncomplete): isIncomplete ? [.records(records)] : []
    }
  }
}

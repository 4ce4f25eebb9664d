package import Diagnostics

/// A value with its history: an entry holds from its day until the next one's.
package struct Dated<Element: Sendable>: Sendable {
  /// What holds from one day on, or from one day to another.
  package struct Version: Sendable {
    /// First day it holds; nil: always.
    package var from: Day?
    /// Last day it holds, if it ends before the next version begins.
    package var to: Day?
    /// What holds.
    package var value: Element
    /// Where it comes from.
    package var provenance: Provenance

    /// A version; `to` only where it ends before the next one begins.
    package init(from: Day?, to: Day? = nil, value: Element, provenance: Provenance) {
      self.from = from
      self.to = to
      self.value = value
      self.provenance = provenance
    }
  }

  /// In the order of their days.
  package var versions: [Version]

  /// A history whose versions stand in the order of their days.
  package init(versions: [Version]) {
    self.versions = versions
  }

  /// A value that never changed.
  package init(always value: Element, provenance: Provenance = Provenance()) {
    versions = [Version(from: nil, value: value, provenance: provenance)]
  }

  /// Index of the version in force on a day; nil before the first and where none holds.
  package func index(on day: Day) -> Int? {
    guard let index = lastBegun(by: day), versions[index].to.map({ day <= $0 }) ?? true else { return nil }
    return index
  }

  /// Index of the one version that holds on every day from one to another, `.some(nil)` if none does on any of
  /// them; nil if they differ.
  func index(from first: Day, to last: Day) -> Int?? {
    guard lastBegun(by: first) == lastBegun(by: last) else { return nil }
    let (start, end) = (index(on: first), index(on: last))
    return start == end ? .some(start) : nil
  }

  /// Index of the only version, if it holds on every day.
  var lasting: Int? {
    versions.count == 1 && versions[0].from == nil && versions[0].to == nil ? 0 : nil
  }

  private func lastBegun(by day: Day) -> Int? {
    // By index, so that no version is copied to look at its day.
    versions.indices.last { versions[$0].from.map { $0 <= day } ?? true }
  }

  /// The version's own last day, else the day before the next version, if there is one.
  package func lastDay(of index: Int) -> Day? {
    if let to = versions[index].to { return to }
    return index + 1 < versions.count ? versions[index + 1].from?.adding(days: -1) : nil
  }
}

/// Where a version comes from and how sure that is.
package struct Provenance: Sendable {
  /// The provision it follows, as people cite it.
  package var cite: LocalizedText?
  /// A legal status of its own (`statute`, `proposed` …), if it differs from the policy's.
  package var status: String?
  /// False: not checked against the source.
  package var isVerified = true
  /// The tool's own number: no body decided it.
  package var isDefault = false
  /// A remark for people.
  package var note: LocalizedText?
  /// Set where a profile tightened the value: the profile's reason.
  package var tightened: LocalizedText?
  /// Its place in the policy file.
  package var span: SourceSpan?

  /// Nothing is known of it: no citation, verified, nobody's default.
  package init() {}
}

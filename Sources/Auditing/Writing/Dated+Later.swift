import Expressions
import Findings

extension Dated {
  /// What holds after a version, as far as it differs from what held before; `written` says what a version gives,
  /// nothing at all where it gives nothing.
  func later(than version: Int, written: (Element) -> [NamedValue]) -> [LaterVersion] {
    guard versions.indices.contains(version) else { return [] }
    guard versions.count > version + 1 || versions[version].to != nil else { return [] }
    var later: [LaterVersion] = []
    var now = written(versions[version].value)
    for place in version..<versions.count {
      if place > version, let from = versions[place].from {
        let new = written(versions[place].value)
        let provenance = versions[place].provenance
        if new != now {
          later.append(
            LaterVersion(
              from: from.iso, values: new, cite: provenance.cite, isDefault: provenance.isDefault,
              verified: provenance.isVerified))
        }
        now = new
      }
      // A version that ends by itself may leave days on which nothing holds.
      guard let end = versions[place].to, let after = end.advanced(byDays: 1) else { continue }
      let next = place + 1 < versions.count ? versions[place + 1].from : nil
      if next != after, !now.isEmpty {
        later.append(LaterVersion(from: after.iso, values: []))
        now = []
      }
    }
    return later
  }
}

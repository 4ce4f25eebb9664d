import Diagnostics
import Expressions
import Policies

/// The names of bodies on a date, from the registers and the policies that name their authors in place.
struct BodyNames: Sendable {
  private var registers: [Register]
  private var authors: [String: Dated<Authority>]

  /// Names from registers first, then from the policies' own authors.
  init(registers: [Register], policies: [Policy]) {
    self.registers = registers
    authors = [:]
    for policy in policies {
      for version in policy.authority.versions where authors[version.value.id] == nil {
        authors[version.value.id] = policy.authority
      }
    }
  }

  /// Where the pages of a policy's rules are published: what the register that names its author says, else the first
  /// register that says it.
  func pages(of policy: Policy) -> String? {
    let authors = policy.authority.versions.map(\.value.id)
    let own = registers.first { register in
      register.pages != nil && authors.contains { register.body($0) != nil }
    }
    return own?.pages ?? registers.lazy.compactMap(\.pages).first
  }

  /// The name that a body bore on a day; its id where nobody names it.
  func name(of id: String, on day: Day) -> LocalizedText {
    for register in registers {
      guard let names = register.body(id)?.names else { continue }
      if let version = names.index(on: day).map({ names.versions[$0] }) ?? names.versions.first {
        return version.value
      }
    }
    let author = authors[id].flatMap { history in
      history.versions.last { $0.value.id == id && $0.from.map { $0 <= day } ?? true }
    }
    return author?.value.name ?? LocalizedText(id)
  }
}

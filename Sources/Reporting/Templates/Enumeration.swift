import Diagnostics

/// Labels of points in the order in which official documents use them.
enum Enumeration {
  /// `가.` `나.` … `하.`, then `거.` and so on; `(a)` to `(z)`, then numbers.
  static func letter(_ index: Int, _ language: Language) -> String {
    switch language {
    case .ko:
      let letters = Array("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허")
      return index < letters.count ? "\(letters[index])." : "\(index + 1)."
    case .en:
      let letters = Array("abcdefghijklmnopqrstuvwxyz")
      return index < letters.count ? "(\(letters[index]))" : "(\(index + 1))"
    }
  }
}

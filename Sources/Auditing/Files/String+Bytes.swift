extension String {
  /// Whether it comes before another text by the bytes of the two, whatever the language.
  func precedesInBytes(_ other: String) -> Bool {
    let (own, others) = (utf8.span, other.utf8.span)
    for index in 0..<min(own.count, others.count) where own[index] != others[index] {
      return own[index] < others[index]
    }
    return own.count < others.count
  }
}

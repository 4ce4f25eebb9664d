/// Searches in texts by their bytes, which both come from one report in one normal form.
enum Bytes {
  /// Whether a text stands in another.
  static func holds(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let lead = part.first, part.count <= text.count else { return part.isEmpty }
        for start in 0...(text.count - part.count) where text[start] == lead {
          if UnsafeBufferPointer(rebasing: text[start..<start + part.count]).elementsEqual(part) {
            return true
          }
        }
        return false
      }
    }
  }
}

/// Searches in texts by their bytes, which both come from one report in one normal form.
enum Bytes {
  /// Whether a text begins with another.
  static func begins(_ text: String, with part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        part.count <= text.count && UnsafeBufferPointer(rebasing: text[..<part.count]).elementsEqual(part)
      }
    }
  }

  /// Whether a text ends with another.
  static func ends(_ text: String, with part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        part.count <= text.count && UnsafeBufferPointer(rebasing: text.suffix(part.count)).elementsEqual(part)
      }
    }
  }

  /// Whether a path leads to a field of the element with a key, as `scheme.services[pay].id` does for `pay`.
  static func leads(_ path: String, toFieldOf key: String) -> Bool {
    var (path, key) = (path, key)
    return path.withUTF8 { path in
      key.withUTF8 { key in
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot >= key.count + 2 else { return false }
        let open = dot - key.count - 2
        return path[open] == UInt8(ascii: "[") && path[dot - 1] == UInt8(ascii: "]")
          && UnsafeBufferPointer(rebasing: path[open + 1..<dot - 1]).elementsEqual(key)
      }
    }
  }

  /// The words between a text's spaces.
  static func words(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
  }

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

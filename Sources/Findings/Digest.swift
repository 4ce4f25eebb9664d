private import Crypto

/// SHA-256 in lower-case hexadecimal digits.
package enum Digest {
  /// Digest of a file's bytes, 64 digits.
  package static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hexadecimal(hash.finalize())
  }

  private static func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    digest.withUnsafeBytes { bytes in
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Finding {
  /// What identifies it across runs: the first 32 digits of the SHA-256 over policy, rule, part and subject,
  /// joined by U+0000, an absent one as empty text.
  public var fingerprint: String {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: policy.utf8)
    bytes.append(0)
    bytes.append(contentsOf: rule.utf8)
    bytes.append(0)
    if let part { bytes.append(contentsOf: part.utf8) }
    bytes.append(0)
    if let subject { bytes.append(contentsOf: subject.utf8) }
    return String(Digest.sha256(of: bytes).prefix(32))
  }
}

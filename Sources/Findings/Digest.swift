private import Crypto

/// SHA-256 in lower-case hexadecimal digits.
package enum Digest {
  /// Digest of a file's bytes, 64 digits.
  package static func sha256(of bytes: [UInt8]) -> String {
    hexadecimal(bytes[...], count: 32)
  }

  /// Digest of a part of a file, 64 digits.
  package static func sha256(of bytes: ArraySlice<UInt8>) -> String {
    hexadecimal(bytes, count: 32)
  }

  /// The first 32 digits of the digest of a text.
  package static func short(of text: String) -> String {
    hexadecimal(Array(text.utf8)[...], count: 16)
  }

  /// The first `count` bytes of the digest, two digits for each.
  fileprivate static func hexadecimal(_ bytes: ArraySlice<UInt8>, count: Int) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return digits(of: hash.finalize().prefix(count))
  }

  /// Bytes as two digits for each.
  package static func digits(of bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
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
    return Digest.hexadecimal(bytes[...], count: 16)
  }
}

import CAllocation

/// How the process gets its memory from the system.
enum Memory {
  /// What a thread takes from the system at once, in bytes; only what is used of it is ever in memory.
  private static let step: Int32 = 16 << 20

  /// Has every thread take its memory in few large steps. By default the C library asks for a page at a time, and each
  /// time all threads that touch new memory wait.
  static func takeInLargeSteps() {
    mallopt(M_TOP_PAD, step)
    mallopt(M_MMAP_THRESHOLD, step)
    mallopt(M_TRIM_THRESHOLD, 2 * step)
  }
}

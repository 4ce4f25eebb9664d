import Diagnostics
import Glibc

/// Cleans up after this process however it comes to its end, be it killed: a shell that holds the other end of a
/// socket, and stops what runs and removes a folder when the socket breaks.
///
/// A shell is on every machine that has a browser; nothing in this process would still run after a kill.
struct Guardian: Sendable {
  /// It is told of a group of processes (`run`), of its end (`over`), and that nothing is left to do (`done`).
  private static let script = """
    group=
    while read -r word number; do
      case $word in
        run) group=$number ;;
        over) group= ;;
        done) exit 0 ;;
      esac
    done
    if [ -n "$group" ]; then kill -s KILL -- "-$group" 2>/dev/null; fi
    for round in 1 2 3 4 5; do rm -rf -- "$1" && exit 0; sleep 1; done
    """

  private let socket: Int32
  private let shell: pid_t

  /// Begins to guard a folder.
  init(of folder: String) throws(PrintingFailure) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Spawning.failure("/bin/sh", errno) }
    defer { close(ends[1]) }
    do throws(PrintingFailure) {
      shell = try Spawning.start(
        "/bin/sh", ["-c", Self.script, "sh", folder],
        environment: ["PATH=\(Environment.searchPath)"], log: nil, input: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    socket = ends[0]
  }

  /// Tells of a group of processes that runs.
  func watch(_ group: pid_t) { say("run \(group)\n") }

  /// Tells that it is over.
  func release() { say("over\n") }

  /// Ends the watch; a folder that is still there is left to the shell.
  func dismiss(isDone: Bool) {
    if isDone { say("done\n") }
    close(socket)
    Spawning.reap(shell)
  }

  private func say(_ words: String) {
    var words = words
    words.withUTF8 { _ = send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }
}

import Diagnostics
import Glibc

/// Runs a program to its end or to a time limit; no process that it started outlives the run.
enum ChildProcess {
  /// How a run ended.
  enum Outcome: Sendable, Hashable {
    /// With a status.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
    /// It was stopped at the time limit.
    case overdue
    /// The system keeps no status, since this process ignores the ends of its children.
    case unknown
  }

  /// Runs a program with a folder for its files; its words go to the file `log` there.
  static func run(
    _ program: String, _ arguments: [String], in folder: TemporaryFolder, seconds: Int
  ) throws(PrintingFailure) -> Outcome {
    let child = try Spawning.start(
      program, arguments, environment: environment(folder.path), log: "\(folder.path)/log")
    folder.guardian.watch(child)
    let end = wait(for: child, seconds: seconds)
    // Processes that it left behind are of its group. It is reaped last, so that its number stays its own; one that
    // the system has reaped already may have given its number away.
    if end != .gone { kill(-child, SIGKILL) }
    folder.guardian.release()
    let reaped = Spawning.reap(child)
    guard end != .overdue else { return .overdue }
    guard let status = reaped else { return .unknown }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }

  /// What waiting for a process came to.
  private enum Wait {
    /// It has ended and can be reaped.
    case ended
    /// It has not ended in time.
    case overdue
    /// There is no such child any more.
    case gone
  }

  /// Waits for the end of a process for some time.
  private static func wait(for child: pid_t, seconds: Int) -> Wait {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    var pause: UInt32 = 2_000
    while true {
      var info = siginfo_t()
      let code = waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT)
      if code == 0, info.si_signo != 0 { return .ended }
      if code != 0, errno != EINTR { return .gone }
      if clock.now >= end { return .overdue }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
  }

  /// What a program needs to know of its surroundings: where programs and fonts lie. Its own files stay in the folder,
  /// and it knows neither a screen nor a bus of the desktop.
  private static func environment(_ folder: String) -> [String] {
    var values = ["HOME=\(folder)", "TMPDIR=\(folder)", "LANG=C.UTF-8", "TZ=UTC"]
    values.append("PATH=\(Environment.searchPath)")
    let data =
      Environment.variable("XDG_DATA_HOME") ?? Environment.variable("HOME").map { "\($0)/.local/share" }
    if let data { values.append("XDG_DATA_HOME=\(data)") }
    for name in ["XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH"] {
      if let value = Environment.variable(name) { values.append("\(name)=\(value)") }
    }
    return values
  }
}

import Diagnostics
import Glibc

/// Starts programs.
enum Spawning {
  /// Starts a program at the head of a group of processes of its own, without the signals that this process has
  /// blocked or ignores; what it says goes to a file, or nowhere.
  static func start(
    _ program: String, _ arguments: [String], environment: [String], log: String?, input: Int32? = nil
  ) throws(PrintingFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 1, log ?? "/dev/null", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let surroundings = environment.map { strdup($0) } + [nil]
    defer {
      for word in words + surroundings { free(word) }
    }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, words, surroundings)
    guard code == 0 else { throw failure(program, code) }
    return child
  }

  /// Waits for the end of a process; its status, or nil where the system keeps none because this process ignores the
  /// ends of its children.
  @discardableResult
  static func reap(_ child: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, 0) == child { return status }
      if errno != EINTR { return nil }
    }
  }

  /// A program could not be started.
  static func failure(_ program: String, _ code: Int32) -> PrintingFailure {
    .system("\(program)을(를) 시작할 수 없음", "\(program) could not be started", code)
  }
}

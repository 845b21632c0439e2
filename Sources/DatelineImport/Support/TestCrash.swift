import Glibc

/// Ends the program at once, as `kill -9` would, at a place that the environment names: for tests of what a crash leaves behind.
/// Exists in debug builds only.
enum TestCrash: String {
    case beforeCommit = "before_commit"
    case afterCommit = "after_commit"
    case beforeMove = "before_move"
    case afterMove = "after_move"

    static func point(_ place: TestCrash) {
        #if DEBUG
            guard let name = getenv("DATELINE_TEST_CRASH_AT"), String(cString: name) == place.rawValue else { return }
            kill(getpid(), SIGKILL)
        #endif
    }
}

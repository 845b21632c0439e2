import Glibc
import Metrics
import Synchronization

/// What the system says of this process, under the names that Prometheus' own libraries use.
final class ProcessFigures: Sendable {
    /// Processor time that was told before.
    private let told = Mutex(0.0)

    func note(in factory: any MetricsFactory) {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        // The name, in brackets, may hold anything; what follows it are numbers (proc(5)).
        let fields = Self.read("/proc/self/stat").split(separator: ")").last?.split(separator: " ") ?? []
        if fields.count > 21, let user = Double(fields[11]), let system = Double(fields[12]), let start = Double(fields[19]),
            let pages = Double(fields[21])
        {
            set("process_resident_memory_bytes", pages * Double(sysconf(Int32(_SC_PAGESIZE))), factory)
            let total = (user + system) / ticks
            let added = told.withLock { told in
                defer { told = total }
                return max(0, total - told)
            }
            FloatingPointCounter(label: "process_cpu_seconds_total", factory: factory).increment(by: added)
            if let boot = Self.bootTime { set("process_start_time_seconds", boot + start / ticks, factory) }
        }
        if let open = Self.openFiles { set("process_open_fds", Double(open), factory) }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            set("process_max_fds", Double(limit.rlim_cur), factory)
        }
    }

    private func set(_ label: String, _ value: Double, _ factory: any MetricsFactory) {
        Meter(label: label, factory: factory).set(value)
    }

    private static var bootTime: Double? {
        let line = read("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Double($0.dropFirst(6)) }
    }

    private static var openFiles: Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        var count = 0
        while let entry = readdir(folder) {
            if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { count += 1 }
        }
        // Less the one this was read with.
        return count - 1
    }

    private static func read(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}

import ArgumentParser
import NIOCore
import NIOHTTP1
import NIOPosix

struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a running service whether it lives.",
        discussion: "Ends with 0 if it answers, with 69 if it doesn't within the time limit. Made for container health checks."
    )

    @Option(help: "The address the service listens on.")
    var host: String?

    @Option(help: "The port the service listens on.")
    var port: Port?

    @Option(help: "How many seconds to wait.")
    var timeout: Int = 5

    func validate() throws {
        guard (1...300).contains(timeout) else { throw ValidationError("--timeout is 1 to 300 seconds.") }
    }

    func run() async throws {
        let settings = Settings()
        var host = try settings.value(host, "host") ?? Serve.defaultHost
        // A service bound to every address answers on loopback.
        if host == "0.0.0.0" || host == "::" { host = Serve.defaultHost }
        let port = try settings.value(port, "port") ?? Serve.defaultPort
        guard await Self.isAlive(host: host, port: port.number, seconds: timeout) else {
            throw CommandFailure(.unavailable, "no service answers at http://\(host):\(port.number)/livez.")
        }
    }

    /// Whether a service answers within the time.
    static func isAlive(host: String, port: Int, seconds: Int = 2) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await answers(host: host, port: port) }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
    }

    private static func answers(host: String, port: Int) async -> Bool {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(wrappingChannelSynchronously: channel)
                    }
                }
            return try await channel.executeThenClose { inbound, outbound in
                let headers = HTTPHeaders([("Host", "localhost"), ("Connection", "close")])
                let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/livez", headers: headers)
                // At once: after the head alone the service may have answered and closed before the end is written.
                try await outbound.write(contentsOf: [.head(head), .end(nil)])
                for try await part in inbound {
                    if case .head(let head) = part { return head.status == .ok }
                }
                return false
            }
        } catch {
            return false
        }
    }
}

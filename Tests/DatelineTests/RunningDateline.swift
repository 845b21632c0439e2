import AsyncHTTPClient
import DatelineJSON
import DatelineTestSupport
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Testing

/// A folder that is gone after the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "dateline-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }
}

/// The built program, started as its users start it.
final class RunningDateline: Sendable {
    let process: ProgramRun
    let port: Int

    /// Starts `dateline serve` on a free port and waits until it is ready.
    /// - Parameter headers: with which it is asked whether it is ready.
    static func start(database: String, arguments: [String] = [], headers: [String: String] = [:]) async throws -> RunningDateline {
        let process = try ProgramRun(["serve", "--port", "0", "--database", database] + arguments)
        let line = try await process.firstOutputLine(containing: "http://")
        let digits = line.split(separator: ":").last.map { $0.prefix { $0.isNumber } } ?? ""
        let service = RunningDateline(process: process, port: try #require(Int(digits), "no port in: \(line)"))
        try await eventually("the service is ready") { try await service.get("/readyz", headers: headers).status == 200 }
        return service
    }

    private init(process: ProgramRun, port: Int) {
        self.process = process
        self.port = port
    }

    /// SIGTERM, and waits for the end.
    @discardableResult
    func stop() async -> Int32 {
        process.signal(SIGTERM)
        return await process.exitCode()
    }

    /// SIGKILL, and waits for the end.
    func kill() async {
        process.signal(SIGKILL)
        _ = await process.exitCode()
    }

    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let body: Data

        var json: JSONValue {
            get throws { try JSONReader.read(Array(body)) }
        }

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers: headers)
    }

    func post(_ path: String, _ json: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("POST", path, body: json, headers: ["Content-Type": "application/json"].merging(headers) { $1 })
    }

    func send(_ method: String, _ path: String, body: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .RAW(value: method)
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: TimeAmount(.untilHung * 3))
        let bytes = try await response.body.collect(upTo: 256 * 1024 * 1024)
        var answerHeaders: [String: String] = [:]
        for (name, value) in response.headers { answerHeaders[name.lowercased()] = value }
        return Answer(status: Int(response.status.code), headers: answerHeaders, body: Data(buffer: bytes))
    }
}

/// Waits until a condition holds; fails the test if it never does.
func eventually(_ what: Comment, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .untilHung
    while ContinuousClock.now < deadline {
        if (try? await condition()) == true { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what)
    throw Expired()
}

struct Expired: Error {}

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    subscript(index: Int) -> JSONValue? {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var integer: Int? { if case .number(let number) = self { number.integer.map(Int.init) } else { nil } }
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
}

import Foundation
import Hummingbird
import Logging

/// The least that Hummingbird can do: one route that answers the bytes of a file. Usage: BareRoute FILE PORT
@main
struct BareRoute {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[2]),
            let bytes = FileManager.default.contents(atPath: CommandLine.arguments[1])
        else { throw Usage() }
        let body = ByteBuffer(bytes: bytes)
        let router = Router()
        router.get("/") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
        }
        let application = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: Logger(label: "bare"))
        try await application.runService()
    }

    struct Usage: Error {}
}

import DatelineJSON
import DatelineModels
import Hummingbird

/// Reading articles again with today's reader and what is known of their sources today.
struct RereadRoutes: Sendable {
    let rereads: any RereadControl
    let posts: IdempotentPosts

    func status(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let status = await rereads.status()
        return .json { $0.rereadStatus(status) }
    }

    func start(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        var request = RereadRequest(filter: reader.articleFilter(), isDryRun: reader.flag("dryRun"))
        if let examples = reader.integer("examples", in: 0...Int64(RereadRequest.maximumExamples)) { request.examples = Int(examples) }
        let waits = reader.flag("wait")
        let timeout = reader.integer("timeout", in: 1...600) ?? 60
        try reader.finish()
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { [request] _ in
            guard try await rereads.start(request) else {
                throw Problem(.conflict, "Articles are being read again already; see GET /v1/imports/reread.")
            }
            let isOver = waits ? await rereads.wait(atMost: .seconds(timeout)) : true
            let status = await rereads.status()
            guard isOver else { throw Self.timeout(status) }
            return .json(status: waits ? 200 : 202) { $0.rereadStatus(status) }
        }
    }

    private static func timeout(_ status: RereadStatus) -> Problem {
        var problem = Problem(.timeout, "Not all articles were read again in time; the rest is still being worked on.")
        var writer = JSONWriter()
        writer.rereadStatus(status)
        problem.members = [(name: "reread", json: writer.bytes)]
        return problem
    }
}

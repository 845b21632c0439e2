import DatelineJSON
import DatelineModels
import Foundation
import HTTPTypes
import Hummingbird

/// Where articles came from: how they were read, and the bytes they were read from.
struct ReadingRoutes: Sendable {
    let readings: any ReadingRepository

    func provenance(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let provenance = try await readings.provenance(of: try call.id())
        return .json { $0.articleProvenance(provenance) }
    }

    /// The bytes as they came. They were found anywhere, so no browser may take them for a page of this service.
    func raw(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        // Large as they may be, only so many are fetched at once.
        let raw = try await call.read(isHeavy: false) { () async throws(RepositoryError) in try await readings.raw(of: id) }
        guard let raw, let bytes = raw.bytes else {
            throw Problem(.notFound, "Of this article no content is kept; see its provenance.")
        }
        var headers: HTTPFields = [
            .contentType: ContentType.octetStream.description,
            .contentDisposition: "attachment; filename=\"\(Hexadecimal.text(raw.sha256))\"",
        ]
        if let digest = HTTPField.Name("Repr-Digest") { headers[digest] = "sha-256=:\(Data(raw.sha256).base64EncodedString()):" }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

import DatelineJSON
import Testing

/// Expects a problem document whose status is that of the answer, in the limits every problem has.
@discardableResult
func expectProblem(_ answer: RawAnswer, slug: String? = nil) throws -> JSONObject {
    #expect(answer["content-type"] == "application/problem+json")
    #expect(answer.content.count <= 64 << 10)
    guard case .object(let problem) = try JSONReader.read(answer.content) else {
        Issue.record("not an object: \(answer.text)")
        return JSONObject()
    }
    #expect(problem["status"] == .number(JSONNumber(text: String(answer.status))))
    if let slug { #expect(problem["type"] == .string("/problems/\(slug)"), "\(answer.text)") }
    if case .array(let errors) = problem["errors"] { #expect(errors.count <= 100) }
    return problem
}

import DatelineModels

extension ImportFault {
    /// What the row says of a record that the store refused; nil where the store can't do its work, which is no fault of the file.
    init?(refusal error: any Error, ofRecord number: Int) {
        let (reason, detail): (String, String)
        switch error {
        case RepositoryError.conflict(_, let sentence): (reason, detail) = ("conflict", sentence)
        case RepositoryError.invalid(let error): (reason, detail) = ("validation", Self.sentence(error))
        case let error as ValidationError: (reason, detail) = ("validation", Self.sentence(error))
        default: return nil
        }
        self.init(line: nil, byteOffset: nil, reason: "\(reason): record \(number + 1): \(detail)", excerpt: nil)
    }

    private static func sentence(_ error: ValidationError) -> String {
        guard let fault = error.faults.first else { return "The record isn't valid." }
        return if case .pointer(let pointer) = fault.location { "\(pointer): \(fault.detail)" } else { fault.detail }
    }
}

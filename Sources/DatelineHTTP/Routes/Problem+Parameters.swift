import DatelineModels

extension Problem {
    /// 400 with everything that is wrong with parameters and headers.
    init(_ error: ParameterError) {
        self = .badParameters(error.faults)
        faultCount = error.count
    }
}

import DatelineSQLite

extension CommandFailure {
    init(_ error: StoreOpenError) {
        let code: SystemExit =
            switch error {
            case .badPath: .usage
            case .isDirectory, .missingParent, .cannotCreate: .cannotCreate
            case .locked: .temporaryFailure
            case .damaged, .logMissing, .logDamaged, .logForeign, .newerSchema, .otherApplication: .dataError
            case .permission: .noPermission
            case .io, .logNotMoved: .ioError
            case .unsafeSetting: .software
            }
        self.init(code, error.description)
    }
}

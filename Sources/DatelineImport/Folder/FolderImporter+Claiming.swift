import DatelineModels

// The loop that puts on record what is about to be parsed.
extension FolderImporter {
    /// All that was read while the store was busy is put on record at once.
    func claimUntilStopped() async {
        while let seen = line.readings.version(unless: isStopping) {
            if let left = pauseLeft {
                await line.readings.wait(after: seen, atMost: left, time: time)
                continue
            }
            let claims = line.takeRead()
            if claims.isEmpty {
                await line.readings.wait(after: seen)
                continue
            }
            do {
                try await ledger.claim(claims.map(\.order.path), root: root)
                line.admit(claims)
            } catch {
                line.putBack(claims)
                holdOn(for: error)
            }
        }
    }
}

#if DEBUG
    import DatelineReading
    import Glibc

    /// Files that make the parser die or hang, for the tests of what happens then. Release builds don't know them.
    enum TestMarkers {
        private static let start = Array("@@DATELINE-TEST-".utf8)
        private static let abort = Array("ABORT@@".utf8)
        private static let spin = Array("SPIN@@".utf8)
        /// So much is searched: such files are small.
        private static let window = 64 << 10

        static func heed(_ bytes: some RandomAccessCollection<UInt8>, _ budget: ReadingBudget) throws(FileRefusal) {
            var rest = bytes.prefix(window)
            while let mark = rest.firstIndex(of: UInt8(ascii: "@")) {
                rest = rest[mark...]
                guard rest.starts(with: start) else {
                    rest = rest.dropFirst()
                    continue
                }
                rest = rest.dropFirst(start.count)
                if rest.starts(with: abort) { Glibc.abort() }
                guard rest.starts(with: spin) else { continue }
                while !budget.isSpent() {}
                throw FileRefusal(.outOfTime, in: [], type: "text")
            }
        }
    }
#endif

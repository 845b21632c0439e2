import DatelineModels
import Synchronization

/// The files nothing has to be done for, by a number made of their path: some twenty bytes each, so that a folder of a million
/// files fits into memory and a look through it asks the ledger nothing.
///
/// Two paths may share a number (64 bits of a keyed hash): then one of the two is hashed anew at every look, and that it is gone
/// may not be noticed while the other one is there. Nothing else rests on the numbers; whatever is written goes by the path itself.
final class SettledFiles: Sendable {
    /// How a file stands.
    struct Note: Hashable, Sendable {
        let state: ImportState
        /// Of the stamp the state speaks of; 0: the file must be looked at again.
        var digest: UInt64
        /// The stamp was taken so soon after the change that a later change could hide behind it.
        var isRacy = false
    }

    private struct Table {
        var shards = Array(repeating: Shard(), count: 64)
        var counts: [ImportState: Int] = [:]
    }

    private let table = Mutex(Table())

    func count(of state: ImportState) -> Int { table.withLock { $0.counts[state] ?? 0 } }
    var count: Int { table.withLock { $0.counts.values.reduce(0, +) } }

    subscript(key: PathKey) -> Note? {
        table.withLock { table in
            let shard = table.shards[key.shard]
            return shard.index(of: key).map { shard.note(at: $0) }
        }
    }

    /// - Parameter look: the number of the walk through the folder in which the file was last seen.
    func set(_ key: PathKey, _ note: Note, look: Int) {
        table.withLock { table in
            let old = table.shards[key.shard].put(key, note, look: look)
            if let old { table.counts[old.state, default: 0] -= 1 }
            table.counts[note.state, default: 0] += 1
        }
    }

    @discardableResult
    func remove(_ key: PathKey) -> Note? {
        table.withLock { table in
            guard let old = table.shards[key.shard].remove(key) else { return nil }
            table.counts[old.state, default: 0] -= 1
            return old
        }
    }

    /// Marks a file as seen in a walk through the folder.
    ///
    /// - Returns: whether it is known and as it was, so that nothing has to be done.
    func see(_ key: PathKey, digest: UInt64, look: Int) -> Bool {
        table.withLock { table in
            guard let index = table.shards[key.shard].index(of: key) else { return false }
            table.shards[key.shard].mark(index, look: look)
            let note = table.shards[key.shard].note(at: index)
            return note.digest == digest && !note.isRacy
        }
    }

    /// The files seen in none of these walks.
    func unseen(in walks: ClosedRange<Int>) -> Set<PathKey> {
        table.withLock { table in
            var unseen: Set<PathKey> = []
            for shard in table.shards { shard.forEachUnseen(in: walks) { unseen.insert($0) } }
            return unseen
        }
    }
}

/// Open addressing with linear probing; grows by half, so that no growth doubles the memory.
private struct Shard {
    /// 0: free.
    private var keys: [UInt64] = []
    private var digests: [UInt64] = []
    /// State, racy bit, and the last walk modulo 256: after so many walks in which a file was neither seen nor found to be gone
    /// (its directory couldn't be read), it counts as seen once, which changes nothing.
    private var marks: [UInt16] = []
    private var count = 0

    private static let states = ImportState.allCases

    func note(at index: Int) -> SettledFiles.Note {
        let state = Self.states[Int(marks[index] & 0xF)]
        return SettledFiles.Note(state: state, digest: digests[index], isRacy: marks[index] & 0x10 != 0)
    }

    func index(of key: PathKey) -> Int? {
        guard !keys.isEmpty else { return nil }
        var index = home(of: key.number)
        while keys[index] != 0 {
            if keys[index] == key.number { return index }
            index = next(index)
        }
        return nil
    }

    /// - Returns: what was there before.
    mutating func put(_ key: PathKey, _ note: SettledFiles.Note, look: Int) -> SettledFiles.Note? {
        if let index = index(of: key) {
            let old = self.note(at: index)
            write(note, look: look, at: index)
            return old
        }
        if (count + 1) * 8 > keys.count * 7 { grow() }
        let index = free(for: key.number)
        keys[index] = key.number
        write(note, look: look, at: index)
        count += 1
        return nil
    }

    mutating func remove(_ key: PathKey) -> SettledFiles.Note? {
        guard var gap = index(of: key) else { return nil }
        let old = note(at: gap)
        // What lies behind moves up, unless that would put it before its home.
        var index = next(gap)
        while keys[index] != 0 {
            let home = home(of: keys[index])
            let isBetween = gap <= index ? gap < home && home <= index : gap < home || home <= index
            if !isBetween {
                keys[gap] = keys[index]
                digests[gap] = digests[index]
                marks[gap] = marks[index]
                gap = index
            }
            index = next(index)
        }
        keys[gap] = 0
        count -= 1
        return old
    }

    mutating func mark(_ index: Int, look: Int) {
        marks[index] = marks[index] & 0xFF | UInt16(truncatingIfNeeded: look & 0xFF) << 8
    }

    func forEachUnseen(in walks: ClosedRange<Int>, _ body: (PathKey) -> Void) {
        let seen = walks.map { UInt16(truncatingIfNeeded: $0 & 0xFF) }
        for index in keys.indices where keys[index] != 0 && !seen.contains(marks[index] >> 8) { body(PathKey(number: keys[index])) }
    }

    private mutating func write(_ note: SettledFiles.Note, look: Int, at index: Int) {
        digests[index] = note.digest
        marks[index] = UInt16(Self.states.firstIndex(of: note.state) ?? 0) | (note.isRacy ? 0x10 : 0)
        mark(index, look: look)
    }

    private mutating func grow() {
        let (oldKeys, oldDigests, oldMarks) = (keys, digests, marks)
        let capacity = max(8, keys.count + keys.count / 2)
        keys = Array(repeating: 0, count: capacity)
        digests = Array(repeating: 0, count: capacity)
        marks = Array(repeating: 0, count: capacity)
        for old in oldKeys.indices where oldKeys[old] != 0 {
            let index = free(for: oldKeys[old])
            keys[index] = oldKeys[old]
            digests[index] = oldDigests[old]
            marks[index] = oldMarks[old]
        }
    }

    private func free(for number: UInt64) -> Int {
        var index = home(of: number)
        while keys[index] != 0 { index = next(index) }
        return index
    }

    /// The upper bits have chosen the shard.
    private func home(of number: UInt64) -> Int {
        Int((number << 6).multipliedFullWidth(by: UInt64(keys.count)).high)
    }

    private func next(_ index: Int) -> Int { index + 1 == keys.count ? 0 : index + 1 }
}

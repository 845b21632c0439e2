import DatelineModels
import Testing

extension ImportContract {
    static let claims: [ContractCase] = [
        ContractCase("open_newRoot_isKnownFromThenOn") { store in
            #expect(try await store.imports.open(root: root) == ImportRoot())
            try await store.imports.accept(device: .max, inode: 7, root: root)
            _ = try await store.imports.commit([.row(record(1, "a")), .row(record(2, "b"))], parsedFiles: 2, root: root)
            _ = try await store.imports.commit([], parsedFiles: 3, root: root)
            #expect(try await store.imports.commit([], parsedFiles: 0, root: root).isEmpty)
            #expect(try await store.imports.open(root: root) == ImportRoot(device: .max, inode: 7, parsedFiles: 5))
            #expect(try await store.imports.open(root: Array("/other".utf8)) == ImportRoot())
        },
        ContractCase("open_afterACrash_countsAnAttemptOfClaimedFilesOnly") { store in
            _ = try await store.imports.open(root: root)
            var tried = record(1, "tried", .failed)
            tried.attempts = 1
            try await commit(store, .row(tried))
            let paths = ["tried", "new", "settled", "released"].map { path($0) }
            try await store.imports.claim(paths, root: root)
            try await store.imports.claim([path("new")], root: root)
            try await commit(store, .articles(imported("x"), as: record(2, "settled")))
            try await store.imports.release([path("released")], root: root)
            try await store.imports.claim([path("new")], root: Array("/other".utf8))
            for _ in 0..<2 {
                // Claims are lifted: opening again counts nothing more.
                _ = try await store.imports.open(root: root)
                let rows = try await store.imports.records(root: root, paths: paths)
                #expect(rows[path("tried")]?.state == .importing && rows[path("tried")]?.attempts == 2)
                #expect(rows[path("new")]?.state == .importing && rows[path("new")]?.attempts == 1)
                #expect(rows[path("settled")]?.state == .done && rows[path("settled")]?.attempts == 0)
                #expect(rows[path("released")] == nil)
            }
        },
        ContractCase("claim_everyOutcomeButAPart_isLifted") { store in
            var part = record(1, "part", .importing)
            part.resume = ImportResume(offset: 3, lines: 1, records: 1, sha256: hash("a"))
            try await commit(store, .row(record(2, "from")))
            try await commit(store, .row(record(3, "gone")))
            let paths = ["part", "row", "from", "to", "copy", "gone", "never"].map { path($0) }
            try await store.imports.claim(paths, root: root)
            _ = try await store.imports.commit(
                [
                    .articles(imported("x"), as: part), .row(record(4, "row")), .moved(from: path("from"), as: record(2, "to")),
                    .copied(of: path("to"), as: record(5, "copy")), .missing(path("gone"), .mark), .missing(path("never"), .mark),
                ], parsedFiles: 0, root: root)
            _ = try await store.imports.open(root: root)
            let rows = try await store.imports.records(root: root, paths: paths)
            // The rest of that file may still bring the program down.
            #expect(rows[path("part")]?.attempts == 1 && rows[path("part")]?.resume == part.resume)
            for (path, row) in rows where path.text != "part" { #expect(row.attempts == 0, "\(path.text)") }
            #expect(Set(rows.keys.map(\.text)) == ["part", "row", "to", "copy", "gone"])
        },
    ]
}

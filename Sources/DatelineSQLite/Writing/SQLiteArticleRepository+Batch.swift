import DatelineModels
import GRDB

extension SQLiteArticleRepository {
    func create(
        batch: [ArticleDraft], atomic: Bool, onConflict: ConflictPolicy,
        recorder: AnswerRecorder<[Result<WriteOutcome<ResourceID>, RepositoryError>]>?
    ) async throws(RepositoryError) -> [Result<WriteOutcome<ResourceID>, RepositoryError>] {
        if atomic || recorder != nil {
            return try await writer.write { context in
                let results =
                    atomic
                    ? try BatchWriter(context).storeAll(batch, onConflict) : try BatchWriter(context).storeEach(batch[...], onConflict)
                return try context.recording(results, recorder)
            }
        }
        var results: [Result<WriteOutcome<ResourceID>, RepositoryError>] = []
        results.reserveCapacity(batch.count)
        while results.count < batch.count {
            let chunk = batch[results.count..<min(results.count + Self.chunk, batch.count)]
            do {
                results += try await writer.write { try BatchWriter($0).storeEach(chunk, onConflict) }
            } catch {
                // What was stored before stays, and is told.
                if results.isEmpty { throw error }
                results += Array(repeating: .failure(error), count: batch.count - results.count)
            }
        }
        return results
    }
}

/// Stores many articles in one transaction.
private struct BatchWriter {
    private struct Aborted: Error {
        let index: Int
        let error: RepositoryError
    }

    let context: WriteContext

    init(_ context: WriteContext) {
        self.context = context
    }

    func storeEach(_ drafts: ArraySlice<ArticleDraft>, _ policy: ConflictPolicy) throws -> [Result<
        WriteOutcome<ResourceID>, RepositoryError
    >] {
        try drafts.map { draft in
            do {
                return .success(try context.savepoint { try store(draft, policy) })
            } catch let error as RepositoryError {
                return .failure(error)
            } catch let error as ValidationError {
                return .failure(.invalid(error))
            }
        }
    }

    func storeAll(_ drafts: [ArticleDraft], _ policy: ConflictPolicy) throws -> [Result<WriteOutcome<ResourceID>, RepositoryError>] {
        do {
            return try context.savepoint {
                try drafts.enumerated().map { index, draft in
                    do {
                        return .success(try store(draft, policy))
                    } catch let error as RepositoryError {
                        throw Aborted(index: index, error: error)
                    } catch let error as ValidationError {
                        throw Aborted(index: index, error: .invalid(error))
                    }
                }
            }
        } catch let aborted as Aborted {
            return drafts.indices.map { .failure($0 == aborted.index ? aborted.error : .cancelled) }
        }
    }

    private func store(_ draft: ArticleDraft, _ policy: ConflictPolicy) throws -> WriteOutcome<ResourceID> {
        let (key, effect) = try ArticleWriter(context).create(draft, onConflict: policy)
        let id = try context.db.firstRow(of: SQLText("SELECT id FROM article WHERE article_key = ?", .integer(key))) { $0.id(0) }
        guard let id else { throw RepositoryError.notFound }
        return WriteOutcome(resource: id, effect: effect)
    }
}

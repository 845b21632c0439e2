public import DatelineModels

extension JSONWriter {
    /// How far reading again has come.
    public mutating func rereadStatus(_ status: RereadStatus) {
        beginObject()
        member("state", string: status.state.rawValue)
        member("dryRun", bool: status.isDryRun)
        member("detail", string: status.detail)
        member("startedAt", time: status.startedAt)
        member("endedAt", time: status.endedAt)
        member("matched", integer: status.matched)
        member("looked", integer: status.looked)
        member("unread", integer: status.unread)
        member("notKept", integer: status.notKept)
        member("unreadable", integer: status.unreadable)
        member("changed", integer: status.changed)
        member("conflicting", integer: status.conflicting)
        key("examples")
        beginArray()
        for example in status.examples { rereadResult(example) }
        endArray()
        endObject()
    }

    private mutating func rereadResult(_ result: RereadResult) {
        beginObject()
        member("article", string: result.article.description)
        member("headline", string: result.headline)
        fieldChanges("changes", result.changes)
        fieldChanges("conflicts", result.conflicts)
        endObject()
    }

    private mutating func fieldChanges(_ name: String, _ changes: [FieldChange]) {
        key(name)
        beginArray()
        for change in changes {
            beginObject()
            member("field", string: change.field)
            fieldValue("before", change.before)
            fieldValue("after", change.after)
            endObject()
        }
        endArray()
    }

    private mutating func fieldValue(_ name: String, _ value: FieldChange.Value) {
        switch value {
        case .text(let text): member(name, string: text)
        case .texts(let texts): member(name, strings: texts)
        }
    }
}

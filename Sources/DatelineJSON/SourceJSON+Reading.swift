public import DatelineModels

extension Source {
    static let writable = ["timeZone", "dateOrder"]
    static let computed = ["id", "version", "name", "articleCount", "updatedAt"]

    /// How the outlet writes dates once a merge patch is applied.
    ///
    /// - Throws: every fault at once.
    public func dateHabits(patchedWith patch: JSONValue) throws(ValidationError) -> (timeZone: String?, dateOrder: DateOrder?) {
        var reading = PatchReader()
        let object = reading.object(patch, computed: Self.computed, known: Self.writable + Self.computed)
        try reading.faults.throwIfAny()
        var reader = ObjectReader(object ?? JSONObject())
        var habits = (timeZone: timeZone, dateOrder: dateOrder)
        if reader.object["timeZone"] != nil { habits.timeZone = reader.string("timeZone") }
        if let zone = habits.timeZone, ZonedClock(identifier: zone) == nil {
            reader.faults.add(pointer: "/timeZone", .unknownValue, "An IANA time zone is needed, such as Asia/Riyadh or UTC.")
        }
        if reader.object["dateOrder"] != nil {
            let text = reader.string("dateOrder")
            habits.dateOrder = text.flatMap(DateOrder.init(rawValue:))
            if text != nil, habits.dateOrder == nil {
                reader.faults.add(
                    pointer: "/dateOrder", .unknownValue, "One of \(DateOrder.allCases.map(\.rawValue).joined(separator: ", ")) is needed.")
            }
        }
        reader.refuseComputed(Self.computed, mode: ReadMode<Source>.merge) { _ in [:] }
        reader.finish(known: Self.writable + Self.computed)
        try reader.faults.throwIfAny()
        return habits
    }
}

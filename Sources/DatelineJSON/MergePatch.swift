/// JSON Merge Patch (RFC 7396): null takes a member away, an object is merged, everything else replaces.
public enum MergePatch {
    /// Deeper than this a patch replaces instead of merging; ``JSONReader`` lets nothing as deep through.
    static let maximumDepth = 512

    /// - Returns: the target with the patch applied: members keep their place, new ones follow in the patch's order.
    public static func apply(_ patch: JSONValue, to target: JSONValue) -> JSONValue {
        apply(patch, to: target, depth: 0)
    }

    private static func apply(_ patch: JSONValue, to target: JSONValue?, depth: Int) -> JSONValue {
        guard case .object(let changes) = patch, depth < maximumDepth else { return patch }
        var members: [JSONObject.Member?] = []
        if case .object(let object) = target { members = object.members }
        var places: [NameBytes: Int] = [:]
        places.reserveCapacity(members.count)
        for (place, member) in members.enumerated() {
            if let member { places[NameBytes(member.name)] = place }
        }
        for change in changes.members {
            let place = places[NameBytes(change.name)]
            if change.value == .null {
                if let place { members[place] = nil }
                continue
            }
            let merged = apply(change.value, to: place.flatMap { members[$0]?.value }, depth: depth + 1)
            let member = JSONObject.Member(name: change.name, value: merged)
            if let place {
                members[place] = member
            } else {
                places[NameBytes(change.name)] = members.count
                members.append(member)
            }
        }
        return .object(JSONObject(members: members.compactMap(\.self)))
    }
}

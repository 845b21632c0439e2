import DatelineModels

/// Decides which entity each name in an article stands for.
struct MentionResolution {
    private struct Tally {
        var count = 0
        var surfaces: [String] = []
        var origin: MentionOrigin
        let order: Int
    }

    private var tallies: [Int64: Tally] = [:]

    init(_ spans: [NameSpan]) {
        let owners = spans.map { Self.owner(of: $0) }
        let present = Set(owners.compactMap { $0?.entity })
        for (span, owner) in zip(spans, owners) {
            if let owner {
                add(span, to: owner.entity, as: owner.kind.origin)
            } else {
                // A weak or shared name stands for the one bearer that is named in full elsewhere.
                let candidates = Set(span.bearers.map(\.entity)).intersection(present)
                if candidates.count == 1, let entity = candidates.first { add(span, to: entity, as: .weakAlias) }
            }
        }
    }

    /// In order of first appearance.
    var mentions: [FoundMention] {
        tallies.sorted { $0.value.order < $1.value.order }.map { entity, tally in
            FoundMention(entity: entity, count: tally.count, surfaces: tally.surfaces, linkedBy: tally.origin)
        }
    }

    /// The one entity that the name means by itself.
    private static func owner(of span: NameSpan) -> NameIndex.Bearer? {
        for kind in [EntityName.Kind.name, .alias] {
            let bearers = span.bearers.filter { $0.kind == kind }
            if Set(bearers.map(\.entity)).count == 1 { return bearers.first }
            if !bearers.isEmpty { return nil }
        }
        return nil
    }

    private mutating func add(_ span: NameSpan, to entity: Int64, as origin: MentionOrigin) {
        var tally = tallies[entity] ?? Tally(origin: origin, order: tallies.count)
        tally.count += 1
        if origin.strength > tally.origin.strength { tally.origin = origin }
        if tally.surfaces.count < NameIndex.keptSurfaces, !tally.surfaces.contains(where: { $0.utf8.elementsEqual(span.surface.utf8) }) {
            tally.surfaces.append(span.surface)
        }
        tallies[entity] = tally
    }
}

extension EntityName.Kind {
    fileprivate var origin: MentionOrigin {
        switch self {
        case .name: .name
        case .alias: .alias
        case .weakAlias: .weakAlias
        }
    }
}

extension MentionOrigin {
    fileprivate var strength: Int {
        switch self {
        case .name: 3
        case .alias: 2
        case .weakAlias: 1
        case .client: 0
        }
    }
}

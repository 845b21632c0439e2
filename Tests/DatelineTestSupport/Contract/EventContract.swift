import DatelineModels
import Testing

enum EventContract {
    static let cases: [ContractCase] = [
        ContractCase("createEvent_fullDraft_isReadBackWhole") { store in
            let host = try await entity(store, .person, "Ann Example")
            let above = try await event(store, EventDraft(name: "Thread", startDate: try date("2024")))
            let created = try await event(
                store,
                EventDraft(
                    name: "Talks", description: "At noon", startDate: try date("2024-03-25"), endDate: try date("2024-03-27T10:00Z"),
                    status: .scheduled,
                    location: .entity(.named("Washington", .place)),
                    participants: [.init(entity: .named("Guest", nil), role: nil), .init(entity: .id(host.id), role: "host")],
                    superEvent: above.id, tags: [tag("t")]
                ))
            let stored = try await store.events.event(created.id)
            #expect(stored.version == 1 && stored.name == "Talks" && stored.description == "At noon" && stored.status == .scheduled)
            #expect(stored.startDate?.description == "2024-03-25" && stored.endDate?.description == "2024-03-27T10:00Z")
            guard case .entity(let place) = stored.location else {
                Issue.record("no location")
                return
            }
            #expect(place.name == "Washington" && place.type == .place)
            #expect(
                stored.participants.map(\.entity.name) == ["Guest", "Ann Example"] && stored.participants.map(\.role) == [nil, "host"])
            #expect(stored.superEvent?.id == above.id && stored.tags == ["t"] && stored.articleCount == 0)
            let text = try await event(store, EventDraft(name: "Elsewhere", location: .text("a hill")))
            #expect(text.location == .text("a hill"))
        },
        ContractCase("createEvent_unknownTargets_tellsAllFaults") { store in
            let draft = EventDraft(
                name: "E", location: .entity(.id(id(1))),
                participants: [.init(entity: .named("New", nil), role: nil), .init(entity: .id(id(2)), role: nil)],
                superEvent: id(3)
            )
            await expect(.invalid(["/participants/1/entity not-found", "/location not-found", "/superEvent not-found"])) {
                () throws(RepositoryError) in
                try await store.events.create(draft, recorder: nil)
            }
            let count = try await changeCount(store)
            #expect(count == 0)
        },
        ContractCase("updateEvent_changedAndEqual_bumpsOnceOrNot") { store in
            let stored = try await event(
                store,
                EventDraft(
                    name: "E", startDate: try date("2024"), participants: [.init(entity: .named("P", nil), role: nil)], tags: [tag("t")]))
            let linked = try await article(store, ArticleDraft(headline: "x", events: [.init(index: 0, id: stored.id)]))
            let same = try await store.events.update(stored.id, if: .none) { $0.draft }
            #expect(same.version == 1)
            let updated = try await store.events.update(stored.id, if: Precondition(ifMatch: .versions([1]))) { current in
                var draft = current.draft
                draft.name = "F"
                draft.startDate = PartialDate(year: 2023)
                draft.participants = []
                draft.location = .text("there")
                draft.tags = [tag("u")]
                return draft
            }
            #expect(
                updated.version == 2 && updated.name == "F" && updated.participants.isEmpty && updated.location == .text("there")
                    && updated.tags == ["u"])
            let shown = try await store.articles.article(linked.id)
            #expect(shown.events.map(\.name) == ["F"] && shown.version == 2)
            await expect(.notFound) { () throws(RepositoryError) in try await store.events.update(id(1), if: .none) { $0.draft } }
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.events.update(stored.id, if: Precondition(ifMatch: .versions([1]))) { $0.draft }
            }
        },
        ContractCase("superEvent_circle_isRefused") { store in
            let a = try await event(store, EventDraft(name: "a"))
            let b = try await event(store, EventDraft(name: "b", superEvent: a.id))
            let c = try await event(store, EventDraft(name: "c", superEvent: b.id))
            for above in [a.id, c.id] {
                await expect(.invalid(["/superEvent cycle"])) { () throws(RepositoryError) in
                    try await store.events.update(a.id, if: .none) { _ in EventDraft(name: "a", superEvent: above) }
                }
            }
        },
        ContractCase("superEvent_tooDeep_isRefused") { store in
            var above: ResourceID?
            for level in 0...EventDraft.maximumDepth { above = try await event(store, EventDraft(name: "\(level)", superEvent: above)).id }
            let deepest = above
            await expect(.invalid(["/superEvent cycle"])) { () throws(RepositoryError) in
                try await store.events.create(EventDraft(name: "one too many", superEvent: deepest), recorder: nil)
            }
            // The same from the other end: a chain put under another.
            let top = try await event(store, EventDraft(name: "top"))
            let first = try #require(try await allChanges(store).first { $0.resource == .event })
            await expect(.invalid(["/superEvent cycle"])) { () throws(RepositoryError) in
                try await store.events.update(first.id, if: .none) { _ in EventDraft(name: "0", superEvent: top.id) }
            }
        },
        ContractCase("deleteEvent_linked_isTakenOut") { store in
            let above = try await event(store, EventDraft(name: "above", tags: [tag("t")]))
            let below = try await event(store, EventDraft(name: "below", superEvent: above.id))
            let linked = try await article(store, ArticleDraft(headline: "x", source: "S", events: [.init(index: 0, id: above.id)]))
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.events.delete(above.id, if: Precondition(ifMatch: .versions([3])))
            }
            try await store.events.delete(above.id, if: .none)
            #expect(try await store.events.event(below.id).superEvent == nil)
            #expect(try await store.events.event(below.id).version == 2)
            let left = try await store.articles.article(linked.id)
            #expect(left.events.isEmpty && left.version == 2)
            #expect(try await store.tags.tag("t").eventCount == 0)
            await expect(.notFound) { () throws(RepositoryError) in try await store.events.event(above.id) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.events.delete(above.id, if: .none) }
            await expect(.conflict(nil)) { () throws(RepositoryError) in
                try await store.events.put(above.id, if: .none) { _ in EventDraft(name: "x") }
            }
        },
        ContractCase("putEvent_createsAndReplaces") { store in
            let created = try await store.events.put(id(1), if: .none) { _ in EventDraft(name: "E") }
            #expect(created.effect == .created && created.resource.id == id(1))
            let same = try await store.events.put(id(1), if: .none) { _ in EventDraft(name: "E") }
            #expect(same.effect == .unchanged && same.resource.version == 1)
            await expect(.preconditionFailed) { () throws(RepositoryError) in
                try await store.events.put(id(1), if: Precondition(mustBeNew: true)) { _ in EventDraft(name: "E") }
            }
        },
    ]
}

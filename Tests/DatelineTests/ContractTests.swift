import DatelineJSON
import Foundation
import Testing

/// The contract as another service meets it, over sockets against the built program.
@Suite struct ContractTests {
    @Test func article_wholeLife_keepsToTheContract() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let created = try await service.post(
            "/v1/articles",
            #"{"headline":" Minister warns ","body":"Anthony Blinkov warned. Blinkov left.","source":"NewsTrack","url":"https://example.org/a?utm_source=x","language":"en","datePublished":"2024-03-26T22:16:05.9+00:00","tags":["Rafah","rafah"],"mentions":[{"name":"Antony Blinkov","type":"person"}]}"#
        )
        #expect(created.status == 201, "\(created.text)")
        let article = try created.json
        let id = try #require(article["id"]?.string)
        #expect(created.headers["location"] == "/v1/articles/\(id)")
        #expect(created.headers["etag"] == "\"1\"")
        #expect(article["headline"]?.string == "Minister warns")
        #expect(article["datePublished"]?.string == "2024-03-26T22:16:05Z")
        #expect(article["dateStatus"]?.string == "stated")
        #expect(article["tags"]?.items.compactMap(\.string) == ["Rafah"])
        #expect(article["mentions"]?[0]?["status"]?.string == "manual")
        #expect(article["wordCount"]?.integer == 7)
        #expect(article["contentHash"]?.string?.hasPrefix("sha256:") == true)

        #expect(try await service.get("/v1/articles/\(id)", headers: ["If-None-Match": "\"1\""]).status == 304)
        let conflict = try await service.post("/v1/articles", #"{"headline":"Other","url":"HTTPS://EXAMPLE.org:443/a#x"}"#)
        #expect(conflict.status == 409)
        #expect(try conflict.json["existing"]?.string?.contains(id) == true)
        let returned = try await service.post("/v1/articles?onConflict=return", #"{"headline":"Other","url":"https://example.org/a"}"#)
        #expect(returned.status == 200)
        #expect(try returned.json["headline"]?.string == "Minister warns")

        let patched = try await service.send(
            "PATCH", "/v1/articles/\(id)", body: #"{"byline":"Ana Sousa","tags":["gaza"]}"#,
            headers: ["Content-Type": "application/merge-patch+json", "If-Match": "\"1\""]
        )
        #expect(patched.status == 200, "\(patched.text)")
        #expect(patched.headers["etag"] == "\"2\"")
        #expect(try patched.json["mentions"]?.items.count == 1)
        #expect(
            try await service.send(
                "PATCH", "/v1/articles/\(id)", body: "{}", headers: ["Content-Type": "application/json", "If-Match": "\"1\""]
            ).status == 412)
        #expect(
            try await service.send(
                "PATCH", "/v1/articles/\(id)", body: #"{"headline":null}"#, headers: ["Content-Type": "application/json"]
            ).status == 422)

        let echoed = try await service.send("PUT", "/v1/articles/\(id)", body: patched.text, headers: ["Content-Type": "application/json"])
        #expect(echoed.status == 200, "\(echoed.text)")
        #expect(try echoed.json == (try patched.json))

        let chosen = "018f0000-0000-7000-8000-0000000000aa"
        #expect(
            try await service.send(
                "PUT", "/v1/articles/\(chosen)", body: #"{"headline":"Mine"}"#, headers: ["Content-Type": "application/json"]
            ).status == 201)
        #expect(
            try await service.send(
                "PUT", "/v1/articles/\(chosen)", body: #"{"headline":"Mine"}"#,
                headers: ["Content-Type": "application/json", "If-None-Match": "*"]
            ).status == 412)
        #expect(try await service.send("DELETE", "/v1/articles/\(chosen)").status == 204)
        #expect(try await service.send("DELETE", "/v1/articles/\(chosen)").status == 404)
        #expect(
            try await service.send(
                "PUT", "/v1/articles/\(chosen)", body: #"{"headline":"Mine"}"#, headers: ["Content-Type": "application/json"]
            ).status == 409)
        await service.stop()
    }

    @Test func linking_aliasAddedLater_relinksAndHandWins() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let article = try await service.post(
            "/v1/articles", #"{"headline":"Orlenko meets port chief","body":"Mikhail Orlenko said so. Please mark it."}"#
        ).json
        let id = try #require(article["id"]?.string)
        let entity = try await service.post("/v1/entities", #"{"type":"person","name":"Mykhailo Orlenko","weakAliases":["Orlenko"]}"#)
        #expect(entity.status == 201)
        let entityID = try #require(try entity.json["id"]?.string)
        try await eventually("linking is done") { try await service.get("/v1/entities/\(entityID)").json["linking"]?.string == "done" }
        #expect(try await service.get("/v1/articles?entity=\(entityID)").json["items"]?.items.isEmpty == true)

        let patched = try await service.send(
            "PATCH", "/v1/entities/\(entityID)", body: #"{"aliases":["Mikhail Orlenko"]}"#, headers: ["Content-Type": "application/json"])
        #expect(patched.status == 200, "\(patched.text)")
        try await eventually("the alias is found in the stored article") {
            try await service.get("/v1/articles?entity=mikhail+orlenko").json["items"]?.items.count == 1
        }
        let mention = try await service.get("/v1/articles/\(id)").json["mentions"]?[0]
        #expect(mention?["count"]?.integer == 2)
        #expect(mention?["surfaces"]?.items.compactMap(\.string) == ["Orlenko", "Mikhail Orlenko"])
        #expect(mention?["linkedBy"]?.string == "alias")

        #expect(try await service.send("DELETE", "/v1/articles/\(id)/mentions/\(entityID)").status == 204)
        _ = try await service.send(
            "PATCH", "/v1/entities/\(entityID)", body: #"{"aliases":["Mikhail Orlenko","M. Orlenko"]}"#,
            headers: ["Content-Type": "application/json"])
        try await eventually("linking is done") { try await service.get("/v1/entities/\(entityID)").json["linking"]?.string == "done" }
        #expect(try await service.get("/v1/articles/\(id)").json["mentions"]?.items.isEmpty == true)
        #expect(try await service.send("PUT", "/v1/articles/\(id)/mentions/\(entityID)").status == 204)
        #expect(try await service.get("/v1/articles/\(id)").json["mentions"]?[0]?["status"]?.string == "manual")
        await service.stop()
    }

    @Test func put_echoOfWhatWasRead_changesNothingThatWasSet() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let json = ["Content-Type": "application/json"]
        let entity = try await service.post("/v1/entities", #"{"type":"place","name":"Velmora"}"#)
        let event = try await service.post("/v1/events", #"{"name":"Talks","startDate":"2026-03"}"#)
        let entityPath = try #require(entity.headers["location"])
        let eventPath = try #require(event.headers["location"])
        let quiet = try await service.post("/v1/articles", #"{"headline":"Nothing of Velmora","autolink":false}"#)
        #expect(try quiet.json["mentions"]?.items.isEmpty == true)
        let eventID = try #require(try event.json["id"]?.string)
        #expect(try await service.post("/v1/articles", #"{"headline":"In Velmora","events":["\#(eventID)"]}"#).status == 201)

        // The counts have moved since these were read: the tags too, though the version hasn't.
        let old = try #require(entity.headers["etag"])
        #expect(try await service.get(entityPath, headers: ["If-None-Match": old]).status == 200)
        let now = try #require(try await service.get(entityPath).headers["etag"])
        #expect(try await service.get(entityPath, headers: ["If-None-Match": now]).status == 304)
        let described = try await service.send(
            "PATCH", eventPath, body: #"{"description":"Held at the harbour."}"#,
            headers: json.merging(["If-Match": try #require(event.headers["etag"])]) { $1 }
        )
        #expect(described.status == 200, "\(described.text)")
        #expect(
            try await service.send(
                "PATCH", eventPath, body: "{}", headers: json.merging(["If-Match": try #require(event.headers["etag"])]) { $1 }
            ).status
                == 412
        )
        #expect(try await service.send("PUT", entityPath, body: entity.text, headers: json).status == 200)
        #expect(try await service.send("PUT", eventPath, body: described.text, headers: json).status == 200)
        let articlePath = try #require(quiet.headers["location"])
        let echoed = try await service.send("PUT", articlePath, body: quiet.text, headers: json)
        #expect(echoed.status == 200)
        #expect(try echoed.json["mentions"]?.items.isEmpty == true)
        #expect(try echoed.json["version"]?.integer == 1)
        await service.stop()
    }

    @Test func taggings_withoutTagOrScope_areRefused() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        for body in ["{}", #"{"add":["a"]}"#, #"{"articles":{"filter":""}}"#] {
            #expect(try await service.post("/v1/taggings", body).status == 422)
        }
        await service.stop()
    }

    @Test func post_rawPage_isReadAsTheFolderReadsIt() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let page =
            "Harbour strike ends\nBy Ana Sousa\nPublished: 26 March 2026 - 22:16 GMT\n\nThe strike at the harbour ended on Thursday, and the first ships came in.\n\nShare:\n"
        let answer = try await service.send("POST", "/v1/articles", body: page, headers: ["Content-Type": "text/plain"])
        #expect(answer.status == 201, "\(answer.text)")
        #expect(try answer.json["headline"]?.string == "Harbour strike ends")
        #expect(try answer.json["byline"]?.string == "Ana Sousa")
        #expect(try answer.json["datePublished"]?.string == "2026-03-26T22:16Z")
        #expect(try answer.json["body"]?.string?.contains("Share") == false)
        let other = try await service.send(
            "POST", "/v1/articles", body: page, headers: ["Content-Type": "text/plain; charset=windows-1251"])
        #expect(other.status == 415)
        await service.stop()
    }

    @Test func lists_pagesFacetsAndStreams_agree() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let items = (0..<230).map { number in
            #"{"headline":"Story \#(number)","body":"harbour <b>\#(number)</b>","source":"Outlet \#(number % 3)","datePublished":"2026-0\#(number % 9 + 1)-1\#(number % 10)","tags":["n\#(number % 7)"],"mentions":[{"name":"Person \#(number % 5)","type":"person"}]}"#
        }
        let batch = try await service.post("/v1/articles/batch", "[" + items.joined(separator: ",") + "]")
        #expect(batch.status == 200, "\(batch.text.prefix(300))")
        #expect(try batch.json["items"]?.items.allSatisfy { $0["status"]?.integer == 201 } == true)

        var seen: [String] = []
        var path: String? = "/v1/articles?limit=17&sort=datePublished&count=true"
        while let current = path {
            let answer = try await service.get(current)
            #expect(answer.status == 200, "\(answer.text)")
            seen += try answer.json["items"]?.items.compactMap { $0["id"]?.string } ?? []
            #expect(try answer.json["total"]?.integer == 230)
            path = answer.headers["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(seen.count == 230)
        #expect(Set(seen).count == 230)
        let streamed = try await service.get("/v1/articles?sort=datePublished", headers: ["Accept": "application/x-ndjson"])
        #expect(try streamed.text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8))["id"]?.string } == seen)

        let facets = try await service.get(
            "/v1/articles/facets?tag=n1&facet=tag&facet=entity&facet=source&facet=year&facet=month&facet=day&limit=200"
        ).json["facets"]
        for name in ["tag", "entity", "source", "year", "month", "day"] {
            let buckets = facets?[name]?.items ?? []
            #expect(!buckets.isEmpty, "\(name)")
            for bucket in buckets {
                let query = try #require(bucket["query"]?.string)
                #expect(
                    try await service.get("/v1/articles?count=true&limit=1&\(query)").json["total"]?.integer == bucket["count"]?.integer,
                    "\(query)")
            }
        }
        let highlighted = try await service.get("/v1/articles?q=harbour&limit=1&sort=relevance").json["items"]?[0]?["highlights"]?["body"]?
            .string
        #expect(highlighted?.contains("<mark>harbour</mark> &lt;b&gt;") == true)

        let tagged = try await service.post(
            "/v1/taggings", #"{"add":["bulk"],"remove":["n1"],"articles":{"filter":"tag=n1&from=2026-01&to=2026-04"}}"#)
        #expect(tagged.status == 200, "\(tagged.text)")
        let matched = try tagged.json["matched"]?.integer
        #expect(matched == (try await service.get("/v1/articles?count=true&tag=bulk").json["total"]?.integer))
        let renamed = try await service.send(
            "PATCH", "/v1/tags/bulk", body: #"{"name":"n2"}"#, headers: ["Content-Type": "application/json"])
        #expect(renamed.status == 200, "\(renamed.text)")
        #expect(try await service.get("/v1/tags/bulk").status == 404)
        #expect(
            try renamed.json["articleCount"]?.integer == (try await service.get("/v1/articles?count=true&tag=N2").json["total"]?.integer))
        await service.stop()
    }

    @Test func batch_atomicWithOneBadItem_storesNothing() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let lines = #"{"headline":"One"}"# + "\n\n" + #"{"headline":""}"# + "\r\n" + #"{"headline":"Three"}"#
        let atomic = try await service.send(
            "POST", "/v1/articles/batch?atomic=true", body: lines, headers: ["Content-Type": "application/x-ndjson"])
        #expect(atomic.status == 422, "\(atomic.text)")
        #expect(try await service.get("/v1/articles?count=true").json["total"]?.integer == 0)
        let loose = try await service.send("POST", "/v1/articles/batch", body: lines, headers: ["Content-Type": "application/x-ndjson"])
        #expect(loose.status == 200)
        #expect(try loose.json["items"]?.items.map { $0["status"]?.integer } == [201, 422, 201])
        await service.stop()
    }

    @Test func update_manyAtOnceWithOneTag_oneWins() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let id = try #require(try await service.post("/v1/articles", #"{"headline":"One"}"#).json["id"]?.string)
        for version in 1...10 {
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<32 {
                    group.addTask {
                        try await service.send(
                            "PATCH", "/v1/articles/\(id)", body: #"{"byline":"v\#(version) n\#(number)"}"#,
                            headers: ["Content-Type": "application/json", "If-Match": "\"\(version)\""]
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 200 }.count == 1)
            #expect(statuses.filter { $0 == 412 }.count == 31)
        }
        await service.stop()
    }

    @Test func event_participantsPlaceAndThread_areKept() async throws {
        let folder = try TemporaryFolder()
        let service = try await RunningDateline.start(database: folder.file("a.sqlite"))
        let thread = try await service.post("/v1/events", #"{"name":"Harbour talks","startDate":"2026-03"}"#)
        #expect(thread.status == 201, "\(thread.text)")
        let threadID = try #require(try thread.json["id"]?.string)
        let event = try await service.post(
            "/v1/events",
            #"{"name":"First round","startDate":"2026-03-25","endDate":"2026-03-26","location":{"name":"Velmora"},"participants":[{"entity":{"name":"Ana Sousa","type":"person"},"role":"host"}],"superEvent":"\#(threadID)","tags":["talks"]}"#
        )
        #expect(event.status == 201, "\(event.text)")
        let body = try event.json
        #expect(body["location"]?["entity"]?["type"]?.string == "place")
        #expect(body["participants"]?[0]?["role"]?.string == "host")
        #expect(body["superEvent"]?["id"]?.string == threadID)
        let id = try #require(body["id"]?.string)
        for query in [
            "entity=velmora", "entity=Ana+Sousa", "from=2026-03-26&to=2026-03-26", "tag=talks", "q=round",
            "from=2026&to=2026&match=certain",
        ] {
            let ids = try await service.get("/v1/events?\(query)").json["items"]?.items.compactMap { $0["id"]?.string } ?? []
            #expect(ids.contains(id), "\(query)")
        }
        #expect(
            try await service.send(
                "PATCH", "/v1/events/\(threadID)", body: #"{"superEvent":"\#(id)"}"#, headers: ["Content-Type": "application/json"]
            ).status == 422)
        #expect(try await service.post("/v1/events", #"{"name":"x","startDate":"2026","endDate":"2025"}"#).status == 422)
        let article = try await service.post("/v1/articles", #"{"headline":"Talks","source":"A"}"#).json
        let articleID = try #require(article["id"]?.string)
        #expect(try await service.send("PUT", "/v1/articles/\(articleID)/events/\(id)").status == 204)
        #expect(try await service.get("/v1/events/\(id)").json["sourceCount"]?.integer == 1)
        #expect(try await service.get("/v1/articles?event=\(id)").json["items"]?.items.count == 1)
        await service.stop()
    }
}

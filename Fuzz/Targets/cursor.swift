import Crypto
import DatelineModels

private let checksumLength = 8

/// Cursors and the query strings that they come in.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let query = checkQuery(text)
    let scope = Cursor.Scope(resource: "articles", sort: "-datePublished", filter: query ?? QueryString())
    check(text, scope)
    // Past the checksum, which noise would never pass.
    var hash = SHA256()
    hash.update(data: scope.bytes)
    hash.update(data: bytes)
    check(Base64URL.encode(bytes + hash.finalize().prefix(checksumLength)), scope)
    if let raw = Base64URL.decode(text) { require(isSame(Base64URL.encode(raw), text), "\(text) isn't in the canonical form") }
    let encoded = Base64URL.encode(bytes)
    require(Base64URL.decode(encoded) == bytes, "\(encoded) isn't decoded to what was encoded")
}

private func check(_ text: String, _ scope: Cursor.Scope) {
    guard let key = Cursor.decode(text, scope: scope) else { return }
    require(isSame(Cursor.encode(key, scope: scope), text), "\(key) is encoded in another way")
    let other = Cursor.Scope(resource: "events", sort: "-datePublished", filter: QueryString())
    require(Cursor.decode(text, scope: other) == nil, "a cursor of one list is taken for another")
    if case .real(let value) = key.value { require(value.isFinite, "a cursor holds \(value)") }
}

private func checkQuery(_ text: String) -> QueryString? {
    guard let query = try? QueryString(text) else { return nil }
    require(query.items.count <= QueryString.maximumItems, "there are \(query.items.count) parameters")
    guard let again = try? QueryString(query.encoded) else {
        require(false, "\(query.encoded) can't be read")
        return query
    }
    let isEqual = again.items.elementsEqual(query.items) { isSame($0.name, $1.name) && isSame($0.value, $1.value) }
    require(isEqual || query.items.contains { $0.name.isEmpty && $0.value.isEmpty }, "\(query.encoded) reads otherwise")
    for item in query.items { require(QueryString.shown(item.name).unicodeScalars.count <= 50, "a name is shown at length") }
    // The order of the parameters makes no other list.
    let turned = QueryString(items: query.items.reversed())
    let scopes = [query, turned].map { Cursor.Scope(resource: "articles", sort: "", filter: $0).bytes }
    require(scopes[0] == scopes[1], "the order of parameters counts")
    return query
}

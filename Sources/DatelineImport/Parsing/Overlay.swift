import DatelineJSON
import DatelineModels

/// What is said of a file from outside: by the side file `NAME.meta.json`, and by the folder it lies in.
///
/// The side file speaks of one file and has the last word; the folder's name is the operator's word, so it is the source even
/// where the page names another one.
struct Overlay: Sendable {
    static let warning = "side-file-invalid"
    /// Such members make sense for a file of one article only.
    private static let ofOneArticle = ["id", "headline", "body", "url"]

    /// The side file's members, but for the identity.
    private(set) var members: [JSONObject.Member] = []
    private(set) var identity = RecordIdentity()
    /// What is wrong with the side file.
    private(set) var faults: [ImportFault] = []
    var folderSource: String?

    init() {}

    /// - Parameters:
    ///   - side: the side file. One that can't be taken is told, and has no say.
    ///   - folderSource: left out where it can't be a source's name.
    init(side: SideFile, folderSource: String?) {
        if let folderSource {
            var ignored = Faults()
            self.folderSource = ArticleDraft.sourceRules.check(folderSource, at: .pointer("/source"), into: &ignored)
            if self.folderSource?.isEmpty == true { self.folderSource = nil }
        }
        if case .refused(let reason) = side { faults.append(Self.fault(reason, line: nil, byteOffset: nil, showing: [])) }
        guard let side = side.bytes else { return }
        do throws(JSONError) {
            guard case .object(let object) = try JSONReader.read(side) else {
                faults.append(Self.fault("not-an-object", line: 1, byteOffset: 0, showing: side))
                return
            }
            var faults = Faults()
            let (rest, identity) = RecordIdentity.taken(from: object, faults: &faults)
            // Types and names are checked by themselves, so that they are not taken for faults of the page.
            _ = ArticleInput(json: .object(rest), faults: &faults)
            guard faults.isEmpty else {
                refuse(faults.list)
                return
            }
            members = rest.members
            self.identity = identity
        } catch {
            faults.append(Self.fault(error.reason.rawValue, line: error.line, byteOffset: error.byteOffset, showing: side))
        }
    }

    /// The source that it names.
    var source: String? {
        if case .string(let name)? = members.first(where: { $0.name.utf8.elementsEqual("source".utf8) })?.value { return name }
        return folderSource
    }

    /// The fields that the side file sets.
    var names: [String] { members.map(\.name) }

    /// Whether the side file has something to say of the fields of an article.
    var hasMembers: Bool { !members.isEmpty }

    /// The side file's members and the folder's source laid over an article in the form of the API.
    func applied(to object: JSONObject) -> JSONObject {
        var result = object
        if let folderSource { result.replace("source", with: .string(folderSource)) }
        // What a page says of its date isn't said of another one.
        if members.contains(where: { $0.name.utf8.elementsEqual("datePublished".utf8) }) { result.replace("dateStatus", with: .null) }
        for member in members { result.replace(member.name, with: member.value) }
        return result
    }

    /// What is told of a page whose fields it sets.
    func applied(to read: ReadingProvenance) -> ReadingProvenance {
        var provenance = read
        if folderSource != nil { provenance.source = FieldOrigin(line: nil, how: .folder) }
        for name in names {
            let origin = FieldOrigin(line: nil, how: .sideFile)
            switch name {
            case "headline": provenance.headline = origin
            case "body": provenance.body = origin
            case "byline": provenance.byline = origin
            case "source": provenance.source = origin
            case "language": provenance.language = origin
            case "datePublished": provenance.dates = Self.outranked(provenance.dates)
            default: break
            }
        }
        return provenance
    }

    /// The side file has said when the page was published.
    private static func outranked(_ dates: [DateCandidate]) -> [DateCandidate] {
        dates.map { date in
            guard date.outcome == .published || date.outcome == .agrees else { return date }
            return DateCandidate(
                line: date.line, raw: date.raw, role: date.role, value: date.value, outcome: .outranked, localTime: date.localTime)
        }
    }

    /// Takes the side file's word back, with the reasons.
    mutating func refuse(_ list: [Fault]) {
        members = []
        identity = RecordIdentity()
        for fault in list { faults.append(Self.fault("\(fault.code.rawValue)\(fault.place)", line: nil, byteOffset: nil, showing: [])) }
    }

    /// A side file beside a file of several articles may only say what can be true of all.
    mutating func restrictToMany() {
        let wrong = Self.ofOneArticle.filter { name in
            name == "id" ? !identity.isEmpty : members.contains { $0.name.utf8.elementsEqual(name.utf8) }
        }
        guard !wrong.isEmpty else { return }
        refuse(wrong.map { Fault(pointer: "/\($0)", .inconsistent, "The file holds several articles.") })
    }

    private static func fault(_ reason: String, line: Int?, byteOffset: Int?, showing bytes: [UInt8]) -> ImportFault {
        let shown = bytes[max(0, min(byteOffset ?? 0, bytes.count) - 40)...]
        return ImportFault(line: line, byteOffset: byteOffset, reason: "\(warning): \(reason)", showing: shown)
    }
}

extension Fault {
    /// The pointer after a space; empty for the whole.
    var place: String {
        if case .pointer(let pointer) = location, !pointer.isEmpty { " \(pointer)" } else { "" }
    }
}

extension JSONObject {
    mutating func replace(_ name: String, with value: JSONValue) {
        if let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            members[index].value = value
        } else {
            members.append(Member(name: name, value: value))
        }
    }
}

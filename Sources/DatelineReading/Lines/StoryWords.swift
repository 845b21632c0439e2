/// The words a story is made of. What belongs to it shares them; menus, slogans and other stories mostly don't.
struct StoryWords {
    private var stems = StemSet()

    /// Enough of the text to know its subject, and little enough to cost nothing.
    private static let paragraphs = 12
    private static let fewestWords = 8
    private static let mostBytes = 600

    struct Overlap {
        /// Words that mean something by themselves.
        var words = 0
        var shared = 0

        /// A line about the story: several of its words, and not by chance.
        var isClose: Bool { shared >= 2 && shared * 3 >= words || shared == 1 && words == 1 }
        var isFar: Bool { words >= 2 && shared == 0 }
    }

    private var seen = 0

    init() {}

    /// Of the paragraphs of a part of the page.
    init(_ page: Page, in range: Range<Int>) {
        for index in range where page.roles[index] == .prose {
            if seen >= Self.paragraphs { return }
            add(page, index)
        }
    }

    /// Takes in one more paragraph, unless enough are known.
    mutating func add(_ page: Page, _ index: Int) {
        guard seen < Self.paragraphs, page.lines[index].words >= Self.fewestWords || page.continues[index] else { return }
        WordScanner.scan(page.bytes[page.lines[index].range].prefix(Self.mostBytes)) { word in
            if Self.isTelling(word) { stems.insert(word.stem) }
        }
        if !page.continues[index] { seen += 1 }
    }

    func overlap(_ line: ArraySlice<UInt8>) -> Overlap {
        var overlap = Overlap()
        WordScanner.scan(line.prefix(Self.mostBytes)) { word in
            guard Self.isTelling(word) else { return }
            overlap.words += 1
            if stems.contains(word.stem) { overlap.shared += 1 }
        }
        return overlap
    }

    private static func isTelling(_ word: ScannedWord) -> Bool {
        (word.letters >= 5 || word.letters >= 4 && (word.isCapitalised || word.isPair)) && !common.contains(word.hash)
    }

    /// Of any story.
    private static let common = WordTable<Void>(
        """
        about above across after again against along already although always among another around because been before behind being below
        between both came come could does doing done down during each even every first from gave give goes going have having here into
        itself just last later least less like made make many might more most much must never next nothing once only other others over
        people same says several shall should since some something still such take taken than that their them then there these they thing
        think this those three through together told took toward under until upon very want week weeks well went were what when where
        whether which while whole whom whose will with within without would year years your news said monday tuesday wednesday thursday
        friday saturday sunday today yesterday january february march april june july august september october november december
        aber alle auch beim dass dann denn dies diese dieser dieses doch eine einem einen einer eines etwas gegen haben hatte hier ihre
        ihrer immer jetzt kann können mehr muss nach nicht noch oder ohne schon sehr sein seine seiner sich sind soll sondern über uhr
        unter viele waren weil wenn werden wieder wird worden wurde wurden zwei zwischen jahr jahre jahren
        alors après aussi autre autres avant avec avoir cela celle cette ceux chez comme contre dans depuis deux dont elle elles encore
        entre était être fait font leur leurs mais même moins nous pour plus quand sans selon sera sont sous tous tout toute toutes très
        vers votre vous
        ahora algo antes años aunque cada como contra cual cuando desde donde durante ella ellos entre esta estaba estas este esto estos
        había hace hacia hasta hoy más menos mientras mucho nada otra otro para pero porque puede quien según será sobre solo también
        tiene todo todos tras unos
        agora ainda além anos antes apenas aquele assim até cada como contra depois desde disse ele ela essa esse esta este foram isso
        mais mesmo muito outra outro para pela pelo pode porque quando quem sem sobre também toda todo você
        alla anche ancora anni aveva come contro così dalla delle dello dopo dove erano essere fatto hanno loro molto nella nelle ogni
        oggi ora perché però più poco prima quando quella quello questa questo senza sono sotto stata stato tutti tutto
        deze door daar heeft hebben haar hier meer moet naar niet omdat onder over tegen voor waar wordt werd zijn zich zoals
        """)
}

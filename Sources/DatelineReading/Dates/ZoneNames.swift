/// Zones as news pages print them.
enum ZoneNames {
    /// - Parameter name: in lower case, single spaces, without "time".
    static func place(_ name: String) -> PrintedZone? { places[name].map(PrintedZone.place) }

    /// - Parameter name: in lower case. Abbreviations with several meanings in common use (IST, AST) are those of ``ambiguous(_:)``.
    static func abbreviation(_ name: String) -> PrintedZone? { abbreviations[name] }

    /// What a text in Arabic names at its beginning, and how many bytes the name has.
    static func arabicPlace(_ text: String) -> (zone: PrintedZone, length: Int)? {
        for (name, place) in arabicPlaces where text.hasPrefix(name) {
            let rest = text.utf8.dropFirst(name.utf8.count)
            // What follows may be glued to a name that nothing else begins with.
            guard rest.isEmpty || rest.first == 0x20 || unmistakable.contains(name) else { continue }
            return (place == "GMT" ? .offset(0) : .place(place), name.utf8.count)
        }
        return nil
    }

    private static let unmistakable: Set<String> = ["مكة المكرمة", "غرينتش", "جرينتش"]

    /// The longer of two names first.
    private static let arabicPlaces: [(name: String, place: String)] = [
        ("مكة المكرمة", "Asia/Riyadh"), ("مكة", "Asia/Riyadh"), ("الرياض", "Asia/Riyadh"), ("السعودية", "Asia/Riyadh"),
        ("غرينتش", "GMT"), ("جرينتش", "GMT"), ("القاهرة", "Africa/Cairo"), ("مصر", "Africa/Cairo"), ("القدس المحتلة", "Asia/Jerusalem"),
        ("القدس", "Asia/Jerusalem"), ("فلسطين", "Asia/Gaza"), ("الدوحة", "Asia/Qatar"), ("قطر", "Asia/Qatar"),
        ("بغداد", "Asia/Baghdad"), ("العراق", "Asia/Baghdad"), ("الكويت", "Asia/Kuwait"), ("بيروت", "Asia/Beirut"),
        ("دمشق", "Asia/Damascus"), ("أبوظبي", "Asia/Dubai"), ("أبو ظبي", "Asia/Dubai"), ("دبي", "Asia/Dubai"), ("الإمارات", "Asia/Dubai"),
        ("الجزائر", "Africa/Algiers"), ("تونس", "Africa/Tunis"), ("طرابلس", "Africa/Tripoli"), ("الخرطوم", "Africa/Khartoum"),
        ("صنعاء", "Asia/Aden"), ("مسقط", "Asia/Muscat"), ("المنامة", "Asia/Bahrain"),
    ]

    static func ambiguous(_ name: String) -> PrintedZone? { ambiguous[name].map(PrintedZone.oneOf) }

    private static let ambiguous = [
        "ist": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"], "ast": ["Asia/Riyadh", "America/Halifax", "America/Puerto_Rico"],
        "bdt": ["Asia/Dhaka", "Asia/Brunei"],
    ]

    private static func seasonal(_ hours: Int, _ place: String) -> PrintedZone { .seasonal(offset: hours * 3600, place: place) }

    private static func fixed(_ hours: Int) -> PrintedZone { .offset(hours * 3600) }

    private static let abbreviations: [String: PrintedZone] = [
        "gmt": fixed(0), "utc": fixed(0), "z": fixed(0), "ut": fixed(0),
        "est": seasonal(-5, "America/New_York"), "edt": seasonal(-4, "America/New_York"), "et": .place("America/New_York"),
        "cst": seasonal(-6, "America/Chicago"), "cdt": seasonal(-5, "America/Chicago"), "ct": .place("America/Chicago"),
        // Arizona keeps MST all year.
        "mst": fixed(-7), "mdt": seasonal(-6, "America/Denver"), "mt": .place("America/Denver"),
        "pst": seasonal(-8, "America/Los_Angeles"), "pdt": seasonal(-7, "America/Los_Angeles"), "pt": .place("America/Los_Angeles"),
        "bst": seasonal(1, "Europe/London"),
        "wet": seasonal(0, "Europe/Lisbon"), "west": seasonal(1, "Europe/Lisbon"),
        "cet": seasonal(1, "Europe/Paris"), "cest": seasonal(2, "Europe/Paris"), "mez": seasonal(1, "Europe/Berlin"),
        "mesz": seasonal(2, "Europe/Berlin"),
        "eet": seasonal(2, "Europe/Kyiv"), "eest": seasonal(3, "Europe/Kyiv"),
        "msk": fixed(3), "trt": fixed(3), "eat": fixed(3), "cat": fixed(2), "wat": fixed(1), "sast": fixed(2),
        "gst": fixed(4), "pkt": fixed(5), "wib": fixed(7), "ict": fixed(7), "sgt": fixed(8), "hkt": fixed(8), "awst": fixed(8),
        "jst": fixed(9), "kst": fixed(9), "aest": fixed(10), "aedt": seasonal(11, "Australia/Sydney"),
        "nzst": seasonal(12, "Pacific/Auckland"), "nzdt": seasonal(13, "Pacific/Auckland"),
    ]

    private static let places: [String: String] = [
        "mecca": "Asia/Riyadh", "makkah": "Asia/Riyadh", "riyadh": "Asia/Riyadh", "saudi": "Asia/Riyadh", "doha": "Asia/Qatar",
        "qatar": "Asia/Qatar",
        "kuwait": "Asia/Kuwait", "baghdad": "Asia/Baghdad", "dubai": "Asia/Dubai", "uae": "Asia/Dubai", "abu dhabi": "Asia/Dubai",
        "muscat": "Asia/Muscat",
        "tehran": "Asia/Tehran", "iran": "Asia/Tehran", "kabul": "Asia/Kabul", "karachi": "Asia/Karachi", "islamabad": "Asia/Karachi",
        "pakistan": "Asia/Karachi",
        "indian standard": "Asia/Kolkata", "india": "Asia/Kolkata", "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata",
        "dhaka": "Asia/Dhaka", "kathmandu": "Asia/Kathmandu",
        "beirut": "Asia/Beirut", "damascus": "Asia/Damascus", "amman": "Asia/Amman", "jerusalem": "Asia/Jerusalem",
        "israel": "Asia/Jerusalem", "gaza": "Asia/Gaza",
        "cairo": "Africa/Cairo", "egypt": "Africa/Cairo", "tunis": "Africa/Tunis", "algiers": "Africa/Algiers", "lagos": "Africa/Lagos",
        "nairobi": "Africa/Nairobi",
        "johannesburg": "Africa/Johannesburg", "istanbul": "Europe/Istanbul", "ankara": "Europe/Istanbul", "turkish": "Europe/Istanbul",
        "london": "Europe/London", "uk": "Europe/London", "british": "Europe/London", "british summer": "Europe/London",
        "paris": "Europe/Paris", "berlin": "Europe/Berlin", "madrid": "Europe/Madrid",
        "rome": "Europe/Rome", "brussels": "Europe/Brussels", "amsterdam": "Europe/Amsterdam", "vienna": "Europe/Vienna",
        "zurich": "Europe/Zurich", "geneva": "Europe/Zurich",
        "stockholm": "Europe/Stockholm", "oslo": "Europe/Oslo", "copenhagen": "Europe/Copenhagen", "helsinki": "Europe/Helsinki",
        "warsaw": "Europe/Warsaw", "prague": "Europe/Prague",
        "budapest": "Europe/Budapest", "athens": "Europe/Athens", "bucharest": "Europe/Bucharest", "sofia": "Europe/Sofia",
        "belgrade": "Europe/Belgrade",
        "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "ukrainian": "Europe/Kyiv", "moscow": "Europe/Moscow", "minsk": "Europe/Minsk",
        "tbilisi": "Asia/Tbilisi", "yerevan": "Asia/Yerevan", "baku": "Asia/Baku",
        "beijing": "Asia/Shanghai", "china standard": "Asia/Shanghai", "shanghai": "Asia/Shanghai", "hong kong": "Asia/Hong_Kong",
        "taipei": "Asia/Taipei", "singapore": "Asia/Singapore", "manila": "Asia/Manila",
        "jakarta": "Asia/Jakarta", "bangkok": "Asia/Bangkok", "hanoi": "Asia/Bangkok", "seoul": "Asia/Seoul", "tokyo": "Asia/Tokyo",
        "japan standard": "Asia/Tokyo",
        "sydney": "Australia/Sydney", "melbourne": "Australia/Melbourne", "auckland": "Pacific/Auckland", "wellington": "Pacific/Auckland",
        "new york": "America/New_York", "eastern": "America/New_York", "washington": "America/New_York", "toronto": "America/Toronto",
        "chicago": "America/Chicago", "central": "America/Chicago",
        "denver": "America/Denver", "mountain": "America/Denver", "los angeles": "America/Los_Angeles", "pacific": "America/Los_Angeles",
        "mexico city": "America/Mexico_City",
        "bogota": "America/Bogota", "lima": "America/Lima", "santiago": "America/Santiago",
        "buenos aires": "America/Argentina/Buenos_Aires", "brasilia": "America/Sao_Paulo", "sao paulo": "America/Sao_Paulo",
        "central european": "Europe/Paris", "eastern european": "Europe/Kyiv",
    ]
}

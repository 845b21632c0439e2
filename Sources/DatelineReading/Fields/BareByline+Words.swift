// Words around the names of authors.
extension BareByline {
    /// What authors are.
    static let jobs: Set<String> = [
        "correspondent", "reporter", "writer", "editor", "journalist", "columnist", "fellow", "professor", "director", "analyst",
        "contributor", "student", "scientist", "engineer", "candidate", "economist", "intern", "associate",
        "critic", "photographer", "producer", "bureau", "staff", "chief", "researcher", "lecturer", "redakteur", "redakteurin",
        "reporterin",
        "korrespondent", "korrespondentin", "volontär", "volontärin", "ressortleiter", "ressortleiterin", "journaliste", "correspondant",
        "correspondante", "rédacteur", "rédactrice", "chroniqueur", "chroniqueuse", "periodista", "redactor", "redactora", "corresponsal",
        "columnista", "enviado", "enviada", "envoyé", "envoyée", "giornalista", "inviato", "inviata", "corrispondente", "jornalista",
        "repórter", "colunista",
        "correspondente", "verslaggever", "verslaggeefster", "redacteur", "dziennikarz", "dziennikarka", "redaktor", "redaktorka",
        "muhabir",
        "muhabiri", "yazar", "корреспондент", "журналист", "обозреватель", "кореспондент", "журналіст", "صحفي", "صحفية", "مراسل", "مراسلة",
        "كاتب",
        "خبرنگار", "כתב", "כתבת", "עיתונאי", "δημοσιογράφος", "συντάκτης", "συντάκτρια", "记者", "記者",
    ]

    /// Labels over the author's name.
    static let labels: Set<String> = [
        "by", "written by", "words by", "story by", "text by", "posted by", "author", "authors", "words", "von", "autor", "autorin", "text",
        "par", "auteur", "por", "texto", "di", "autore", "door", "tekst", "av", "af", "автор", "текст", "بقلم", "كتب", "كتبت", "تقرير",
        "إعداد", "מאת", "نویسنده",
    ]

    /// Labels over the name of a place.
    static let placeLabels: Set<String> = [
        "location", "place", "venue", "where", "from", "city", "town", "ort", "wohnort", "standort", "lieu", "ville", "ubicacion", "lugar",
        "ciudad", "luogo", "citta", "cidade", "plaats", "woonplaats", "miejsce", "miasto", "откуда", "город",
    ]

    /// Before a place that follows the author's name.
    static let places: Set<String> = ["in", "at", "for", "from", "à", "en", "em", "au", "aux", "w", "в", "på", "i", "special"]

    /// What is said of a portrait.
    static let pictures = [
        "portrait of ", "photo of ", "picture of ", "headshot of ", "profile image of ", "avatar of ", "image of ",
    ]

    /// In a line of their own between two names.
    static let joiners: Set<String> = ["and", "&", "und", "et", "y", "en", "e", "och", "og"]
}

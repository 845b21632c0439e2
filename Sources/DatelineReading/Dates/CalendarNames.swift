import DatelineModels

/// Names of months and weekdays in the larger languages, folded.
enum CalendarNames {
    /// 1–12.
    static func month(_ word: ArraySlice<UInt8>) -> Int? { lookup(word, in: months) }

    /// 1 is Monday.
    static func weekday(_ word: ArraySlice<UInt8>) -> Int? { lookup(word, in: weekdays) }

    /// 1–12, of the solar year of Iran and Afghanistan.
    static func solarMonth(_ word: ArraySlice<UInt8>) -> Int? { lookup(word, in: solarMonths) }

    private static let solarMonths = table([
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    ])

    /// What a name is in Croatian that is another month in Polish or Czech.
    static func croatianMonth(_ word: ArraySlice<UInt8>) -> Int? { lookup(word, in: croatian) }

    private static let croatian = ["listopada": 10, "listopad": 10, "lis": 10, "lip": 6, "srp": 7]

    private static func lookup(_ word: ArraySlice<UInt8>, in table: [String: Int]) -> Int? {
        guard (2...32).contains(word.count) else { return nil }
        return table[Folding.fold(ByteText.string(word))]
    }

    private static let months = table(
        [
            // English, with abbreviations
            "january february march april may june july august september october november december",
            "jan feb mar apr - jun jul aug sep oct nov dec",
            "- - - - - - - - sept - - -",
            // German, Austrian
            "januar februar märz - mai juni juli - - oktober - dezember",
            "jänner - mrz - - - - - - okt - dez",
            // French
            "janvier février mars avril - juin juillet août septembre octobre novembre décembre",
            // Spanish
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            // Italian
            "gennaio febbraio - aprile maggio giugno luglio - settembre ottobre - dicembre",
            // Portuguese
            "janeiro fevereiro março - maio junho julho - setembro outubro novembro dezembro",
            // Dutch
            "januari februari maart - mei - - augustus - - - -",
            // Polish
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            // Swedish, Danish, Norwegian
            "- - - - maj - - augusti - - - desember",
            // Turkish
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
            // Russian
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            // Ukrainian
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
            // Arabic, Egypt and the Gulf; Levant
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
            // Hebrew, with "in"; Persian for the Gregorian year; Greek; Danish; Czech; Romanian; Hindi
            "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
            "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
            "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
            "- - marts - - - - - - - - -",
            "ledna února března dubna května června července srpna září října listopadu prosince",
            "ianuarie februarie martie aprilie - iunie iulie - septembrie octombrie noiembrie decembrie",
            "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
            "- - - ابريل - - - اغسطس - اكتوبر - -",
            "كانون_الثاني - - - - - - - - تشرين_الأول تشرين_الثاني كانون_الأول",
            "- - - - - - - - - تشرين_الاول - كانون_الاول",
            // Urdu
            "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        ] + shortMonths)

    private static let weekdays = table([
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "- tues - thur - - -",
        "- - - thurs - - -",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "понеділок вівторок середа четвер пʼятниця субота неділя",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        "måndag tisdag onsdag torsdag fredag lördag söndag",
        "mandag tirsdag - - - lørdag søndag",
        "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        // Persian, as far as one word; the name of Saturday is also the end of others.
        "دوشنبه - چهارشنبه پنجشنبه جمعه - یکشنبه",
    ])

    /// Each row holds the names in order; `-` stands for none, or one that is already there, and `_` for a space.
    private static func table(_ rows: [String]) -> [String: Int] {
        var result: [String: Int] = [:]
        for row in rows {
            for (index, name) in row.spacedWords.enumerated() where name != "-" {
                let folded = Folding.fold(String(name).replacingPhrase("_", with: " "))
                if result[folded] == nil { result[folded] = index + 1 }
            }
        }
        return result
    }
}

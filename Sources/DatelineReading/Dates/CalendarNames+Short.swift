/// Names of months as they are cut short in print, and of some more languages; one row holds them in order, `-` for none.
extension CalendarNames {
    static let shortMonths = [
        // French, Spanish, Italian, Portuguese, Dutch
        "janv févr - avr - - juill - - - - déc",
        "ene - - abr - - - ago - - - dic",
        "gen - - - mag giu lug - set ott - -",
        "- fev - - - - - - - out - dez",
        "- - mrt - - - - - - - - -",
        // Polish, Czech, Russian, Ukrainian, Turkish, Greek
        "sty lut - kwi - cze lip sie wrz paź lis gru",
        "led úno bře dub kvě čvn čvc srp zář říj - pro",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "- февр - - - - - - сент - нояб -",
        "січ лют бер кві тра чер лип сер вер жов лис гру",
        "oca şub - nis - haz tem ağu eyl eki kas ara",
        "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
        "- - - - μαϊ - - - σεπτ - - -",
        // Finnish, Hungarian, Slovak, Croatian, Serbian, Bulgarian, Catalan, Indonesian, Malay
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "január február március április május június július augusztus szeptember október - -",
        "januára februára - apríla mája júna júla augusta septembra októbra novembra decembra",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
        "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan - studeni prosinac",
        "sij velj ožu - svi - - kol ruj - stu -",
        // Polish again
        "- - - - - - - - - - listopad -",
        "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        "януари февруари - - - юни юли - септември октомври ноември декември",
        "gener febrer març - maig juny juliol agost setembre - - desembre",
        "- - maret - - - - agustus - - - desember",
        "- - mac - - - julai ogos - - - disember",
        // Swedish, Norwegian and Danish cut short
        "- - - - - - - - - okt - des",
    ]
}

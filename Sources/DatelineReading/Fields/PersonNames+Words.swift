import DatelineModels

// Words that tell names of people from others of the same make.
extension PersonNames {
    /// How headings, and names of places and of bodies, begin, and hardly anybody is called; folded.
    static let openings: Set<String> = words(
        """
        air bird black blue capitol case child clean climate cold cost crime dark dear deep digital dirty electric fake fast final flash food foreign
        fresh front future giant global gold golden grand green gun happy heat heavy hidden home human inner inside joint key large lost low main mental
        minor mixed modern natural nobel nuclear official organic original outer palm past plastic point poor power pure rapid rare raw recent red
        road royal rural sacred sea secret serious silver simple single sky slow small smart social soft solar solid space strange strong super tall
        tax tech total tough true under urban warm water white whole wide wild wrong zero
        alte alter altes neu freie freier freies schone schoner grune grunes gruner rote roter rotes blaue schwarze weisse deutsche deutscher deutsches
        frohe gute guter gutes erneuerbare kunstliche offener offene offenes voriger vorige nachster nachste heute morgen gestern kurz rund sankt kreis
        landkreis stadt gemeinde polizei feuerwehr freiwillige bundes landes grosse grosser grosses kleine kleiner kleines hohe hoher ober unter nieder
        nord sud ost west aus vom zum zur fur mit ohne nach vor
        pays haute haut seine loire grande petit petite bonne bon vie ville conseil mairie securite trafic transition crise fait faits temps
        coup pouvoir droit droits sante marche port pont rue place saint sainte cote ile region departement commune
        gran costa sierra ciudad castilla puerto guardia crisis estados corte obras mercado violencia policia provincia municipio gobierno
        ayuntamiento banco premios premio medio buenas buena buenos malas cambio derechos salud semana plaza calle valle campo
        reggio alto alta bassa basso piano pronto vigili protezione buone buona comune corpo polizia carabinieri guardia regione provincia corte
        citta isola lago fiume piazza via
        den noord zuid oost west openbaar rode hoge tweede eerste gemeente goed goede oude kleine grote
        minas rio boa bom camara bombeiros castelo meio saude policia cidade governo estado banco ilha praia
        stora lilla norra sodra ostra vastra nya gamla svenska norske danske roda rode god gode oslo
        nowa nowy nowe stara stary stare zielona zielony dolny dolna gorny gorna dobra dobry straz sad policja gmina powiat miasto urzad bielsko
        нижний верхний великий новый новая старый старая красный красная черное белый белая городская городской верховный верховная хорошие
        дорожное московская областной областная государственная государственный российская российский
        """)

    /// Family names that are words as well: they are names where a usual first name stands before them; folded.
    static let families: Set<String> = words(
        """
        lake park hall church day march north south east west house castle forest long short big read best good high young old king
        field fields wells banks bank brook page press quay
        park green hill saint world post star law may house story rose gates woods marsh moor heath ford abbey temple bishop
        """)

    /// The most usual first names of several languages, in ASCII where they have a form in it; folded.
    static let firstNames: Set<String> = words(
        """
        aaron adam adrian agnes alan albert alex alexander alexandra alice alison amanda amelia amy ana andrea andreas andrew angela anita ann anna anne
        annette anthony antonio april arthur audrey august barbara ben benjamin bernard beth betty bill bob brenda brian bruce carl carla carlos carol
        caroline catherine charles charlie charlotte chloe chris christian christina christine christopher claire clara claudia colin connor craig
        dan daniel daniela david dean deborah denis dennis diana diane dominic donald donna dorothy douglas duncan dylan edward eleanor elena elizabeth
        ella ellen emily emma eric erin esther ethan eva evan evelyn faith felix fiona florence frances francis frank fred gareth gary gavin geoffrey
        george gerald gillian glenn gloria gordon grace graham greg gregory hannah harold harriet harry hazel heather heidi helen henry holly howard hugh
        ian irene iris isaac isabel isabella ivan jack jackie jacob jake james jamie jan jane janet janice jason jean jeff jeffrey jennifer jenny jeremy
        jesse jessica jill jim joan joanna joanne joe joel john jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia julian julie
        june justin karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim kirsty kyle laura lauren lawrence leah lee leo
        leonard leslie lewis liam linda lisa liz louis louise lucas lucy luis luke lydia lynn maggie malcolm marc marcus margaret maria marie marion mark
        martha martin martina mary mathew matt matthew maureen max megan melanie melissa michael michelle miguel mike miranda miriam molly monica morgan
        nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel nina noah nora norman olga oliver olivia oscar owen pamela
        patricia patrick paul paula pauline pedro peggy penny peter phil philip phoebe phyllis rachel ralph ray raymond rebecca rene richard rita rob
        robert roberta robin rodney roger roland ron ronald rory rosa rose rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara
        sarah scott sean sebastian sergio sharon sheila shirley simon sofia sonia sophia sophie stacey stella stephanie stephen steve steven stewart
        stuart sue susan suzanne sylvia tanya tara ted teresa terry thomas tim timothy tina todd tom tony tracey tracy trevor ursula valerie vanessa
        vera veronica victor victoria vincent violet virginia vivian walter wayne wendy will william wyatt yvonne zachary zoe
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map { Folding.fold(String($0)) })
    }
}

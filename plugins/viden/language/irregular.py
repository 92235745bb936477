"""Danish words that the rules of `inflection` would inflect wrongly: data only.

Compiled by hand from the closed lists of school grammar; a compound inflects
as its last part, so *formand* and *sagsbehandlermand* follow *mand*.
"""

from __future__ import annotations

NOUNS = {
    "mand": "mænd", "barn": "børn", "bog": "bøger", "hånd": "hænder", "fod": "fødder", "tand": "tænder",
    "nat": "nætter", "kraft": "kræfter", "gås": "gæs", "far": "fædre", "mor": "mødre", "fader": "fædre",
    "moder": "mødre", "bror": "brødre", "broder": "brødre", "datter": "døtre", "bonde": "bønder", "øje": "øjne",
    "stad": "stæder", "rod": "rødder", "stang": "stænger", "tang": "tænger", "klo": "kløer", "tå": "tæer",
    "ko": "køer", "bod": "bøder", "virus": "vira", "forum": "fora",
    "faktum": "fakta", "kursus": "kurser", "medium": "medier", "leksikon": "leksika", "øre": "ører",
    "papir": "papirer", "menneske": "mennesker", "søster": "søstre", "hovedstad": "hovedstæder", "so": "søer",
    "fokus": "fokusser", "campus": "campusser", "bonus": "bonusser", "status": "statusser", "gade": "gader",
}  # fmt: skip
"""Singular → plural without article."""

SINGULARS = {
    "kursus": "kurset", "far": "faren", "mor": "moren", "bror": "broren", "datter": "datteren", "mand": "manden",
    "barn": "barnet", "bog": "bogen", "hånd": "hånden", "fod": "foden", "tand": "tanden", "nat": "natten",
    "kraft": "kraften", "gås": "gåsen", "bonde": "bonden", "øje": "øjet", "stad": "staden", "rod": "roden",
    "stang": "stangen", "tang": "tangen", "klo": "kloen", "tå": "tåen", "ko": "koen",
    "bod": "boden", "virus": "virusset", "forum": "forummet", "faktum": "faktummet",
    "medium": "mediet", "leksikon": "leksikonet", "øre": "øret", "papir": "papiret", "menneske": "mennesket",
    "søster": "søsteren", "hovedstad": "hovedstaden", "so": "soen", "fokus": "fokusset", "campus": "campussen",
    "bonus": "bonussen", "status": "statussen", "fader": "faderen", "moder": "moderen", "broder": "broderen",
    "gade": "gaden",
}  # fmt: skip
"""Singular → singular with article, for the same words."""

PLURALS = {
    "kræfter": "kraft", "kolleger": "kollega", "konti": "konto", "risici": "risiko", "saldi": "saldo", "fora": "forum",
    "leksika": "leksikon", "fakta": "faktum", "vira": "virus", "visa": "visum", "stæder": "stad", "kløer": "klo",
    "brædder": "bræt", "engle": "engel", "himle": "himmel", "stimuli": "stimulus", "eksaminer": "eksamen",
    "voluminer": "volumen", "kvanta": "kvantum", "minima": "minimum", "maksima": "maksimum", "optima": "optimum",
    "modi": "modus", "praktici": "praktiker", "antibiotika": "antibiotikum", "narkotika": "narkotikum",
    "klimater": "klima", "tempi": "tempo", "studier": "studie", "mødre": "mor", "fædre": "far", "brødre": "bror",
    "øjne": "øje", "gårde": "gård", "unger": "unge", "muligheder": "mulighed", "egenskaber": "egenskab",
    "vanskeligheder": "vanskelighed", "udgifter": "udgift", "betingelser": "betingelse", "interesser": "interesse",
    "rettigheder": "rettighed", "kundskaber": "kundskab", "myndigheder": "myndighed", "midler": "middel",
    "priser": "pris", "tropper": "trop", "vaner": "vane", "dråber": "dråbe", "doser": "dosis", "reformer": "reform",
}  # fmt: skip
"""Plurals that Stavekontrolden lists as words of their own → their singular; also as the last part of a compound."""

IN_E = frozenset(
    """
    bade bage bede coache danse dele digte drømme dufte fejre fordele forme frelse føre gøre klare koge koste køle lade
    lave lede lege lette love lufte lugte lure lyse læge lægge låne løse narre oprette plage poste ramme rappe rede rette
    ringe salte sejre skabe skænke slette smage snakke spejle straffe støtte svare sværme tilgifte tude vaske vide vise
    side øre kæreste lokale marine speciale uvane utyske androide blonde burleske solvarme læse bruge
    have vinde tage lige sikre bære
    """.split()  # noqa: SIM905
)
"""Words in *-e* that are commoner than the adjective or plural they look like: *løse* beside *løs*, *skabe* beside *skab*."""

RARE = frozenset(
    """
    aftne ale alhed arie arier ask bak balle banke basse beretter bit bitte bomber bos bremser brod bulle byrd bælt
    diller dokke esse farver fas fiol fjerner flak flipper flis flom flugter flåder fløjt former frister funk fur
    fæster følger garder gene gie grabbe grader grand grille gylt gæste gø hakke hall hamme has hase heroine hind
    hjerter host hu hvil hyld hæm ilte indgift jon kag kaje kilder klokker knag koder kogge kontroller kris kulle
    kutte kvind lage lammer las liner list lodder lom lup lurer lægte lærk løfter manuale mask mediciner
    mejs mil mile mis miss misser mol morte mos mult mumi muse myr måg netværker nier nikke nitter not od pak palm
    panter pib piber plag plejer pletter poder poster prise prøver publikummer puddel pump put racer radikaler
    ram rast red ri rise rode roulet ruder ruller ruse russer ræk saddel sej serv sikke skalle skifter skink skod
    skralde skru skrub skrubbe skruer skure skyl slang slip sluser slyng slåer smøg snitte spalt spir spis sprøjt
    stammer stamp starter stave stem stent stente stikker stænge stævn summer svarer sværte syrer tande tange
    tappe taster tekster terme terne timer toilette toner transporter trapper trav tribun tår vad val valle valse van
    vang vante vift vikkel vip væge væld zinke ånde åre ær
    """.split()  # noqa: SIM905
)
"""Headwords whose forms are nearly always those of another: *hallen* is from *hal*, *listen* from *liste*.

Chosen from all pairs of nouns that share a form, by how many compounds of the dictionary end in each, then by eye.
"""

VERBS = {
    "binde": "bandt bundet bundne", "bede": "bad bedt", "blive": "blev blevet", "bringe": "bragte bragt",
    "bryde": "brød brudt brudte", "byde": "bød budt budte", "bære": "bar båret", "drage": "drog draget dragne",
    "drive": "drev drevet drevne", "finde": "fandt fundet fundne", "flyde": "flød flydt", "flyve": "fløj fløjet",
    "forlade": "forlod forladt", "fortælle": "fortalte fortalt", "fortryde": "fortrød fortrudt", "få": "får fik fået",
    "følge": "fulgte fulgt fulgtes", "give": "gav givet givne", "glide": "gled gledet", "gribe": "greb grebet grebne",
    "gøre": "gør gjorde gjort", "gå": "går gik gået gående gåede", "hjælpe": "hjalp hjulpet hjulpne",
    "holde": "holdt holdte", "hænge": "hang hængt", "komme": "kom kommet kommende", "lade": "lod ladet",
    "ligge": "lå ligget liggende", "lægge": "lagde lagt lagte", "lyde": "lød lydt", "løbe": "løb løbet",
    "nyde": "nød nydt", "række": "rakte rakt", "rive": "rev revet", "ryge": "røg røget", "se": "ser så set sete seende",
    "sidde": "sad siddet siddende", "sige": "siger sagde sagt", "skrive": "skrev skrevet skrevne", "skyde": "skød skudt",
    "skære": "skar skåret skårne", "slå": "slår slog slået", "snige": "sneg sneget", "sove": "sov sovet",
    "spørge": "spørger spurgte spurgt", "stige": "steg steget stegne", "stjæle": "stjal stjålet stjålne",
    "strække": "strakte strakt", "strikke": "strikkede", "stå": "står stod stået stående", "svinde": "svandt svundet",
    "synge": "sang sunget", "synke": "sank sunket", "sælge": "solgte solgt", "sætte": "satte sat", "tage": "tog taget tagne",
    "træde": "trådte trådt", "træffe": "traf truffet trufne", "trække": "trak trukket trukne", "tvinge": "tvang tvunget",
    "tælle": "talte talt", "vide": "ved vidste vidst", "vige": "veg veget", "vinde": "vandt vundet vundne",
    "vælge": "valgte valgt valgte", "være": "er var været", "nå": "når nåede nået", "bo": "bor boede boet boende",
    "tro": "tror troede troet", "sy": "syr syede syet", "spå": "spår spåede", "ske": "sker skete sket",
}  # fmt: skip
"""Infinitive → the forms that the weak patterns do not give."""

ADJECTIVES = {
    "god": "godt gode bedre bedst bedste", "stor": "stort store større størst største",
    "lille": "lidt små mindre mindst mindste", "ung": "ungt unge unges yngre yngst yngste",
    "gammel": "gammelt gamle gamles ældre ældst ældste", "lang": "langt lange længere længst længste",
    "ny": "nyt nye nyere nyest nyeste", "fri": "frit frie friere", "egen": "eget egne", "nær": "nært nære nærmere nærmest",
    "tung": "tungt tunge tungere", "blå": "blåt", "grå": "gråt", "ældre": "ældres", "yngre": "yngres",
}  # fmt: skip
"""Positive → its other forms; such a word gets no noun forms."""

UNINFLECTED = frozenset(("ældre", "data", "it", "jura", "matematik", "kvindelige", "fremme", "på", "for", "fælles"))
"""Words that only take the genitive (and, for *data*, the forms in `EXTRA`)."""

EXTRA = {
    "data": "dataene dataenes dataet", "jura": "juraen juraens", "bolig": "boligen boliger boligerne boligens",
    "skat": "skatten skatter skatterne", "job": "jobbet jobbene jobs jobbets", "fælles": "",
}  # fmt: skip
"""Forms beside the rules."""

DOUBLING = (
    "politik", "statistik", "teknik", "etik", "musik", "praktik", "trafik", "klinik", "dom", "gram", "bot", "stop", "top",
    "blik", "bus", "job", "pas", "spil", "rum", "hal", "tal", "ven", "skat", "slot", "hotel", "flok", "stok", "blok",
    "klub", "snit", "skik", "kok", "trin", "hjem", "proces", "kontrol", "stof", "tryk", "uel", "onel", "iel",
)  # fmt: skip
"""Tails whose last consonant doubles before a vowel: *politik → politikken*, *job → jobbet*."""

NEVER_DOUBLING = (
    "system", "problem", "fag", "tat", "skab", "plads", "hed", "tilsyn", "plan", "stat", "råd", "kort", "akt", "isk",
    "lig", "hus", "mål", "dat", "apparat", "format", "mandat", "resultat", "sekretariat", "tet", "itet", "tek", "krat",
    "kreds", "børs", "sus", "stil", "pris", "grad", "blad", "fad", "bad", "kar", "vis", "ital", "otal", "mental", "ortal",
    "løs", "ur", "agtig", "ig",
)  # fmt: skip
"""Tails that look as if they doubled and never do."""

CLASHES: dict[str, str] = {
    "ansætte": "ansats",
    "bilag": "bilagt",
    "blanket": "blankede blankedes",
    "bog": "boge",
    "demens": "dem",
    "dige": "digt digte digtes digts digtede digtet digter",
    "dom": "dommer dommers dommerne dommernes",
    "etik": "etiket etiketter etiketten",
    "forlig": "forlige forliges forligt forligte",
    "hal": "hals halt",
    "havn": "havner havnet havnede",
    "hus": "husen huser husede",
    "kort": "korte korter kortest kortere",
    "led": "lede leder ledet ledede lederne ledere leden",
    "lede": "led ledig ledige leder lederne lederens ledern",
    "leder": "led ledet ledre",
    "lov": "lover lovet lovede loves lovers",
    "læge": "lægte lægtes",
    "misbrug": "misbruge misbruger misbruges misbrugt misbrugte",
    "modstand": "modstander modstanders modstanderne modstandernes",
    "mus": "muse muser muserne musernes musers muset",
    "mål": "måle måler målene målte måles målere måleres målt målen målens målerne målers",
    "nedbrud": "nedbrudt",
    "park": "parket parkets",
    "parti": "parties",
    "pas": "pase pasen paser passer passere passende passerne passers passens passen passe passes",
    "plan": "plant plane planet planets planes",
    "rationale": "rationalt",
    "server": "servere serveres serveret serverer",
    "skærm": "skærme skærmer skærmet skærmede",
    "stat": "statet state",
    "sår": "såre såren sårer såres såret",
    "sø": "søn søns",
    "tal": "tale talen taler talerne tales talene talens taleren talet",
    "tolk": "tolke tolker tolkes tolket tolkede",
    "udbud": "udbudt udbudte",
    "udstyr": "udstyre udstyrer udstyres udstyrede",
    "udvalg": "udvalgt udvalgte",
    "unge": "ungt",
    "valg": "valgt valgte valgts",
    "vane": "vant vante vantes vants",
    "vej": "vejer vejers vejet vejede",
}
"""Forms that the rules would make of the word but that are other words, with another sense."""

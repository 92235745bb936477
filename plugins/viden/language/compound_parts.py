"""The words that compounds of public administration are made of: data only.

Gathered by hand. A word stands in the row of the link that it takes before
another part; *arbejde* makes `arbejdsplads` and stands with its altered form.
A compound may end in any form of any of these words.
"""

from __future__ import annotations

PLAIN = """
    dag forsvar forbruger inklusion
    skole kultur natur sport data klima miljø energi vand vej trafik bil cykel bus by land hus bolig pleje ældre elev
    leder chef borger bruger medarbejder kommune parti budget økonomi løn personale projekt system program server kode
    video film foto bog musik teater kunst job kontor møde post brev telefon computer robot sensor borgmester
    kommunal social region dato uge aften morgen nat time gruppe team hold familie hjemme hjem voksen gade park skov
    have sommer vinter maskine proces strategi model metode teori praksis analyse rapport test prøve pilot ide idé læse
    skrive regne lege lære læge patient medicin klinik behandling demens senior pension service center lokal
    fælles tvær grund kerne nøgle hoved top mellem under over side efter nær fjern høj lav bred bagside fag
    faglig profession kompetence adfærd vane kurs tema tavle klasse stue rum gang dør vindue tag væg mur gulv køkken bad
    seng stol bord lampe varme strøm gas olie sol vind solcelle batteri kloak affald genbrug plast papir glas metal
    container spand skrald blad træ plante dyr fisk fugl insekt hav kyst strand å sø bro havn tunnel sti plads torv
    fortov asfalt sand jord sten ler kalk byg bygge mål måle tal tælle værdi pris gevinst effekt bevis case
    kanal kampagne presse radio avis artikel tekst ord sprog dansk engelsk matematik fysik kemi historie idræt
    bevægelse mad frugt frokost kantine fodbold håndbold svømme svømning gymnastik dans sang kor orkester scene museum arkiv bibliotek
    mappe fil mail sms app web net internet intranet platform portal tablet skærm tastatur knap kort kamera lyd billede
    kontrakt aftale udbud indkøb faktura konto kasse penge skat moms afgift tilskud gebyr ydelse honorar
    minister kandidat politi brand ambulance redning nød hjælpe hjælp støtte rådgiver vejleder konsulent koordinator
    pædagog lærer sygeplejerske assistent terapeut psykolog tolk jurist ingeniør arkitekt bibliotekar sekretær
    udvikler tester kasserer direktør forælder mor far bedste unge pige dreng kvinde mand ejer kunde gæst
    nabo lejer beboer ledig syge sygedagpenge kontanthjælp ferie barsel fravær vagt vikar fleks deltid fuldtid
    digitaliserings leverandør kryds cirkel linje punkt kurve graf tabel liste skema blanket formular bilag dokument journal
    akt paragraf jura straf dom ret lov regel norm standard princip hensyn skøn pligt kultur etik moral tro
    kirke kloster slot borg gård mark eng dige mose fjord viden forsknings kaffe sukker salt fest
    spil konkurrence præmie medalje pokal hal stadion bane klub stab ledelse
""".split()  # noqa: SIM905
"""Nothing between this part and the next."""

WITH_S = """
    arbejdsmarked uddannelse beskæftigelse forvaltning afdeling organisation institution situation information
    kommunikation integration innovation investering vurdering evaluering måling planlægning udvikling forandring
    implementering omstilling digitalisering automatisering effektivisering prioritering styring ledelse opgave
    sikkerhed tryghed sundhed ledighed virksomhed faglighed værdighed tilgængelighed bæredygtighed selvstændighed
    forebyggelse undersøgelse ansættelse behandling undervisning læring opkvalificering rekruttering
    rådgivning vejledning sagsbehandling betjening selvbetjening henvendelse udbetaling opkrævning
    kærlighed venskab fællesskab netværk partnerskab lederskab samarbejde velfærd omsorg forsyning forening folkeoplysning
    ungdom barndom alderdom sygdom ejendom rigdom kommunalbestyrelse byråd udvalg valg folketing stat
    rettighed myndighed mulighed færdighed kvalitet kapacitet aktivitet mobilitet kreativitet identitet
    teknologi erhverv skov spildevand regnvand affald drift tilsyn kvarter fritid ferie tid sag dag liv
    resultat indsats problem løsning behov krav forhold samfund stats landbo dagtilbud botilbud tilbud
    forsøg eksperiment projektledelse personaleledelse fremtid fortid samtid nutid morgendag hverdag bygning
    brug forbrug budskab indhold udtryk aftryk råd parti forsorg frivillighed anbringelse familie ægteskab
    handicap misbrug genoptræning rehabilitering hjemmepleje sygepleje folkeskole ungdomsskole forår efterår tjeneste
    regering lovgivning regulering databeskyttelse persondata kompetenceudvikling it-sikkerhed
    borgerinddragelse medborgerskab demokrati nærhed gennemsigtighed ansvarlighed integritet dannelse
    lokalplan klimatilpasning vedligeholdelse renovering energi forurening oversvømmelse biodiversitet
    oplevelse formidling udstilling forestilling bevilling opsparing besparelse fordeling fordel trivsel udsat
    spørgsmål svar konflikt krise katastrofe beredskab redning overvågning kontrol revision
    kvinde mand hjælpemiddel middel køn alder afstand tilstand modstand forstand
    bosætning indflytning flytning indvandring udlænding
""".split()  # noqa: SIM905
"""An `s` before the next part."""

WITH_E = """
    barn flygtning hund hest lam bjerg gæst mælk ost jul sogn tyv
""".split()  # noqa: SIM905
"""An `e` before the next part; *barn* is `børne`, see below."""

ALTERED = {
    "arbejds": "arbejde", "samarbejds": "samarbejde", "børne": "barn", "barne": "barn", "børn": "barn",
    "billed": "billede", "elev": "elev", "folke": "folk", "område": "område", "bestyrelses": "bestyrelse",
    "embeds": "embede", "flygtninge": "flygtning", "indvandrer": "indvandrer", "gæste": "gæst", "hunde": "hund",
    "heste": "hest", "jule": "jul", "sogne": "sogn", "student": "student", "studenter": "student", "bonde": "bonde",
    "museums": "museum", "biblioteks": "bibliotek", "sekretariats": "sekretariat", "direktions": "direktion",
    "kvinde": "kvinde", "herre": "herre", "mands": "mand", "kæde": "kæde", "hjerne": "hjerne", "hjerte": "hjerte",
    "øjen": "øje", "tand": "tand", "hånd": "hånd", "fod": "fod", "skulder": "skulder", "ryg": "ryg",
    "forældre": "forælder", "søskende": "søskende", "fødsels": "fødsel", "rejse": "rejse", "kørsels": "kørsel",
    "handels": "handel", "middel": "middel", "regnskabs": "regnskab", "budget": "budget", "skatte": "skat",
    "idræts": "idræt", "forsknings": "forskning", "kirkegårds": "kirkegård", "byggeri": "byggeri", "lands": "land",
    "dags": "dag", "års": "år", "måneds": "måned", "klasse": "klasse", "køre": "køre", "bære": "bære", "ungdoms": "ungdom",
    "sygehus": "sygehus", "hospitals": "hospital", "læse": "læse", "skrive": "skrive", "spise": "spise", "vaske": "vaske",
    "køreplan": "køreplan", "svømme": "svømme", "aktivitets": "aktivitet", "forenings": "forening", "spørge": "spørge",
    "rednings": "redning", "beredskabs": "beredskab", "vejlednings": "vejledning", "mødested": "mødested",
    "navne": "navn", "trin": "trin", "krise": "krise", "medie": "medie", "pleje": "pleje", "hjælpe": "hjælpe",
    "løse": "løsning", "dagsordens": "dagsorden", "ansvars": "ansvar", "gade": "gade", "ejer": "ejer", "vurderings": "vurdering",
    "gevinst": "gevinst", "lærings": "læring", "kompetence": "kompetence", "personale": "personale", "ledelses": "ledelse",
    "medlems": "medlem", "teknologi": "teknologi", "trivsels": "trivsel", "fag": "fag", "energi": "energi",
    "havne": "havn", "gårds": "gård", "kirke": "kirke", "sags": "sag", "bygnings": "bygning", "by": "by", "bys": "by",
}  # fmt: skip
"""First parts whose shape no rule gives → the word that they are a form of."""

ONLY_LAST = """
    plejerske hjælpemiddel samtykke ægtefælle kollega kolleger team teams rapport
    arbejde samarbejde område opgave løsning plan planer leder lederne udvalg udvikler bestyrelse sted plads person
    hjælp hjælper ansvarlig medlem formand forum netværk møde samtale kursus forløb uddannelse arbejder rolle vej vejen
    område regnskab folk folkene sygehus behov indsats kvote mængde niveau grad type form måde middel værktøj udstyr
    anlæg apparat arkitektur løft løfte spor trin fase del dele andel antal tilbud besøg bolig boliger bygning
    handling handleplan handler ordning afgørelse beslutning bevilling klage tilladelse godkendelse registrering
    indberetning udbetaling fordeling gruppe grupper råd rådgivning rådgiver vejledning vejleder undervisning lektion
    forsøg undersøgelse måling analyse vurdering evaluering oversigt overblik billede landskab marked verden sektor
    branche profil niveau status tilstand situation udfordring problem konflikt brud fejl mangel risiko trussel angreb
    beskyttelse sikkerhed sikring kontrol tilsyn overvågning styring ledelse drift vedligeholdelse udvikling forandring
    omstilling implementering strategi politik vision mål målsætning resultat resultater effekt gevinst besparelse
    forbrug udgift indtægt tilskud ydelse afgift refusion kasse pulje fond konto budget mødre fædre børn barn
    forening klub hold hal bane park have skov sti sø strand vand rør ledning kabel nøgle lås dør mur hegn
    station terminal central butik lager værksted kontor lokale sal rum stue afsnit afdeling enhed center hus gård
    institution skole børnehave klasse klub hjem bosted herberg tjeneste service ekspert konsulent assistent koordinator
    administrator behandler specialist tekniker inspektør betjent vagt vært ejer bruger modtager ansøger deltager
    repræsentant sekretær sekretariat direktion direktør chef mester lærling elev studerende forsker lærer pædagog
    kompetence færdighed evne viden forståelse sprog kultur identitet værdi tillid ansvar pligt ret rettighed frihed
    kommune kommuner region stat myndighed forvaltning udbud kontrakt aftale leverandør producent system systemer
    program programmer platform portal app server database register journal mappe dokument brev besked nyhed artikel
    rapport notat referat dagsorden bilag skema blanket ansøgning kort bog liste tal statistik graf model metode
    koncept princip standard norm regel regler lov bekendtgørelse paragraf reform aftaler forlig dom praksis teori
    forskning sygdom skade ulykke behandling pleje omsorg træning genoptræning medicin hjælpemiddel seng
    transport kørsel trafik bus tog bil cykel parkering tank pumpe maskine robot sensor måler teknologi teknik
    mester værk kunst musik teater koncert festival udstilling samling besøgende gæst publikum løb kamp
    affald genbrug rensning tømning sortering forurening udledning klima natur miljø energi varme strøm
    dag dage uge måned år time tid periode frist start slut begyndelse afslutning
    angst stress trivsel fravær fremmøde adfærd vane kost kulturen debat dialog høring inddragelse afstemning
    aften morgen fest ferie
    mødested opkald henvendelse kø tur rute linje reklame kampagne konference webinar temadag seminar
    oplysning oplysninger information kommunikation formidling journalist redaktør avis blad magasin
""".split()  # noqa: SIM905
"""Words that end compounds, beside those above."""

WHOLE = frozenset(
    """
    vejleder vejledning vejlede forening foreninger forsyning forvaltning forventning forløb forhold forbrug forslag
    forfatter forældre formand formål forsker forskning forsøg forside forhal forår forret forord forlag forbud
    overblik overskrift oversigt overgang overenskomst overskud overvejelse undervisning underskrift underholdning
    undersøgelse underskud undertekst efterår efterspørgsel hovedsagelig hjemmel tilbud tilsyn tilskud tillid tilstand
    afdeling afsnit afgift afgørelse udvalg udvikling udvikler udbud udgift udstyr udtryk uddannelse udfordring udstilling
    indkøb indhold indsats indtægt indland udland indflydelse medlem medarbejder medicin mellemrum møbler personale
    personlig plante planlægge planlægning politik politiker sommerfugl kompetence konference kommune kommunal
    kartoffel morgenmad dagsorden fortid fremtid samtid nutid samfund samarbejde sammenhæng landskab virksomhed
    ejendom ungdom sygdom barndom alderdom rigdom embedsmand lejlighed arbejdsom fagforening fagre sagtens
    bolig billig venlig billede billet bilag bilde fabrik tålmodig vandring vandre sandhed sanding sandal handel handling
    handicap forandring landing lander strander stranding havner havre haven handler vindue vindruer indvandrer skatter skattet
    datoer statue station status statistik taktik partisan partikel karton karakter karantæne parket parkering portal
    portræt fagot gangster banegård tavshed talent talerstol målestok måltid målrettet måltal salt salat
    lærling lærred legeme legende legering busk buste kursus kurser regler regering regent regnskab regnvejr
    hallo halm hals kalkun kalender sender sending senior seniorer modstander prisme
    fotograf fotografi borgmester overbevise undervejs nødstedt farmand ordholden oversomre overtag undertiden
    lejer lejre leje ordentlig ordning ordne ordre ordinær landsby fiskeri lederskab ledelse ledsager
    testamente postej postyr mailing nettet netop kontoret kortet kortlægge kortlægning tidlig tidligere dagligt daglig
    """.split()  # noqa: SIM905
)
"""Words and compounds gone stiff that look as if they could be taken apart and are not."""

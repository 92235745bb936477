"""The rules that a body can break, each with one Danish sentence for the handbook."""

from __future__ import annotations

from ..model import Place, Problem

RULES: dict[str, str] = {
    "html-raw": "Skriv Markdown, ikke HTML; et tegn, der skal læses som tegn, får en omvendt skråstreg foran: \\<.",
    "body-unsafe": "Teksten indeholder noget, der ikke kan vises sikkert.",
    "emphasis-unmatched": "Fremhævning slutter med lige så mange stjerner eller understreger, som den begynder med.",
    "attributes-unknown": "Efter et billede må der stå {: .dekorativ }; andre egenskaber i krøllede parenteser findes ikke.",
    "lang-unknown": "Et fremmed sprog angives med sin kode: [learning by doing]{lang=en}.",
    "heading-title": "Overskrifter i teksten begynder med to ##; ét # er forbeholdt indlæggets titel.",
    "heading-empty": "En overskrift skal have en tekst.",
    "pointer-order": "Pointer nummereres 1, 2, 3 uden huller og gentagelser.",
    "pointer-none": "Et indlæg af typen pointer skal have nummererede pointer: ## 1) Overskrift.",
    "box-unknown": "Boksen findes ikke; brug fakta, læs også, nyhedsbrev, citat, redaktør, kontakt eller video.",
    "box-id-unknown": "En fast boks har et id fra bokse.yaml, eller et fra en serie, en person eller en udgiver, der kan kontaktes.",
    "box-unclosed": "En boks slutter med en linje, hvor der kun står tre koloner.",
    "box-unopened": "Tre koloner alene på en linje slutter en boks, og her er ingen åben.",
    "box-nested": "En boks kan ikke stå inde i en anden boks.",
    "box-place": "En boks begynder helt til venstre på sin egen linje.",
    "box-empty": "En boks skal have et indhold.",
    "box-filled": "En fast boks har sin tekst i registret, så der må ikke stå noget i den.",
    "related-link": "Hver linje i boksen læs også er et link til et indlæg eller indlæggets navn.",
    "correction-date": "En rettelse begynder med Rettet den, datoen og et kolon.",
    "brief-place": "Boksen Kort fortalt står først i teksten.",
    "brief-long": "Boksen Kort fortalt har højst tre linjer.",
    "video-line": "I en video-boks begynder hver linje med Adresse, Længde, Billede, Alt, Foto, Undertekster eller Udskrift og et kolon.",
    "video-missing": "En video har en titel, en adresse, et billede og en alternativ tekst.",
    "video-address": "En video ligger på en adresse, der begynder med https://.",
    "video-length": "En videos længde skrives som 12 min., 1 time 5 min. eller 45 sek.",
    "video-captions": "En video har undertekster eller en udskrift til den, der ikke kan høre den.",
    "code-unclosed": "En kodeblok slutter med lige så mange tegn, som den begynder med.",
    "entity-forbidden": "En tegnkode skal stå for et tegn, der kan vises.",
    "footnote-unknown": "En fodnote, som teksten henviser til, skal findes.",
    "footnote-label": "En fodnotes navn består af bogstaver, tal og bindestreger.",
    "footnote-double": "En fodnote må kun have én tekst.",
    "footnote-unused": "En fodnote skal have en henvisning i teksten.",
    "link-empty": "Et link skal have en tekst.",
    "link-scheme": "Links må kun begynde med https:, http: eller mailto:, eller føre til en fil på webstedet.",
    "link-host": "Et link til et andet websted skrives helt ud med https://.",
    "link-credentials": "Et link må ikke indeholde brugernavn eller adgangskode.",
    "link-mail": "Et maillink må ud over adressen kun have et emne (subject).",
    "link-outside": "Et link må ikke føre ud af mappen med indhold.",
    "link-characters": "En adresse må ikke indeholde omvendte skråstreger eller usynlige tegn.",
    "limit-body": "En tekst må højst fylde 1 MB og have 50.000 ord.",
    "limit-line": "En linje må højst have 20.000 tegn.",
    "limit-run": "Det samme tegn må højst gentages 200 gange i træk.",
    "limit-nesting": "Lister og citater må højst ligge 12 niveauer inde i hinanden.",
    "limit-brackets": "Et afsnit må højst have 500 kantede parenteser.",
    "limit-marks": "Et afsnit må højst have 300 stjerner og understreger.",
    "limit-footnotes": "En tekst må højst have 300 fodnoter.",
    "limit-links": "En tekst må højst have 1.000 links.",
    "limit-headings": "En tekst må højst have 500 overskrifter.",
}


def fault(rule: str, place: Place, message: str, hint: str, severity: str = "error") -> Problem:
    """Return the problem; `rule` must be in the table."""
    assert rule in RULES, rule
    return Problem(place, severity, rule, message, hint)

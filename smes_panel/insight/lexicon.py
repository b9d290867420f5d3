"""The words that may speak of a protected criterion, in three languages, and the phrases of the trade that do not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Ground(StrEnum):
    """The protected criteria, grouped as people would: the Belgian laws of 10 May 2007 against discrimination (art. 3:
    age, orientation, civil status, birth, wealth, conviction, union, language, health, disability, physical trait,
    social origin) and between women and men (sex, pregnancy, family), and that of 30 July 1981 (origin, nationality,
    skin colour).
    """

    AGE = "age"
    ORIGIN = "origin"
    BELIEF = "belief"
    POLITICS = "politics"
    UNION = "union"
    HEALTH = "health"
    PREGNANCY = "pregnancy"
    FAMILY = "family"
    SEX = "sex"
    ORIENTATION = "orientation"
    BODY = "body"
    ACCENT = "accent"
    BACKGROUND = "background"


# Regular expressions over whole words, in lower case and composed. Accents are part of them: "marié" is not "Marie".
TRIGGERS: Mapping[Ground, str] = {
    Ground.AGE: (
        r"jeune|vieux|vieille|[aâ]gée?|trop [aâ]gé·e|l[’']âge|(?:son|leur|d[’']|un) âge|senior|junior|proche de la "
        r"(?:retraite|pension)|(?:a|ayant) \d\d ans|quinquagénaire|sexagénaire"
        r"|jong|jonge|oud|(?:haar|zijn|de|op) leeftijd|leeftijd|\d\d jaar oud|bijna met pensioen|vijftiger|zestiger"
        r"|young|too old|years old|(?:her|his|their) age|close to retirement|elderly"
    ),
    Ground.ORIGIN: (
        r"origines?|nationalité|étrang(?:er|ère)|étrangers|immigrée?|race|raciale?|ethni(?:e|que)"
        r"|couleur de peau|basanée?"
        r"|marocaine?|turque|turc|congolaise?|africaine?|maghrébine?|arabe|roumaine?|gitane?"
        r"|afkomst|herkomst|nationaliteit|buitenlander|vreemdeling|allochtoon|huidskleur|ras|etnisch"
        r"|marokkaanse?|turkse?"
        r"|congolese|afrikaanse?|arabische?|roemeense?"
        r"|nationality|foreigner|immigrant|skin colou?r|ethnic|ethnicity|moroccan|turkish|african|origin"
    ),
    Ground.BELIEF: (
        r"religion|religieu(?:x|se)|croyante?|musulmane?|islam|juif|juive|catholique|chrétienne?|athée"
        r"|voilée?|foulard"
        r"|hijab|le voile|un voile|son voile|ramadan|laïque"
        r"|godsdienst|gelovig|geloof|moslim|moslima|joodse?|katholieke?|atheïst|hoofddoek|levensbeschouwing"
        r"|religious|muslim|jewish|catholic|atheist|headscarf|(?:her|his|their) faith|practising christian"
    ),
    Ground.POLITICS: (
        r"(?:est|plutôt|très) de (?:gauche|droite)|militante?|(?:opinions?|convictions?) politiques?|parti politique"
        r"|politieke (?:overtuiging|mening|partij)|links-?gezind|rechts-?gezind|activist"
        r"|left-wing|right-wing|political (?:views?|opinions?|party)"
    ),
    Ground.UNION: (
        r"syndicats?|syndical|syndicale|syndiquée?|syndicaliste|fgtb|csc|cgslb|vakbond\w*|abvv|acv|aclvb|syndicalist"
        r"|trade union|union (?:member|delegate|rep)|unionised|shop steward"
    ),
    Ground.HEALTH: (
        r"malade|maladies?|(?:sa|leur|problèmes? de) santé|santé fragile|handicap|handicapée?|burn-?out"
        r"|dépressi(?:f|ve|on)"
        r"|cancer|diabète|diabétique|invalidité|dyslexi(?:e|que)|fauteuil roulant|arrêt maladie"
        r"|ziek|ziekte|gezondheids?problemen?|(?:haar|zijn) gezondheid|handicap|gehandicapt|depressief"
        r"|depressie|kanker"
        r"|ziekteverlof|rolstoel|dyslectisch"
        r"|ill|illness|sick|disease|disabled|disability|depressed|wheelchair|sick leave|(?:her|his|their) health"
    ),
    Ground.PREGNANCY: (
        r"enceinte|grossesse|congé de (?:maternité|paternité)|maternité|allaite"
        r"|zwanger|zwangerschap|bevallingsverlof|moederschaps\w+|ouderschapsverlof"
        r"|pregnant|pregnancy|maternity leave|parental leave"
    ),
    Ground.FAMILY: (
        r"mariée?|célibataire|divorcée?|veu(?:f|ve)|maman|mère de|père de|mère seule"
        r"|(?:ses|des|ses jeunes|\d) enfants"
        r"|situation (?:familiale|de famille)|état civil|charge de famille|vie de famille|son mari|sa femme"
        r"|conjointe?"
        r"|gehuwd|getrouwd|(?:is|haar man|zijn vrouw) gescheiden|alleenstaande?|mama"
        r"|(?:haar|zijn|\d) kinderen|gezinssituatie"
        r"|burgerlijke staat|haar man|zijn vrouw|moeder van|vader van"
        r"|married|single mother|divorced|widowed|(?:her|his|their) (?:children|kids|husband|wife)|mother of"
        r"|father of"
        r"|marital status|family situation"
    ),
    Ground.SEX: (
        r"pour (?:une femme|un homme)|(?:une|en tant que) femme|trop (?:féminine?|masculine?)|transgenre"
        r"|transsexuel(?:le)?"
        r"|voor een (?:vrouw|man)|als vrouw|te (?:vrouwelijk|mannelijk)|transgender"
        r"|for a (?:woman|man)|as a woman|too (?:feminine|masculine)"
    ),
    Ground.ORIENTATION: (
        r"homosexuel(?:le)?|lesbienne|bisexuel(?:le)?|gay|orientation sexuelle"
        r"|homoseksueel|lesbisch|biseksueel|seksuele geaardheid|seksuele oriëntatie|homosexual|lesbian"
        r"|bisexual|sexual orientation"
    ),
    Ground.BODY: (
        r"obèse|surpoids|son physique|apparence(?: physique)?|tatouages?|tatouée?|petite taille|jolie|séduisante?"
        r"|te dik|overgewicht|(?:haar|zijn) uiterlijk|tatoeages?|aantrekkelijk|mooie vrouw"
        r"|obese|overweight|(?:her|his|their) looks|tattoos?|good-looking|attractive"
    ),
    Ground.ACCENT: r"accent|langue maternelle|moedertaal|mother tongue|native speaker",
    Ground.BACKGROUND: (
        r"milieu (?:social|modeste|populaire|aisé)|origine sociale|famille pauvre|fortunée?|pauvre|bonne famille"
        r"|sociale afkomst|arm gezin|goede familie|rijke familie"
        r"|social background|poor family|wealthy family|good family"
    ),
}

# What the posting itself asks, and turns of phrase in which the word says something else.
FINE: tuple[str, ...] = (
    # The people the job is for.
    r"(?:personnes?|publics?|dames?) âgée?s?|(?:un |le |ce )?jeune public|public jeune|jeune enfance",
    r"jeunes? enfants?",
    r"personnes? (?:en situation de handicap|handicapées?|malades?)|secteur du handicap|enfants? malades?",
    r"(?:personen|mensen|jongeren|kinderen) met een (?:handicap|beperking)|zieke? (?:mensen|kinderen)",
    r"alleenstaande ouders",
    r"(?:people|persons|children) with (?:a disabilit(?:y|ies)|disabilities)|disabled people|young people",
    r"elderly people",
    r"young adults?|jonge (?:kinderen|mensen|ouders)|mères? seules avec|toutes origines|de toute origine",
    r"diverses origines",
    r"(?:personnes|familles|publics?) d[’']origines? (?:étrangère|diverses?)|verschillende herkomst",
    r"mensen van alle afkomst",
    r"familles? pauvres?|quartiers? pauvres?|personnes? pauvres?|mensen met een migratieachtergrond",
    # What a person did or studied.
    r"(?:soins|travail|aide) (?:aux|avec les) personnes âgées|délégation syndicale de l[’']employeur",
    r"syndicat d[’']initiative|histoire des religions|sciences religieuses|droit (?:du travail )?syndical",
    r"langues? étrangères?|à l[’']étranger|affaires étrangères",
    r"(?:parle|écrit|lit|maîtrise|apprend)(?: l[’']| bien l[’']| )arabe",
    r"en arabe|(?:cours|notions) d[’']arabe|spreekt (?:turks|arabisch)|vloeiend (?:turks|arabisch)",
    r"speaks (?:turkish|arabic)",
    r"lutte contre le racisme|expérience junior|poste (?:junior|senior)|profil (?:junior|senior)",
    r"(?:junior|senior) (?:manager|developer|officer|consultant|adviser|advisor)",
    r"vie associative|maison de (?:quartier|jeunes)|travailleuse? de jeunesse",
    # The same letters, another thing.
    r"(?:met(?:s|tre|tant|tent)?|mis|mise) l[’']accent|l[’']accent (?:est mis )?sur",
    r"(?:legt|leggen|ligt)(?: \w+)? (?:het|de) accent",
    r"het accent (?:ligt )?op|accent op|accent aigu",
    r"à l[’']origine (?:de|du|des|d[’'])",
    r"l[’']origine (?:de la|du|des) (?:projets?|demandes?|conflits?|idées?|données|fonds)",
    r"dans l[’']enceinte|l[’']enceinte (?:de|du)|enceintes? acoustiques?|faire de la voile|voilier",
    r"race (?:condition|against)|human race|(?:the |its )?origin of (?:the|a|this)|country of origin principle",
    r"jeune (?:association|asbl|structure|équipe|projet)|jonge (?:vzw|organisatie|ploeg)",
    r"young (?:organisation|project|team)",
    r"vieux (?:projet|dossier|logiciel)|oud(?:e)? (?:project|dossier|gebouw|collega)|old (?:project|file)",
    r"attractive (?:layout|design|project|offer)|apparence (?:du|de la|des) (?:site|document|affiche)s?",
    r"diagnostic de maladie|certificat médical requis",
)

"""The countries by each of their names: what they, their people and their capitals are called.

Words stand as `name_forms.fold` leaves them: lower case, no accents, "U.S." is "us".
"""

from __future__ import annotations

from functools import cache

# A line is one country: its names and those of its people, then after "/" the places that imply it
# (capital, parts), which are said for it but for which it is not said: "Moscow" may stand for
# Russia, and no passage about Russia names Moscow.
_COUNTRIES = """
afghanistan, afghan / kabul
albania, albanian, albanais / tirana
algeria, algerian, algerie, algerien, argelia, argelino / algiers, alger, argel
andorra, andorran
angola, angolan / luanda
argentina, argentine, argentinian, argentin, argentino / buenos aires
armenia, armenian, armenie / yerevan
australia, australian, aussie, australie, australien / canberra, sydney, melbourne, queensland, victoria, new south wales, tasmania
austria, austrian, autriche, autrichien, austriaco / vienna, vienne, viena
azerbaijan, azerbaijani, azeri, azerbaidjan / baku
bahamas, bahamian / nassau
bahrain, bahraini / manama
bangladesh, bangladeshi / dhaka
barbados, barbadian, bajan / bridgetown
belarus, belarusian, belarussian, bielorussie, bielorrusia / minsk
belgium, belgian, belgique, belge, belgica, belga / brussels, bruxelles, bruselas, flanders, flemish
belize, belizean
benin, beninese / porto-novo
bhutan, bhutanese / thimphu
bolivia, bolivian, bolivie, boliviano / la paz
bosnia, bosnian, bosnia and herzegovina, bosnia-herzegovina / sarajevo
botswana, botswanan / gaborone
brazil, brazilian, bresil, bresilien, brasil, brasileno, brasileiro / brasilia, rio de janeiro, sao paulo
brunei, bruneian
bulgaria, bulgarian, bulgarie, bulgare / sofia
burkina faso, burkinabe, burkina / ouagadougou
burundi, burundian / bujumbura
cambodia, cambodian, cambodge, camboya / phnom penh
cameroon, cameroonian, cameroun, camerun / yaounde
canada, canadian, canadien, canadiense / ottawa, ontario, quebec, alberta, british columbia, toronto
cape verde, cape verdean, cabo verde
central african republic, central african, centrafrique / bangui
chad, chadian, tchad / n'djamena
chile, chilean, chili, chilien, chileno / santiago
china, chinese, chine, chinois, chino, people's republic of china, prc / beijing, pekin, pequim, shanghai
colombia, colombian, colombie, colombien, colombiano / bogota
comoros, comorian
democratic republic of congo, democratic republic of the congo, dr congo, drc, congo-kinshasa, republique democratique du congo, rdc, republica democratica del congo, congo, congolese, congolais / kinshasa
republic of congo, republic of the congo, congo-brazzaville, republique du congo, republica del congo, congo, congolese, congolais / brazzaville
costa rica, costa rican, costarricense
croatia, croatian, croat, croatie, croate, croacia, croata / zagreb
cuba, cuban, cubain, cubano / havana
cyprus, cypriot, chypre, chipre / nicosia
czech republic, czech, czechia, tcheque, checo / prague, praga
denmark, danish, dane, danemark, danois, dinamarca, danes / copenhagen
djibouti, djiboutian
dominican republic, dominican, dominicano / santo domingo
east timor, timorese, timor-leste
ecuador, ecuadorian, ecuadorean, equateur, ecuatoriano, equador / quito
egypt, egyptian, egypte, egyptien, egipto, egipcio, egito / cairo
el salvador, salvadoran, salvadorean, salvadoreno
equatorial guinea, equatoguinean
eritrea, eritrean / asmara
estonia, estonian, estonie / tallinn
eswatini, swaziland, swazi
ethiopia, ethiopian, ethiopie, ethiopien, etiopia / addis ababa
european union, eu, ue, union europeenne, union europea, uniao europeia / brussels, european, bruxelles, bruselas
fiji, fijian / suva
finland, finnish, finn, finlande, finlandais, finlandia / helsinki
france, french, frenchman, frenchmen, frenchwoman, francais, francia, frances, franca / paris, elysee
gabon, gabonese / libreville
gambia, gambian / banjul
georgia, georgian, georgie / tbilisi
germany, german, allemagne, allemand, alemania, aleman, alemanha, alemao / berlin, bavaria, bavarian, bundesliga
ghana, ghanaian / accra
greece, greek, grece, grec, grecia, griego, grego / athens, athenes, atenas
grenada, grenadian
guatemala, guatemalan, guatemalteco
guinea, guinean, guinee / conakry
guinea-bissau, guinea bissau
guyana, guyanese
haiti, haitian, haitien, haitiano / port-au-prince
honduras, honduran, hondureno / tegucigalpa
hong kong, hongkonger
hungary, hungarian, hongrie, hongrois, hungria, hungaro / budapest
iceland, icelandic, icelander, islande, islandais, islandia / reykjavik
india, indian, inde, indien, indio / new delhi, delhi, mumbai
indonesia, indonesian, indonesie, indonesien / jakarta, bali, java
iran, iranian, iranien, irani / tehran, teheran
iraq, iraqi, irak, irakien, iraqui / baghdad, bagdad
ireland, irish, irishman, irlande, irlandais, irlanda, irlandes / dublin
israel, israeli, israelien / jerusalem, tel aviv
italy, italian, italie, italien, italia, italiano / rome, roma
ivory coast, ivorian, cote d'ivoire, ivoirien / abidjan
jamaica, jamaican, jamaique / kingston
japan, japanese, japon, japonais, japones, japao / tokyo, tokio
jordan, jordanian, jordanie, jordania / amman
kazakhstan, kazakh, kazakhstani / astana
kenya, kenyan / nairobi
kosovo, kosovan, kosovar / pristina
kuwait, kuwaiti, koweit
kyrgyzstan, kyrgyz / bishkek
laos, laotian, lao / vientiane
latvia, latvian, lettonie, letonia / riga
lebanon, lebanese, liban, libanais, libano, libanes / beirut, beyrouth
lesotho, basotho
liberia, liberian / monrovia
libya, libyan, libye, libyen, libia, libio / tripoli
liechtenstein
lithuania, lithuanian, lituanie, lituania / vilnius
luxembourg, luxembourger, luxemburgo
madagascar, malagasy / antananarivo
malawi, malawian / lilongwe
malaysia, malaysian, malaisie, malasia / kuala lumpur
maldives, maldivian / male
mali, malian, malien / bamako
malta, maltese, malte / valletta
mauritania, mauritanian, mauritanie
mauritius, mauritian
mexico, mexican, mexique, mexicain, mexicano / mexico city
moldova, moldovan, moldavia / chisinau
monaco, monegasque
mongolia, mongolian / ulaanbaatar
montenegro, montenegrin / podgorica
morocco, moroccan, maroc, marocain, marruecos, marroqui, marrocos / rabat
mozambique, mozambican, mocambique / maputo
myanmar, burma, burmese, birmanie, birmania / yangon, naypyidaw
namibia, namibian / windhoek
nepal, nepali, nepalese / kathmandu
netherlands, dutch, dutchman, holland, pays-bas, neerlandais, paises bajos, neerlandes, holanda, holandes / amsterdam, the hague
new zealand, new zealander, kiwi, nouvelle-zelande, nueva zelanda / wellington, auckland
nicaragua, nicaraguan, nicaraguense / managua
niger, nigerien / niamey
nigeria, nigerian / abuja, lagos
north korea, north korean, coree du nord, corea del norte, dprk, korean, korea / pyongyang
north macedonia, macedonia, macedonian / skopje
norway, norwegian, norvege, norvegien, noruega, noruego / oslo
oman, omani / muscat
pakistan, pakistani, pakistanais / islamabad, karachi, lahore
palestine, palestinian, palestinien, palestino / gaza, ramallah, west bank
panama, panamanian, panameno
papua new guinea
paraguay, paraguayan, paraguayo / asuncion
peru, peruvian, perou, peruvien, peruano / lima
philippines, philippine, filipino, filipina, philippin, filipinas / manila
poland, polish, pole, poles, pologne, polonais, polonia, polaco / warsaw, varsovie, varsovia
portugal, portuguese, portugais, portugues / lisbon, lisbonne, lisboa
qatar, qatari / doha
romania, romanian, roumanie, roumain, rumania, romenia / bucharest
russia, russian, russie, russe, rusia, ruso, russo, russian federation / moscow, kremlin, moscou, moscu
rwanda, rwandan / kigali
samoa, samoan
saudi arabia, saudi, saudi arabian, arabie saoudite, saoudien, arabia saudita / riyadh
senegal, senegalese, senegalais / dakar
serbia, serbian, serb, serbie, serbe, serbio / belgrade
seychelles, seychellois
sierra leone, sierra leonean / freetown
singapore, singaporean, singapour, singapur
slovakia, slovak, slovakian, slovaquie, eslovaquia / bratislava
slovenia, slovenian, slovene, slovenie, eslovenia / ljubljana
solomon islands
somalia, somali, somalian, somalie / mogadishu
south africa, south african, afrique du sud, sudafrica, sudafricano, africa do sul / pretoria, johannesburg, cape town
south korea, south korean, coree du sud, corea del sur, coreia do sul, rok, korean, korea / seoul
south sudan, south sudanese / juba
soviet union, soviet, ussr, urss
spain, spanish, spaniard, espagne, espagnol, espana, espanol, espanha, espanhol / madrid, catalonia, catalan, barcelona
sri lanka, sri lankan / colombo
sudan, sudanese, soudan, soudanais / khartoum
suriname, surinamese
sweden, swedish, swede, suede, suedois, suecia, sueco / stockholm
switzerland, swiss, suisse, suiza, suizo, suica, suico / bern, zurich, geneva
syria, syrian, syrie, syrien, siria, sirio / damascus, aleppo
taiwan, taiwanese / taipei
tajikistan, tajik / dushanbe
tanzania, tanzanian, tanzanie / dodoma, dar es salaam
thailand, thai, thailande, thailandais, tailandia / bangkok
togo, togolese / lome
tonga, tongan
trinidad and tobago, trinidadian, trinidad
tunisia, tunisian, tunisie, tunisien, tunez, tunecino / tunis
turkey, turkish, turk, turkiye, turquie, turc, turquia, turco / ankara, istanbul
turkmenistan, turkmen / ashgabat
uganda, ugandan, ouganda / kampala
ukraine, ukrainian, ukrainien, ucrania, ucraniano / kyiv, kiev, kiew
united arab emirates, uae, emirati, emirates / abu dhabi, dubai
united kingdom, uk, britain, great britain, british, briton, brit, royaume-uni, britannique, reino unido, britanico / london, londres, england, english, scotland, scottish, wales, welsh, northern ireland, westminster
united nations, un, onu, nations unies, naciones unidas, nacoes unidas
united states, us, usa, america, american, united states of america, etats-unis, americain, estados unidos, ee uu, eeuu, eua, estadounidense, americano / washington, white house
uruguay, uruguayan, uruguayo / montevideo
uzbekistan, uzbek / tashkent
vatican, holy see
venezuela, venezuelan, venezuelien, venezolano / caracas
vietnam, vietnamese, viet nam / hanoi, ha noi
yemen, yemeni, yemenite / sanaa
zambia, zambian / lusaka
zimbabwe, zimbabwean / harare
england, english, englishman, englishmen, anglais, angleterre, inglaterra, ingles / london, londres
scotland, scottish, scot, scotsman, ecosse, ecossais, escocia, escoces / edinburgh, glasgow
wales, welsh, welshman / cardiff
northern ireland, northern irish / belfast
europe, european, europa, europeen, europeo, europeu
africa, african, afrique, africain, africano
asia, asian, asie, asiatique, asiatico
catalonia, catalan, catalogne, cataluna / barcelona
kurdistan, kurdish, kurd, kurde, kurdo
"""  # noqa: E501
_STATES = """
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii,
idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania,
rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
west virginia, wisconsin, wyoming, chicago, los angeles
"""

# What is named like a country and is a group of them.
REGIONS = frozenset(["africa", "asia", "europe", "european union", "united nations"])


@cache
def country_names() -> dict[str, frozenset[str]]:
    """Each name of a country and its people -> the countries it may mean, by their first name."""
    found: dict[str, set[str]] = {}
    for line in _COUNTRIES.strip().splitlines():
        names = _forms(line.partition("/")[0])
        for name in names:
            found.setdefault(name, set()).add(names[0])
    for state in _forms(_STATES):
        found.setdefault(state, set()).add(state)
    return {name: frozenset(countries) for name, countries in found.items()}


@cache
def country_signs() -> dict[str, frozenset[str]]:
    """Each name, capital and part of a country -> the countries of which a passage then speaks."""
    found = {name: set(countries) for name, countries in country_names().items()}
    for line in _COUNTRIES.strip().splitlines():
        names, _, parts = line.partition("/")
        for part in _forms(parts):
            found.setdefault(part, set()).add(_forms(names)[0])
    for state in _forms(_STATES):
        found.setdefault(state, set()).add("united states")
    return {name: frozenset(countries) for name, countries in found.items()}


@cache
def sign_openers() -> frozenset[str]:
    """The first words of the names of several words."""
    return frozenset(name.partition(" ")[0] for name in country_signs() if " " in name)


def _forms(listed: str) -> list[str]:
    """Hyphens and apostrophes are between words, as in the sentences compared."""
    parts = (part.replace("-", " ").replace("'", " ") for part in listed.split(","))
    return [" ".join(part.split()) for part in parts if part.strip()]

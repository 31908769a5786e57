"""Words that tell what a capitalised name is: titles, kinds of organisation, countries."""

from __future__ import annotations

# Dropped from the front of a name, which is then a person's.
_TITLES = """
    president vice prime minister premier deputy first acting interim former ex mr mrs ms miss dr
    prof professor gov governor sen sens senator rep reps representative congressman congresswoman
    mayor judge justice king queen prince princess chief secretary chairman chairwoman chair
    chancellor ambassador general gen col colonel capt captain lt lieutenant sgt sergeant officer
    maj major adm admiral cmdr commander speaker attorney director commissioner sheriff detective
    inspector superintendent pope archbishop bishop cardinal rev reverend imam rabbi sir dame lord
    lady sheikh ayatollah coach councillor senators presidents
    ministers foreign defence defense interior finance health
    treasury special counsel majority minority leader whip republican republicans democrat
    democrats democratic solicitor prosecutor district spokesman spokeswoman spokesperson editor
    executive officer crown emir inspector-general vice-president sultan
    chairperson undersecretary delegate staff press constable dc pc adviser advisor
    principal
    m mme mlle mm président présidente ministre maire député députée sénateur sénatrice général
    procureur préfet préfète roi reine pape
    sr sra srta don doña presidente presidenta ministro ministra gobernador gobernadora alcalde
    alcaldesa senador senadora diputado diputada fiscal juez jueza rey reina papa
"""
TITLES = frozenset(_TITLES.split())
# Lower-case words after which a capitalised name is a person's.
ROLES = TITLES | frozenset(
    """chief analyst economist lawyer attorney spokesman spokeswoman spokesperson founder author
    farmer teacher resident candidate historian researcher scientist nurse doctor student actor
    actress singer rapper director manager
    président présidente ministre maire porte-parole directeur directrice avocat avocate
    presidente presidenta ministro ministra alcalde alcaldesa portavoz director directora abogado
    abogada""".split()  # noqa: SIM905
)

_ORGANISATIONS = """
    ministry department bank agency council party university inc corp corporation company co ltd llc
    plc group association federation union institute institution committee commission court senate
    house congress parliament assembly administration authority bureau office service services force
    police army navy guard college school hospital church foundation fund organization organisation
    network news times post journal press media radio television board league club airlines airways
    motors systems technologies partners holdings industries coalition alliance society center
    centre museum laboratory labs electric forces office cabinet brigade society trust
    ministère département banque agence conseil parti université société comité commission cour
    sénat assemblée fédération syndicat parquet préfecture gendarmerie hôpital
    ministerio departamento banco agencia consejo partido universidad empresa comité comisión corte
    tribunal senado congreso asamblea federación sindicato fiscalía policía ejército guardia
    gobierno hospital
"""
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
# The organisations that one word names.
BODIES = frozenset(
    ["senate", "house", "congress", "parliament", "sénat", "assemblée", "senado", "congreso"]
)
_PLACE_KINDS = """
    river lake mountain mount island islands bay valley county province city town village street
    avenue road beach airport port bridge park square district region state coast gulf sea ocean
    desert canyon creek harbor harbour peninsula strait cathedral reservoir
    rivière lac île îles vallée rue place région mer
    río lago isla islas valle calle plaza región mar
"""
PLACE_KINDS = frozenset(_PLACE_KINDS.split())

# The last word of a name that is neither who nor where.
_THINGS = (
    "act agreement accord amendment bill law treaty award awards prize cup competition festival"
)
THINGS = frozenset(_THINGS.split())

# Capitalised in the middle of a sentence, and yet no name that a reader looks for.
_NO_NAMES = """
    i i'm i've i'd i'll ok tv internet web twitter facebook instagram youtube covid god bible
    christmas easter ramadan thanksgiving halloween new year's photo image video file read watch
    more related advertisement getty images republicans democrats democrat republican conservative
    liberal labour congressional muslim muslims christian christians jewish jews catholic catholics
    islam islamic black white latino hispanic asian native english gop
    am pm est edt pst pdt gmt utc ap afp reuters bst cet north south east west northern southern
    eastern western state courts constitution vip url et a.m p.m mr mrs ms dr
"""
NO_NAMES = frozenset(_NO_NAMES.split())

# Opens a sentence with a capital and is no part of the name after it.
_OPENERS = """
    former late even like unlike meanwhile today yesterday tomorrow last next earlier later two
    three four five six seven eight nine ten several many some most police officials authorities
    according asked told following despite amid since when while as after before during with without
    although though because however still now then here there yes no according breaking update
    updated exclusive opinion analysis watch read see photo image video dear thanks thank hey
    q sometimes often perhaps maybe soon once only please let according speaking citing referring
    meet say says said call using
    selon interrogé hier aujourd'hui demain ancien ancienne
    según ayer hoy mañana el la
"""
OPENERS = frozenset(_OPENERS.split())

_COUNTRIES = """
    Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain
    Bangladesh Belarus Belgium Benin Bolivia Botswana Brazil Bulgaria Burundi Cambodia Cameroon
    Canada Chad Chile China Colombia Congo Croatia Cuba Cyprus Denmark Ecuador Egypt Eritrea Estonia
    Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece Guatemala Guinea Guyana
    Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan
    Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya
    Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico
    Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands
    Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines Poland
    Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain
    Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey
    Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe
    Africa Antarctica Asia Europe America Oceania Britain England Scotland Wales
    U.S. US USA U.K. UK UAE
    Allemagne Angleterre Argentine Autriche Belgique Brésil Bulgarie Cameroun Chine Colombie Corée
    Danemark Écosse Égypte Espagne Estonie Éthiopie Finlande Grèce Haïti Hongrie Inde Indonésie
    Irak Irlande Islande Israël Italie Japon Jordanie Liban Libye Maroc Mexique Norvège Pérou
    Pologne Roumanie Russie Sénégal Serbie Slovaquie Slovénie Somalie Soudan Suède Suisse Syrie
    Tchad Thaïlande Tunisie Turquie Afrique Asie Amérique
    Alemania Argelia Bélgica Bielorrusia Brasil Camboya Camerún Corea Croacia Dinamarca Egipto
    Escocia Eslovaquia España Etiopía Europa Filipinas Finlandia Francia Grecia Hungría Inglaterra
    Irlanda Islandia Italia Japón Jordania Líbano Libia Marruecos México Noruega Panamá Pakistán
    Perú Polonia Rumania Rusia Siria Sudáfrica Suecia Suiza Tailandia Túnez Turquía Ucrania
    África América
"""
COUNTRIES = frozenset(_COUNTRIES.split()) | {
    "United States", "United Kingdom", "United Arab Emirates", "South Africa", "South Sudan",
    "South Korea", "North Korea", "Saudi Arabia", "New Zealand", "Sri Lanka", "Costa Rica",
    "El Salvador", "Czech Republic", "Dominican Republic", "Ivory Coast", "Sierra Leone",
    "Burkina Faso", "Puerto Rico", "Hong Kong", "South America", "North America", "Latin America",
    "Middle East", "États-Unis", "Royaume-Uni", "Arabie saoudite", "Estados Unidos",
    "Reino Unido", "Arabia Saudita", "Nueva Zelanda",
}  # fmt: skip

_DEMONYMS = """
    american americans african africans asian asians european europeans british briton britons
    english scottish welsh irish french german germans italian italians spanish portuguese dutch
    swiss swedish norwegian danish finnish russian russians ukrainian ukrainians polish czech
    hungarian hungarians romanian bulgarian greek greeks turkish turks chinese japanese korean
    koreans indian indians pakistani pakistanis bangladeshi afghan afghans iranian iranians iraqi
    iraqis syrian syrians saudi saudis yemeni israeli israelis palestinian palestinians lebanese
    jordanian egyptian egyptians libyan tunisian algerian moroccan nigerian nigerians kenyan
    ethiopian somali sudanese congolese rwandan ugandan mexican mexicans canadian canadians
    brazilian brazilians argentine chilean colombian colombians venezuelan venezuelans cuban cubans
    haitian peruvian australian australians indonesian filipino filipinos thai vietnamese malaysian
    arab arabs kurdish kurds western soviet nazi californian californians texan texans
"""
DEMONYMS = frozenset(_DEMONYMS.split())

"""What the corpus is made of: words, syllables, names, and the entries for the sample article."""

COMMON = tuple(
    """
    the of and to in a is that for it as was with be by on not he his but at are this have from or
    had an they which one you were all her she there would their we him been has when who will no
    more if out so up said what its about than into them can only other time new some could these
    two may first then do any like my now over such our man me even most made after also did many
    off before must well back through years where much your way down should because long each just
    state those people too mr little world very still see own men work here get between both life
    being under never day same another know while last might us great old year come since against go
    right came take used three himself few house use during without again place american around
    however home small found thought went say part once general high upon school every don does got
    united left number course war until always away something fact water though less public put
    think almost hand enough far took head yet government system better set told nothing night end
    why called find going look asked later knew point next program city business group toward days
    young let room word order national side given present several possible social rather second face
    per among form important often things looked early white case john become large big need four
    within felt children along saw best church ever least power development light thing seemed
    family interest want members others mind country area done turned although open service certain
    kind began different door thus help sense means whole matter report policy minister budget
    agency officials deal border forces strike military economy market bank rate inflation energy
    supply climate treaty court ruling vote parliament election coalition ballot reform health
    vaccine hospital study data model network security weapon nuclear sanction embassy resolution
    troops withdrawal statement letter source speech leader president defence commander proxy region
    crisis pressure demand growth revenue trade export tariff currency debt loan bond pension
    welfare labour union strike protest media press reporter editor column analysis evidence witness
    inquiry committee chair senate bill act clause amendment veto cabinet ministry department office
    bureau council board panel summit accord pact alliance
    """.split()
)
"""The commonest English words and those of the news, the commonest first; some stand twice."""

SYLLABLES = tuple(
    """
    ka lo mi ren tor vas bel dun far gar hel jor kel lan mar nor pel quin ros sal tan ul ver wes yor
    zan bri cor dal est
    """.split()
)
"""Invented words and family names are made of these."""

FIRST_NAMES = tuple(
    """
    Mark Anna Luis Mei Omar Priya Ivan Sara Chen Amara Jonas Leila Pedro Nadia Tomas Ruth Kofi Elena
    Hugo Yuki Ali Grace Sven Maya Igor Noor Paul Tara Abdel William
    """.split()
)
"""Given names from many places."""

SECTIONS = (
    "Background",
    "What changed",
    "The money",
    "Who decides",
    "What comes next",
    "Reactions",
    "The numbers",
    "Timeline",
)
"""Headings."""

Named = tuple[str, str, tuple[str, ...]]
"""The name, kind and other names of an entry."""

SAMPLE_ENTRIES: tuple[Named, ...] = (
    ("Mark Esper", "person", ("Esper",)),
    ("Qasem Soleimani", "person", ("Soleimani",)),
    ("Donald Trump", "person", ("Trump",)),
    ("William Seely III", "person", ("Seely",)),
    ("Abdel Abdul Mahdi", "person", ("Mahdi",)),
    ("Ayatollah Ali Khamenei", "person", ("Khamenei",)),
    ("Hassan Rouhani", "person", ("Rouhani",)),
    ("CJTF-OIR", "acronym", ("Combined Joint Task Force–Operation Inherent Resolve",)),
    ("IZ", "acronym", ("International Zone",)),
    ("US", "acronym", ()),
    ("Green Zone", "term", ()),
    ("Pentagon", "term", ()),
    ("Islamic State", "term", ()),
    ("Baghdad", "term", ()),
    ("Iraq", "term", ()),
    ("Iran", "term", ()),
    ("Tehran", "term", ()),
    ("Washington", "term", ("WASHINGTON",)),
    ("sanctions", "term", ()),
    ("drone", "term", ()),
    ("coalition forces", "term", ("coalition",)),
    ("Iraqi parliament", "term", ("Iraqi Parliament",)),
    ("Twitter", "term", ()),
    ("Iranian Revolution", "term", ("1979 Iranian Revolution",)),
    ("nuclear weapon", "term", ()),
    ("proxy militia", "term", ()),
    ("Lebanon", "term", ()),
    ("Syria", "term", ()),
    ("Marine Corps", "term", ("US Marine Corps",)),
    ("Republic of Iraq", "term", ()),
)
"""Picked by hand for the sample article."""

"""The words of synthetic hubs: people, places, skills, and what a text is made of."""

from typing import Final, NamedTuple


class Place(NamedTuple):
    """A city, as an entry gives it."""

    city: str
    country: str
    timezone: str
    latitude: float
    longitude: float
    languages: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


PLACES: Final = (
    Place("Lagos", "NG", "Africa/Lagos", 6.45, 3.39, ("en", "yo")),
    Place("Accra", "GH", "Africa/Accra", 5.56, -0.2, ("en", "ak")),
    Place("Nairobi", "KE", "Africa/Nairobi", -1.29, 36.82, ("sw", "en")),
    Place("Cairo", "EG", "Africa/Cairo", 30.04, 31.24, ("ar",)),
    Place("Tunis", "TN", "Africa/Tunis", 36.81, 10.18, ("ar", "fr")),
    Place("Cape Town", "ZA", "Africa/Johannesburg", -33.92, 18.42, ("en", "xh")),
    Place("Dakar", "SN", "Africa/Dakar", 14.69, -17.45, ("fr", "wo")),
    Place("Lisbon", "PT", "Europe/Lisbon", 38.72, -9.14, ("pt",)),
    Place("Lyon", "FR", "Europe/Paris", 45.76, 4.84, ("fr",)),
    Place("Valencia", "ES", "Europe/Madrid", 39.47, -0.38, ("es", "ca")),
    Place("Bologna", "IT", "Europe/Rome", 44.49, 11.34, ("it",)),
    Place("Leipzig", "DE", "Europe/Berlin", 51.34, 12.37, ("de",)),
    Place("Ghent", "BE", "Europe/Brussels", 51.05, 3.72, ("nl", "fr")),
    Place("Leeds", "GB", "Europe/London", 53.8, -1.55, ("en",)),
    Place("Galway", "IE", "Europe/Dublin", 53.27, -9.05, ("en", "ga")),
    Place("Gdańsk", "PL", "Europe/Warsaw", 54.35, 18.65, ("pl",)),
    Place("Tartu", "EE", "Europe/Tallinn", 58.38, 26.72, ("et",)),
    Place("Oulu", "FI", "Europe/Helsinki", 65.01, 25.47, ("fi", "sv")),
    Place("Bergen", "NO", "Europe/Oslo", 60.39, 5.32, ("nb",)),
    Place("Thessaloniki", "GR", "Europe/Athens", 40.64, 22.94, ("el",)),
    Place("İzmir", "TR", "Europe/Istanbul", 38.42, 27.14, ("tr",)),
    Place("Tbilisi", "GE", "Asia/Tbilisi", 41.72, 44.79, ("ka",)),
    Place("Amman", "JO", "Asia/Amman", 31.95, 35.93, ("ar",)),
    Place("Pune", "IN", "Asia/Kolkata", 18.52, 73.86, ("mr", "hi", "en")),
    Place("Dhaka", "BD", "Asia/Dhaka", 23.81, 90.41, ("bn",)),
    Place("Hanoi", "VN", "Asia/Bangkok", 21.03, 105.85, ("vi",)),
    Place("Bandung", "ID", "Asia/Jakarta", -6.92, 107.61, ("id",)),
    Place("Cebu", "PH", "Asia/Manila", 10.32, 123.89, ("fil", "en")),
    Place("Tainan", "TW", "Asia/Taipei", 22.99, 120.21, ("zh",)),
    Place("Kyoto", "JP", "Asia/Tokyo", 35.01, 135.77, ("ja",)),
    Place("Busan", "KR", "Asia/Seoul", 35.18, 129.08, ("ko",)),
    Place("Dunedin", "NZ", "Pacific/Auckland", -45.87, 170.5, ("en", "mi")),
    Place("Hobart", "AU", "Australia/Hobart", -42.88, 147.33, ("en",)),
    Place("Oaxaca", "MX", "America/Mexico_City", 17.06, -96.72, ("es",)),
    Place("Medellín", "CO", "America/Bogota", 6.24, -75.58, ("es",)),
    Place("Recife", "BR", "America/Recife", -8.05, -34.88, ("pt",)),
    Place("Rosario", "AR", "America/Argentina/Cordoba", -32.95, -60.64, ("es",)),
    Place("Valparaíso", "CL", "America/Santiago", -33.05, -71.62, ("es",)),
    Place("Halifax", "CA", "America/Halifax", 44.65, -63.57, ("en", "fr")),
    Place("Albuquerque", "US", "America/Denver", 35.08, -106.65, ("en", "es")),
)

FIRST_NAMES: Final = _words(
    """
    Abena Adriana Ahmed Aiko Alejandra Amara Amina Anders Aneta Anil Anouk Arjun Asha Astrid Aylin
    Baptiste Beatriz Bongani Bruno Carmen Cécile Chidi Chiara Claire Dalia Daniel Danuta Deepa
    Diego Dina Dragan Elena Elif Emeka Emilia Esra Esther Fadi Farah Fatou Felipe Femke Fiona
    Gaspard Georgi Giulia Grace Hana Hassan Helena Henrik Hugo Ibrahim Imani Ines Ingrid Ivana
    Jamila Jan Javier Joana Jonas Juan Julia Kaito Karim Katarzyna Kavita Kenji Khadija Klara Kofi
    Lars Laura Leila Lena Leo Lin Lucía Luka Maeve Magda Malik Manuel María Marta Mateus Mei Mercy
    Milan Mina Mira Mohamed Monika Nadia Naledi Naomi Nasrin Nikos Nina Noor Nuno Oksana Olga Omar
    Oscar Otieno Paloma Paola Pavel Petra Priya Rafael Rania Ravi Renata Rosa Ruth Sade Salma
    Samira Sanjay Sara Selin Simone Sofia Soledad Sunita Svetlana Tamar Tariq Teresa Thandi Thomas
    Tomás Ursula Valentina Vera Viktor Wanjiru Wei Xavier Yara Yuki Yusuf Zainab Zanele Zeynep Zoë
    Zora
    """
)

LAST_NAMES: Final = _words("""
    Abebe Achterberg Adeyemi Agarwal Aguirre Akinde Albrecht Almeida Alvarenga Anand Andersson Appiah Aranda
    Asante Aydin Azevedo Balogun Banerjee Barbosa Bauer Becker Benali Berger Bianchi Boateng Bouchard Brandt
    Caldeira Campos Castellano Cavalcanti Chaudhry Chen Cisneros Costa Crowley Dahl Danso Delacroix Demir Desai
    Diallo Diop Dlamini Dubois Eriksen Escobar Espinoza Fairweather Farouk Ferreira Fischer Fofana Fontaine
    Galindo Garnier Ghosh Gonçalves Grabowski Gutiérrez Haddad Hakimi Hamdan Hartmann Hernández Hoffmann Holloway
    Ibáñez Ikeda Iyer Jankowski Janssen Jiménez Joshi Kamau Kapoor Karlsson Kaya Keita Khalil Kimura Kipchoge
    Kovács Kowalski Krishnan Kruger Lambert Larsen Laurent Leclerc Lindqvist Lombardi Lopes Machado Mahlangu
    Malik Marchetti Marković Matsuda Mbeki Mensah Mishra Molina Moreau Morales Mutua Nakamura Navarro Ndiaye
    Nguyen Nkosi Novak Nowak Nuñez Obi Ochieng Okafor Okonkwo Olsen Ortega Osei Otero Owusu Papadakis Paredes
    Pereira Petrov Popescu Quiroga Rahman Rajan Ramos Ricci Rivera Romero Rossi Saito Salazar Santoro Sato
    Schreiber Serrano Shah Silveira Simić Singh Soares Suárez Suzuki Takahashi Tanaka Tavares Teixeira Tembo
    Toledo Traoré Tshabalala Usman Valdés Vasquez Verma Vermeulen Villanueva Virtanen Wagner Wambui Watanabe
    Weber Wójcik Yamamoto Yildiz Zapata Zielińska Zimmermann Zulu
    """)

AREAS: Final = _listed(
    "Python,SQL,Statistics,Cartography,Typography,Illustration,Photography,Podcasting,Translation,Editing,"
    "Storytelling,Public speaking,Facilitation,Mentoring,Fundraising,Negotiation,Budgeting,Research,Gardening,"
    "Carpentry,Music,Accessibility,Web design,Security,Electronics"
)

PRACTICES: Final = _listed(
    "for beginners,for teams,critique,teaching,tools,planning,ethics,history,documentation,workshops,"
    "practice"
)
"""With its area, each makes a skill: `SQL teaching`. The area itself is one too."""

TAGS: Final = _listed(
    "evenings,weekend,remote work,small steps,open source,craft,libraries,career,theory,hands on,slow,"
    "reading,conversation,community,outdoors,money,health,climate,games,civic life,parents,rural,"
    "archives,local"
)

INTERESTS: Final = _listed(
    "tea,trains,chess,birds,bread,choirs,maps,radio,knitting,swimming,bicycles,poetry,ferns,tango,pottery,"
    "astronomy,street food,old cameras,board games,mountain huts,crosswords,allotments,jazz,football"
)

ROLES: Final = _listed(
    "organiser,developer,facilitator,librarian,teacher,designer,student,researcher,writer,translator"
)

SYLLABLES: Final = _words(
    "ba be cor da den el fa gri ha il jo ka lan mar mi na nor o pel qua ra ri sa sol ta ten tu ul va ven wi ya zan"
)
"""Names of streets, clubs and tools are made of these: real hubs are full of words that occur once."""

THINGS: Final = _listed(
    "notebook,drawing,spreadsheet,first draft,questionnaire,recording,prototype,lesson plan,letter,map,"
    "checklist,glossary,budget,rehearsal,poster,index card,timetable,application,diagram,reading list"
)

ADJECTIVES: Final = _listed(
    "Patient,Everyday,Quiet,Practical,Unhurried,Radical,Open,Honest,Gentle,Curious"
)

VERBS: Final = _listed(
    "explain,try out,rehearse,sort,measure,draw,translate,simplify,repair,compare,describe,record,question,"
    "share,untangle,finish,plan,teach,review,practise"
)

TIMES: Final = _listed(
    "on Tuesday evenings,before breakfast,twice a month,in the long break,on the last Friday,after work,"
    "during the holidays,every second week,on the train,while the kettle boils"
)

PEOPLE: Final = _listed(
    "a neighbour,two colleagues,my sister,people who change trades,a class of twelve,newcomers,someone "
    "patient,a stranger,students,the night shift,retired engineers,a small team"
)

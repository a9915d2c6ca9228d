//! Real towns with their postal codes, and streets that every town has.

/// The language of a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Community {
    Dutch,
    French,
    German,
}

/// Postal code and town.
type Town = (&'static str, &'static str);

const DUTCH: &[Town] = &[
    ("1000", "Brussel"),
    ("1050", "Elsene"),
    ("1080", "Sint-Jans-Molenbeek"),
    ("1090", "Jette"),
    ("1180", "Ukkel"),
    ("1500", "Halle"),
    ("1700", "Dilbeek"),
    ("1800", "Vilvoorde"),
    ("1930", "Zaventem"),
    ("2000", "Antwerpen"),
    ("2060", "Antwerpen"),
    ("2100", "Deurne"),
    ("2140", "Borgerhout"),
    ("2170", "Merksem"),
    ("2200", "Herentals"),
    ("2220", "Heist-op-den-Berg"),
    ("2300", "Turnhout"),
    ("2400", "Mol"),
    ("2440", "Geel"),
    ("2500", "Lier"),
    ("2600", "Berchem"),
    ("2800", "Mechelen"),
    ("2850", "Boom"),
    ("2930", "Brasschaat"),
    ("3000", "Leuven"),
    ("3010", "Kessel-Lo"),
    ("3200", "Aarschot"),
    ("3290", "Diest"),
    ("3300", "Tienen"),
    ("3500", "Hasselt"),
    ("3600", "Genk"),
    ("3630", "Maasmechelen"),
    ("3800", "Sint-Truiden"),
    ("3920", "Lommel"),
    ("3960", "Bree"),
    ("8000", "Brugge"),
    ("8300", "Knokke-Heist"),
    ("8400", "Oostende"),
    ("8500", "Kortrijk"),
    ("8600", "Diksmuide"),
    ("8630", "Veurne"),
    ("8670", "Koksijde"),
    ("8700", "Tielt"),
    ("8790", "Waregem"),
    ("8800", "Roeselare"),
    ("8870", "Izegem"),
    ("8900", "Ieper"),
    ("9000", "Gent"),
    ("9030", "Mariakerke"),
    ("9040", "Sint-Amandsberg"),
    ("9100", "Sint-Niklaas"),
    ("9160", "Lokeren"),
    ("9200", "Dendermonde"),
    ("9300", "Aalst"),
    ("9400", "Ninove"),
    ("9500", "Geraardsbergen"),
    ("9600", "Ronse"),
    ("9700", "Oudenaarde"),
    ("9800", "Deinze"),
    ("9900", "Eeklo"),
];

const FRENCH: &[Town] = &[
    ("1000", "Bruxelles"),
    ("1030", "Schaerbeek"),
    ("1050", "Ixelles"),
    ("1080", "Molenbeek-Saint-Jean"),
    ("1160", "Auderghem"),
    ("1180", "Uccle"),
    ("1190", "Forest"),
    ("1300", "Wavre"),
    ("1348", "Louvain-la-Neuve"),
    ("1400", "Nivelles"),
    ("1410", "Waterloo"),
    ("1420", "Braine-l'Alleud"),
    ("1480", "Tubize"),
    ("4000", "Liège"),
    ("4020", "Liège"),
    ("4040", "Herstal"),
    ("4100", "Seraing"),
    ("4300", "Waremme"),
    ("4500", "Huy"),
    ("4600", "Visé"),
    ("4800", "Verviers"),
    ("4900", "Spa"),
    ("4960", "Malmedy"),
    ("4970", "Stavelot"),
    ("5000", "Namur"),
    ("5030", "Gembloux"),
    ("5100", "Jambes"),
    ("5300", "Andenne"),
    ("5500", "Dinant"),
    ("5590", "Ciney"),
    ("5600", "Philippeville"),
    ("5660", "Couvin"),
    ("6000", "Charleroi"),
    ("6040", "Jumet"),
    ("6200", "Châtelet"),
    ("6600", "Bastogne"),
    ("6700", "Arlon"),
    ("6760", "Virton"),
    ("6800", "Libramont-Chevigny"),
    ("6900", "Marche-en-Famenne"),
    ("7000", "Mons"),
    ("7060", "Soignies"),
    ("7090", "Braine-le-Comte"),
    ("7100", "La Louvière"),
    ("7130", "Binche"),
    ("7500", "Tournai"),
    ("7700", "Mouscron"),
    ("7800", "Ath"),
];

const GERMAN: &[Town] = &[
    ("4700", "Eupen"),
    ("4710", "Lontzen"),
    ("4720", "Kelmis"),
    ("4730", "Raeren"),
    ("4750", "Bütgenbach"),
    ("4760", "Büllingen"),
    ("4770", "Amel"),
    ("4780", "Sankt Vith"),
];

const DUTCH_STREETS: &[&str] = &[
    "Kerkstraat",
    "Stationsstraat",
    "Dorpsstraat",
    "Molenstraat",
    "Schoolstraat",
    "Nieuwstraat",
    "Kapellestraat",
    "Veldstraat",
    "Beekstraat",
    "Lindelaan",
    "Kasteelstraat",
    "Groenstraat",
    "Bosstraat",
    "Brugsesteenweg",
    "Gentsesteenweg",
    "Koningin Astridlaan",
    "Leopold II-laan",
    "Sint-Jansstraat",
    "Gravenstraat",
    "Oude Baan",
    "Tiensevest",
    "Meersstraat",
    "Hoogstraat",
    "Zandstraat",
];

const FRENCH_STREETS: &[&str] = &[
    "Rue de l'Église",
    "Rue de la Station",
    "Grand-Rue",
    "Rue du Moulin",
    "Rue des Écoles",
    "Chaussée de Namur",
    "Avenue Reine Astrid",
    "Place Communale",
    "Rue Haute",
    "Rue Neuve",
    "Rue du Château",
    "Avenue des Tilleuls",
    "Rue Saint-Éloi",
    "Clos du Verger",
    "Rue d'En Haut",
    "Chemin Vert",
    "Rue de la Fontaine",
    "Quai de Meuse",
    "Rue Joseph Wauters",
    "Rue des Prés",
];

const GERMAN_STREETS: &[&str] =
    &["Hauptstraße", "Kirchstraße", "Bahnhofstraße", "Aachener Straße", "Klosterstraße", "Gartenstraße", "Am Weiher", "Bergstraße"];

impl Community {
    pub(crate) const fn towns(self) -> &'static [Town] {
        match self {
            Self::Dutch => DUTCH,
            Self::French => FRENCH,
            Self::German => GERMAN,
        }
    }

    pub(crate) const fn streets(self) -> &'static [&'static str] {
        match self {
            Self::Dutch => DUTCH_STREETS,
            Self::French => FRENCH_STREETS,
            Self::German => GERMAN_STREETS,
        }
    }

    pub(crate) const fn country(self) -> &'static str {
        match self {
            Self::Dutch => "België",
            Self::French => "Belgique",
            Self::German => "Belgien",
        }
    }
}

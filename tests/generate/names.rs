//! First and last names as they occur in Belgium, with their particles and accents.

use super::numbers::Sex;
use super::places::Community;

const DUTCH_MEN: &str = "Jan Pieter Bart Wouter Koen Dirk Luc Geert Stijn Tom Jeroen Kristof Johan Marc Filip Sven Thijs Seppe Lars Arne \
    Jef Hendrik Björn Willem Ruben Matthias Mohamed André René Gaëtan Cédric Jean-Pierre Bruno Karel Lieven Wannes Emiel";
const DUTCH_WOMEN: &str = "An Els Lotte Emma Griet Hilde Katrien Leen Marleen Nele Sofie Tine Veerle Ilse Kim Sarah Elise Zoë Anaïs Renée \
    Noémie Eline Fien Hanne Jana Femke Lies Ann-Sophie Marie-Claire Yasmina Inge Greet Machteld Saskia Dorien Charlotte Käthe Lien";
const FRENCH_MEN: &str = "Pierre Jean Michel Philippe Luc André Étienne Benoît François Jérôme Frédéric Sébastien Gaëtan Cédric Raphaël Noé \
    Théo Mathéo Loïc Rémi Hugo Louis Gérard Jean-François Jean-Marc Émile Aurélien Thibaut Youssef Didier Pascal Olivier";
const FRENCH_WOMEN: &str = "Marie Anne Élise Hélène Françoise Geneviève Céline Émilie Chloé Léa Zoé Inès Maïté Anaïs Joëlle Noëlle Véronique \
    Valérie Aurélie Stéphanie Marie-Thérèse Anne-Sophie Clémence Fatima Sylvie Nathalie Brigitte Pascale Camille Manon Océane Agnès";
const GERMAN_MEN: &str = "Jürgen Günther Björn Karl-Heinz Stefan Rainer Dieter Jörg Manfred Ralf Lukas Matthias Guido";
const GERMAN_WOMEN: &str = "Käthe Ursula Monika Brigitte Jana Anneliese Bärbel Sabine Heike Marlies Lena Gisela Petra";

const DUTCH: &str = "Peeters|Janssens|Maes|Jacobs|Mertens|Willems|Claes|Goossens|Wouters|De Smet|Van den Berg|Van de Velde|Vandenberghe|D'Hondt|\
    De Clercq|Van Damme|Vermeulen|Van der Auwera|Van Hoof|Ceulemans|'t Kindt|Ver Eecke|De Bruyn-Peeters|Van 't Hoff|Hermans|Aerts|\
    De Backer|Verstraete|Desmet|Van Den Bossche|Baeten|Coppens|Lemmens|Michiels|Smeets|Thijs|Vandevelde|Verhoeven|Wauters|De Wilde|\
    Vanden Bulcke|Pauwels|Segers|D'hooge|Van Assche|Özdemir|El Amrani|De Cock|Timmermans|Van Laere|Beeckman|Dierckx|Hendrickx|Nuyts|\
    Stevens|Torfs|Van Eyck|De Meuter|Declercq|Claeys";
const FRENCH: &str = "Dubois|Lambert|Dupont|Martin|Simon|Laurent|Leroy|Renard|Lefèvre|Piérard|Noël|Delvaux|de Wouters d'Oplinter|d'Oultremont|\
    Crèvecœur|Gérard|Rémy|Hubert|Collard|Denis|Lejeune|Maréchal|Thiry|Servais|Poncelet|Bodart|Collignon|Gilson|Henrotte|Jadot|Léonard|\
    Mathieu|Nyssens|Orban de Xivry|Pirotte|Quévy|Rousseau|Sébille|Toussaint|Urbain|Vandenbroucke|Wéry|N'Diaye|Benali|Van Overstraeten|\
    Delforge|Goffin|Hanoteau|De Ridder|Charlier";
const GERMAN: &str = "Müller|Schröder|Groß|Köhler|Pauels|Heinen|Schmitz|Jost|Keutgen|Rößler|von Ameln|Lenz|Thönnissen|Brüll|Miessen";

/// The first names that a sex has in a community.
pub(crate) fn first_names(community: Community, sex: Sex) -> Vec<&'static str> {
    let names = match (community, sex) {
        (Community::Dutch, Sex::Man) => DUTCH_MEN,
        (Community::Dutch, Sex::Woman) => DUTCH_WOMEN,
        (Community::French, Sex::Man) => FRENCH_MEN,
        (Community::French, Sex::Woman) => FRENCH_WOMEN,
        (Community::German, Sex::Man) => GERMAN_MEN,
        (Community::German, Sex::Woman) => GERMAN_WOMEN,
    };
    names.split_ascii_whitespace().collect()
}

/// The last names of a community.
pub(crate) fn last_names(community: Community) -> Vec<&'static str> {
    let names = match community {
        Community::Dutch => DUTCH,
        Community::French => FRENCH,
        Community::German => GERMAN,
    };
    names.split('|').collect()
}

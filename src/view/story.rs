//! The story: an incident prepared for the eye, computed once per file.
//!
//! Plain data and positions into the incident's lists: what every repaint needs is not searched for again.

use crate::incident::forms::primary;
use crate::incident::lookup::Positions;
#[cfg(feature = "cli")]
use crate::incident::lookup::by_text;
use crate::incident::template::fill;
use crate::incident::ties::reactions;
use crate::incident::{
    Actor, Incident, Kind, PartialDate, Reading, Relation, Source, Stance, Statement, Status, Term,
};
use crate::layout::{self, form};
use crate::order::ranked;

use super::language::direction;
use super::words::Family;

/// How many actors a map with names shows: beyond this none is readable. In a page with the program all stand on a map of
/// dots beside a list then (`embed/large.js`), in an edition the others stand in the list alone.
pub const MAP_ACTORS: usize = 120;

/// How many ties a map with names has: more take seconds to lay out.
pub const MAP_TIES: usize = 600;

/// Class of a claim on record.
pub const CLAIM: &str = "claim";
/// Class of a claim that is alleged, disputed or withdrawn.
pub const OPEN_CLAIM: &str = "claim contested";
/// Class of a tie of office.
pub const OFFICE: &str = "office";

/// An incident with what the view derives from it.
#[derive(Debug, Default)]
pub struct Story {
    /// The file.
    pub incident: Incident,
    /// Whether names are controls: true in a page with the program, false in a static edition.
    pub live: bool,
    /// 1 to 6 if the title is a heading in the page's outline, and what stands over each part of the map one below it; 0 if
    /// they are none.
    pub heading_level: u8,
    /// How many records of the file were faulty and are left out.
    pub left_out: usize,
    /// What the map draws between actors, in the order of [`Story::graph`]'s ties.
    pub ties: Vec<Tie>,
    /// Positions of the actors on the map; node *i* of the graph is actor `on_map[i]`.
    pub on_map: Vec<usize>,
    /// Positions of the actors for whom the map has no room.
    pub off_map: Vec<usize>,
    /// Whether a narrow map holds numbers instead of names: the list of all actors then goes by camps.
    pub numbered_when_narrow: bool,
    /// Positions of the actors on the map in the order of the list: by number if [`Story::numbered_when_narrow`], else as in the
    /// file.
    pub list_order: Vec<usize>,
    /// What the layout is asked to place.
    pub graph: layout::Graph,
    /// Per actor, positions of the statements it made.
    said: Vec<Vec<usize>>,
    /// Per actor, positions of the statements aimed at it by others.
    heard: Vec<Vec<usize>>,
    /// Per statement, positions of the statements that answer it.
    pub answers: Vec<Vec<usize>>,
    /// Positions of the lead statements.
    lead: Vec<usize>,
    /// Positions of the sources in the order of their ids.
    #[cfg(feature = "cli")]
    sources: Vec<usize>,
    /// Positions of the events, by date.
    pub events: Vec<usize>,
}

/// A tie on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Actor position.
    pub from: usize,
    /// Actor position.
    pub to: usize,
    /// What it stands for.
    pub bond: Bond,
}

/// What a tie stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Bond {
    /// Derived from statements of `from` aimed at `to`; the stance most of them take.
    Reaction(Stance),
    /// Position of a relation.
    Relation(usize),
}

impl Story {
    /// Prepares what was read of a file.
    pub fn new(
        Reading {
            incident, left_out, ..
        }: Reading,
    ) -> Self {
        let actors = Positions::of(incident.actors.iter().map(|actor| actor.id.as_str()));
        let statements = Positions::of(
            incident
                .statements
                .iter()
                .map(|statement| statement.id.as_str()),
        );

        let [said, heard] = said_and_heard(&incident, &actors);
        let answers = answers(&incident, &statements);
        let ties = ties_of(&incident, &actors);
        let (on_map, off_map) = choose(incident.actors.len(), &ties);
        let lead = incident
            .incident
            .lead
            .iter()
            .filter_map(|id| statements.get(id))
            .collect();
        let date = |position: usize| incident.events.get(position).map(|event| event.date);
        let events = ranked(incident.events.len(), &|one, other| {
            date(one).cmp(&date(other))
        });
        let mut story = Self {
            #[cfg(feature = "cli")]
            sources: by_id(&incident.sources),
            incident,
            left_out,
            ties,
            on_map,
            off_map,
            said,
            heard,
            answers,
            lead,
            events,
            live: true,
            ..Self::default()
        };
        story.graph = story.graph_of_map();
        story.list_order.clone_from(&story.on_map);
        story.numbered_when_narrow = form::is_numbered(&story.graph, layout::MIN_WIDTH);
        if story.numbered_when_narrow {
            for (number, &actor) in form::numbers(&story.graph).iter().zip(&story.on_map) {
                if let Some(place) = story.list_order.get_mut(number - 1) {
                    *place = actor;
                }
            }
        }
        story
    }

    /// What an actor is called on a map with numbers, and beside its name in the list that goes with it.
    pub fn number(&self, actor: usize) -> String {
        let place = self.list_order.iter().position(|&other| other == actor);
        place.map_or_else(String::new, |place| (place + 1).to_string())
    }

    /// What the painter of large maps needs: the number of actors, then for each its `id statements class…` and its
    /// name, then for each tie `from to class…`. Nothing for an incident whose actors all have room on a map with names.
    pub fn flat(&self) -> Vec<String> {
        if self.off_map.is_empty() {
            return Vec::new();
        }
        let mut all = vec![self.incident.actors.len().to_string()];
        for (position, actor) in self.incident.actors.iter().enumerate() {
            let said = self.said(position).len().to_string();
            all.push([&actor.id, " ", &said, " ", &super::map::class(actor)].concat());
            all.push(actor.name.clone());
        }
        for tie in &self.ties {
            let (from, to) = (tie.from.to_string(), tie.to.to_string());
            all.push([&from, " ", &to, " ", self.tie_class(tie)].concat());
        }
        all
    }

    /// The language the story is told in (BCP 47).
    pub fn language(&self) -> &str {
        &self.incident.incident.language
    }

    /// The actor at a position.
    pub fn actor(&self, position: usize) -> Option<&Actor> {
        self.incident.actors.get(position)
    }

    /// The source with this id. Natively it is not looked for among all: an edition asks for each report and each excerpt. In the
    /// module the order would be 0.2 KB (brotli), which pays only with more sources than a reader would ever be shown.
    pub fn source(&self, id: &str) -> Option<&Source> {
        #[cfg(feature = "cli")]
        {
            let source = |at: &usize| self.incident.sources.get(*at);
            let before = |at: &usize| source(at).is_some_and(|source| *source.id < *id);
            let first = self.sources.partition_point(before);
            let found = self.sources.get(first).and_then(source);
            found.filter(|found| found.id == id)
        }
        #[cfg(not(feature = "cli"))]
        self.incident.source(id)
    }

    /// The position of the actor with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.incident.actors.iter().position(|actor| actor.id == id)
    }

    /// The name of the actor with this id; the id itself if there is none.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.incident.actor(id).map_or(id, |actor| &actor.name)
    }

    /// A date in words; among words from right to left set apart, so that its day stays before its month.
    pub fn dated(&self, date: PartialDate) -> String {
        let words = date.in_words();
        match direction(self.language()) {
            "rtl" => fill("\u{2068}%\u{2069}", &[&words]),
            _ => words,
        }
    }

    /// The names of who made these statements.
    pub fn speakers<'a>(&'a self, statements: impl Iterator<Item = &'a Statement>) -> Vec<&'a str> {
        statements
            .map(|statement| self.name(&statement.speaker))
            .collect()
    }

    /// Positions of what an actor said.
    pub fn said(&self, actor: usize) -> &[usize] {
        self.said.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Positions of what others said to or about an actor.
    pub fn heard(&self, actor: usize) -> &[usize] {
        self.heard.get(actor).map_or(&[], Vec::as_slice)
    }

    /// Positions of the statements that show while `open` is open: the lead ones for none.
    pub fn shown(&self, open: Option<usize>) -> Vec<usize> {
        match open {
            None => self.lead.clone(),
            Some(actor) => [self.said(actor), self.heard(actor)].concat(),
        }
    }

    /// The statement at a position.
    pub fn statement(&self, position: usize) -> Option<&Statement> {
        self.incident.statements.get(position)
    }

    /// Whether two actors have a tie.
    pub fn related(&self, one: usize, other: usize) -> bool {
        self.ties
            .iter()
            .any(|tie| (tie.from, tie.to) == (one, other) || (tie.to, tie.from) == (one, other))
    }

    /// How a tie is drawn: its class name.
    pub fn tie_class(&self, tie: &Tie) -> &'static str {
        match &tie.bond {
            Bond::Reaction(stance) => Family::of(*stance).id(),
            Bond::Relation(position) => {
                let relation = self.incident.relations.get(*position);
                relation.map_or(CLAIM, relation_class)
            }
        }
    }

    /// The words that may stand on a tie.
    fn tie_words(&self, tie: &Tie) -> &'static str {
        match &tie.bond {
            Bond::Reaction(stance) => stance.towards(),
            Bond::Relation(position) => {
                let label = self
                    .incident
                    .relations
                    .get(*position)
                    .map_or("", |relation| relation.relation.label());
                label.strip_prefix("is ").unwrap_or(label)
            }
        }
    }

    fn is_office(&self, tie: &Tie) -> bool {
        matches!(tie.bond, Bond::Relation(position)
            if self.incident.relations.get(position).is_some_and(|relation| relation.relation.is_office()))
    }

    fn graph_of_map(&self) -> layout::Graph {
        let mut nodes_of_actors = vec![None; self.incident.actors.len()];
        for (node, &actor) in self.on_map.iter().enumerate() {
            if let Some(slot) = nodes_of_actors.get_mut(actor) {
                *slot = Some(node);
            }
        }
        let node_of = |actor: usize| nodes_of_actors.get(actor).copied().flatten();

        // Titles stand in capitals, and that of a Turkish i has a dot.
        let language = primary(self.language());
        let dotted = matches!(language, "tr" | "az");
        let title = |title: &String| {
            if dotted {
                let dotted = |c| if c == 'i' { 'İ' } else { c };
                title.chars().map(dotted).collect()
            } else {
                title.clone()
            }
        };
        layout::Graph {
            camps: self
                .incident
                .camps
                .iter()
                .map(|camp| layout::Camp {
                    title: title(&camp.title),
                })
                .collect(),
            nodes: self
                .on_map
                .iter()
                .filter_map(|&position| Some((position, self.actor(position)?)))
                .map(|(position, actor)| {
                    let said = self.said(position).len();
                    layout::Node {
                        label: actor.name.clone(),
                        badge: if said == 0 {
                            String::new()
                        } else {
                            said.to_string()
                        },
                        camp: actor.camp.as_ref().and_then(|id| {
                            self.incident.camps.iter().position(|camp| &camp.id == id)
                        }),
                        round: actor.kind == Kind::Person,
                    }
                })
                .collect(),
            // A tie to an actor who is not on the map has no node: layout draws nothing for it.
            ties: self
                .ties
                .iter()
                .map(|tie| layout::Tie {
                    from: node_of(tie.from).unwrap_or(usize::MAX),
                    to: node_of(tie.to).unwrap_or(usize::MAX),
                    label: self.tie_words(tie).into(),
                    weight: if self.is_office(tie) { 0 } else { 1 },
                    minor: self.is_office(tie),
                })
                .collect(),
        }
    }
}

/// How a relation is drawn: its class name.
pub fn relation_class(relation: &Relation) -> &'static str {
    if relation.relation.is_office() {
        OFFICE
    } else if relation.status == Some(Status::Settled) {
        CLAIM
    } else {
        OPEN_CLAIM
    }
}

/// The positions of sources in the order of their ids.
#[cfg(feature = "cli")]
fn by_id(sources: &[Source]) -> Vec<usize> {
    let ids = sources.iter().map(|source| source.id.as_str());
    by_text(&ids.collect::<Vec<_>>())
}

/// For each actor the positions of the statements it makes, and of those aimed at it by others.
#[inline(always)]
fn said_and_heard(incident: &Incident, actors: &Positions) -> [Vec<Vec<usize>>; 2] {
    let mut said = vec![Vec::new(); incident.actors.len()];
    let mut heard = vec![Vec::new(); incident.actors.len()];
    for (position, statement) in incident.statements.iter().enumerate() {
        let speaker = actors.get(&statement.speaker);
        push_at(&mut said, speaker, position);
        for target in &statement.to {
            let target = actors.get(target);
            if target != speaker {
                push_at(&mut heard, target, position);
            }
        }
    }
    [said, heard]
}

/// For each statement the positions of those that answer it.
#[inline(always)]
fn answers(incident: &Incident, statements: &Positions) -> Vec<Vec<usize>> {
    let mut answers = vec![Vec::new(); incident.statements.len()];
    for (later, statement) in incident.statements.iter().enumerate() {
        for about in &statement.about {
            push_at(&mut answers, statements.get(about), later);
        }
    }
    answers
}

/// The ties: reactions, derived from statements, then relations.
#[inline(always)]
fn ties_of(incident: &Incident, actors: &Positions) -> Vec<Tie> {
    let mut ties = Vec::new();
    for reaction in reactions(incident) {
        if let Some((stance, _)) = reaction.stances.first() {
            ties.push(Tie {
                from: reaction.from,
                to: reaction.to,
                bond: Bond::Reaction(*stance),
            });
        }
    }
    for (position, relation) in incident.relations.iter().enumerate() {
        if let (Some(from), Some(to)) = (actors.get(&relation.from), actors.get(&relation.to)) {
            ties.push(Tie {
                from,
                to,
                bond: Bond::Relation(position),
            });
        }
    }
    ties
}

/// Which actors the map with names shows, and which it does not: all are on it; or, where they are more than [`MAP_ACTORS`]
/// or their ties more than [`MAP_TIES`], in an edition those with the most ties, in the file's order, and in a page with the
/// program none, for there they have a large map.
fn choose(actors: usize, ties: &[Tie]) -> (Vec<usize>, Vec<usize>) {
    if actors <= MAP_ACTORS && ties.len() <= MAP_TIES {
        return ((0..actors).collect(), Vec::new());
    }
    if cfg!(feature = "browser") {
        return (Vec::new(), (0..actors).collect());
    }
    let mut degrees = vec![0_usize; actors];
    for tie in ties {
        for end in [tie.from, tie.to] {
            if let Some(degree) = degrees.get_mut(end) {
                *degree += 1;
            }
        }
    }
    let order = ranked(actors, &|one, other| {
        degrees.get(other).cmp(&degrees.get(one))
    });
    let mut shown = vec![false; actors];
    let mut most = MAP_ACTORS;
    loop {
        shown.fill(false);
        for &actor in order.iter().take(most) {
            if let Some(shown) = shown.get_mut(actor) {
                *shown = true;
            }
        }
        let is_shown = |actor: usize| shown.get(actor) == Some(&true);
        let between = ties
            .iter()
            .filter(|tie| is_shown(tie.from) && is_shown(tie.to));
        if between.count() <= MAP_TIES {
            return (0..actors).partition(|&actor| is_shown(actor));
        }
        most -= 1;
    }
}

fn push_at(lists: &mut [Vec<usize>], at: Option<usize>, value: usize) {
    if let Some(list) = at.and_then(|at| lists.get_mut(at)) {
        // A statement that names a target twice is heard once.
        if list.last() != Some(&value) {
            list.push(value);
        }
    }
}

//! The records of an incident file, as types.
//!
//! Field names are the file's own. An [`Incident`] made by this module's reader is *sound*: every id in it
//! is unique in its list and every reference resolves, so views may rely on it and still never index blindly.

use serde::Serialize;

use super::date::PartialDate;
use super::vocabulary::{Directness, Kind, RelationType, Role, Stance, Status};

/// The version of the file format this code reads.
pub const FORMAT_VERSION: u32 = 1;

/// A kebab-case id, unique in its list and stable: permalinks hang on it.
pub type Id = String;

/// The whole incident file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Incident {
    /// The format's version, [`FORMAT_VERSION`].
    pub version: u32,
    /// What the story is called and when it happened.
    pub incident: Story,
    /// Groups of actors that the map keeps together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub camps: Vec<Camp>,
    /// The articles and documents that report the incident.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Persons, bodies, states and groups.
    pub actors: Vec<Actor>,
    /// Claims and ties of office between two actors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// Acts of speech: the primary record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Dated events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Questions that sources answer differently.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// What was corrected after publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Findings of the check that an editor lets stand. Readers never see them.
    #[cfg(feature = "check")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// Who answers for naming an accused person. Readers never see them.
    #[cfg(feature = "check")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sign_offs: Vec<SignOff>,
}

/// The head of an incident file (`incident` in the JSON).
///
/// It is never left out as a whole: a required field that is missing or faulty is empty here.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Story {
    /// The incident's id.
    pub id: Id,
    /// The title over the map.
    pub title: String,
    /// One or two sentences of our own under the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// BCP 47 tag of the language the file is written in.
    pub language: String,
    /// When it began, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began: Option<PartialDate>,
    /// When it became public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosed: Option<PartialDate>,
    /// Ids of the statements that stand in the panel while no actor is selected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Id>,
}

/// A group of actors that the map keeps together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Camp {
    /// The camp's id.
    pub id: Id,
    /// What stands over it on the map.
    pub title: String,
}

/// One published article or document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Source {
    /// The source's id.
    pub id: Id,
    /// Who published it (ninjs, schema.org publisher). A source has a publisher or a headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The news agency whose text it prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its headline, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Where it stands; `https:` or `http:`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// BCP 47 tag of its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Name of its saved text, without folder: the check reads the file of this name, or whose name begins with it
    /// followed by `_` or `.`. Without it the source's id is looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Id of the source whose text this one copies or excerpts: the two never count as two confirmations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt_of: Option<Id>,
}

/// A person, body, state or group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Actor {
    /// The actor's id.
    pub id: Id,
    /// The name on the map.
    pub name: String,
    /// Other names the sources use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// What part it has in the incident.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Id of its camp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub camp: Option<Id>,
    /// Who it is, in a sentence of our own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// A claim or a tie of office between two actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Relation {
    /// The relation's id.
    pub id: Id,
    /// What it says: `from` *type* `to`.
    #[serde(rename = "type")]
    pub relation: RelationType,
    /// Actor id.
    pub from: Id,
    /// Actor id.
    pub to: Id,
    /// How far a claim is agreed; none for ties of office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Ids of the statements that assert it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asserted_by: Vec<Id>,
    /// Ids of the statements that dispute it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputed_by: Vec<Id>,
    /// Ids of the sources that say so in their own voice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Id>,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// A sentence of our own on what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// One act of speech by one speaker.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Statement {
    /// The statement's id.
    pub id: Id,
    /// Actor id of who said it.
    pub speaker: Id,
    /// In what capacity: "Czech foreign minister".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// What it does to every actor in `to`; at least one.
    pub stance: Vec<Stance>,
    /// Actor ids of whom it is aimed at; never the audience; may be empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Id>,
    /// Ids of the statements it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Id>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it was said: "post on X", "statement".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Who printed it and how; at least one.
    pub reports: Vec<Report>,
}

/// One source's printing of a statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Report {
    /// Source id.
    pub source: Id,
    /// Quoted, quoted in part, or told.
    pub directness: Directness,
    /// What stands between one pair of quotation marks, without the marks (Web Annotation `exact`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What an indirect report says, in our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paraphrase: Option<String>,
    /// Up to 32 characters of the source before the quotation (Web Annotation TextQuoteSelector).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Up to 32 characters of the source after the quotation (Web Annotation TextQuoteSelector).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Which part of an interrupted quotation this is, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<u32>,
    /// Actor id, where this source names another speaker than the statement does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Id>,
    /// Where this source names another venue than the statement does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// BCP 47 tag of the language the words were said in, where the source prints a translation of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translated_from: Option<String>,
    /// The words in that language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Event {
    /// The event's id.
    pub id: Id,
    /// When.
    pub date: PartialDate,
    /// What, in our words.
    pub title: String,
    /// Actor ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Id>,
    /// Source ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Id>,
}

/// A question that sources, or one source in two places, answer differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The conflict's id.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The answers; at least two.
    pub answers: Vec<Answer>,
    /// Ids of the statements, relations, events or actors it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Id>,
}

/// What one source answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Answer {
    /// Source id.
    pub source: Id,
    /// Id of the statement whose report by that source carries the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Id>,
    /// The answer, in our words or as the source prints it.
    pub says: String,
}

/// What was corrected after publication.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Correction {
    /// When.
    pub date: PartialDate,
    /// What was wrong and what is right.
    pub text: String,
    /// Ids of the records that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Id>,
}

/// A finding of the check that an editor lets stand, and why.
#[cfg(feature = "check")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Waiver {
    /// The rule's id.
    pub rule: String,
    /// Id of the record for which it does not hold; the incident's own id for the file as a whole.
    pub record: Id,
    /// Why, in a sentence that another editor would accept.
    pub reason: String,
}

/// That somebody answers for naming an accused person.
#[cfg(feature = "check")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SignOff {
    /// Actor id of the person.
    pub record: Id,
    /// Who signs: a name or a desk.
    pub by: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

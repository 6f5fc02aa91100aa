//! The closed lists of an incident file, each in one place with its standard and its words.
//!
//! A term has an `id` (what the file says), a `label` (how a reader sees it) and its place in the list.
//! Names follow STIX 2.1, EuRepoC, CAMEO/PLOVER, FollowTheMoney and PARC where they have one;
//! the source of each list is named at it.

use serde::Serialize;

/// A term of one of the closed lists.
pub trait Term: Copy + Eq + 'static {
    /// What the list is called in messages: "kind", "stance".
    const LIST: &'static str;
    /// Every term, in the list's own order.
    const ALL: &'static [Self];
    /// The ids of the terms, in the same order.
    const IDS: &'static [&'static str];
    /// The term's id in an incident file: kebab-case.
    fn id(self) -> &'static str;
    /// The term in a reader's words (English).
    fn label(self) -> &'static str;
    /// The term with this id, if the list has it.
    fn from_id(id: &str) -> Option<Self> {
        let position = Self::IDS.iter().position(|known| *known == id)?;
        Self::ALL.get(position).copied()
    }
}

macro_rules! terms {
    ($(#[$doc:meta])* $list:literal $name:ident { $($(#[$vdoc:meta])* $variant:ident $id:literal $label:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $id)] $variant,)+ }
        impl Term for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const IDS: &'static [&'static str] = &[$($id),+];
            fn id(self) -> &'static str { match self { $(Self::$variant => $id),+ } }
            fn label(self) -> &'static str { match self { $(Self::$variant => $label),+ } }
        }
    };
}
pub(super) use terms;

terms! {
    /// What an actor is. After STIX `identity_class`, FollowTheMoney schemata and PLOVER sectors.
    "kind" Kind {
        /// STIX individual.
        Person "person" "person",
        /// Several persons who are not an organisation (STIX group): "seven indicted nationals".
        Group "group" "group of people",
        /// FollowTheMoney PublicBody: a ministry, a department, a government.
        PublicBody "public-body" "public body",
        /// PLOVER SPY.
        IntelligenceService "intelligence-service" "intelligence service",
        /// An embassy or a permanent mission (ours).
        DiplomaticMission "diplomatic-mission" "diplomatic mission",
        /// schema.org Country.
        State "state" "state",
        /// PLOVER IGO: NATO, the European Union, an alliance of parliaments.
        Intergovernmental "intergovernmental" "international body",
        /// STIX intrusion-set.
        IntrusionSet "intrusion-set" "hacking group",
        /// STIX organization, private.
        Company "company" "company",
        /// PLOVER JRN.
        Media "media" "news organisation",
        /// A body the sources do not name or describe.
        Unknown "unknown" "unnamed body",
    }
}

terms! {
    /// What part an actor has in the incident. After EuRepoC receiver/initiator/attributing/responding.
    "role" Role {
        /// EuRepoC receiver.
        Victim "victim" "target",
        /// EuRepoC initiator; always as somebody says.
        Initiator "initiator" "accused attacker",
        /// STIX threat-actor role sponsor; CFR suspected-state-sponsor.
        AllegedSponsor "alleged-sponsor" "accused sponsor",
        /// EuRepoC attributing_actor.
        Attributor "attributor" "accuser",
        /// EuRepoC responding_actor.
        Responder "responder" "responder",
        /// PLOVER ACCUSE/investigate.
        Investigator "investigator" "investigator",
        /// Belongs to an earlier or neighbouring event that the sources tell along.
        Background "background" "background",
    }
}

terms! {
    /// What a statement does to the actors in its `to`. After the verbs of CAMEO, by their codes.
    "stance" Stance {
        /// CAMEO 112.
        Accuse "accuse" "accuses",
        /// CAMEO 111.
        Condemn "condemn" "condemns",
        /// CAMEO 114, complain officially: a summons, a note.
        Protest "protest" "protests to",
        /// CAMEO 13.
        Warn "warn" "warns",
        /// CAMEO 02 (appeal), 10 (demand).
        CallUpon "call-upon" "calls on",
        /// CAMEO 016.
        Deny "deny" "denies",
        /// CAMEO 12.
        RejectDemand "reject-demand" "rejects the demand of",
        /// CAMEO 018, 051.
        ExpressSolidarity "express-solidarity" "stands with",
        /// CAMEO 015.
        Acknowledge "acknowledge" "acknowledges",
        /// CAMEO 16, 17.
        AnnounceMeasure "announce-measure" "takes measures against",
        /// CAMEO 010.
        Inform "inform" "speaks of",
    }
}

impl Stance {
    /// In a reader's words, before whom it is addressed to: a denial's is not what it denies, and who takes note of a
    /// government's words does not recognise the government.
    pub fn towards(self) -> &'static str {
        match self {
            Self::Deny => "contradicts",
            Self::Acknowledge => "responds to",
            _ => self.label(),
        }
    }

    /// The same where it is addressed to nobody: no sentence ends in "with" or "on".
    pub fn alone(self) -> &'static str {
        match self {
            Self::Protest => "protests",
            Self::CallUpon => "makes an appeal",
            Self::RejectDemand => "rejects a demand",
            Self::ExpressSolidarity => "expresses solidarity",
            Self::AnnounceMeasure => "announces measures",
            Self::Inform => "states",
            _ => self.label(),
        }
    }
}

terms! {
    /// How two actors hang together. Claims need a status and somebody who asserts them; ties of office need sources.
    "relation type" RelationType {
        /// STIX targets.
        Targets "targets" "targeted",
        /// STIX attributed-to.
        AttributedTo "attributed-to" "is attributed to",
        /// MISP sponsored-by.
        SponsoredBy "sponsored-by" "is sponsored by",
        /// EuRepoC political response: sanctions.
        Sanctioned "sanctioned" "sanctioned",
        /// EuRepoC legal response: indictment.
        Indicted "indicted" "indicted",
        /// Called in officially, as a host state calls in an ambassador.
        Summoned "summoned" "summoned",
        /// schema.org parentOrganization, MISP part-of.
        PartOf "part-of" "is part of",
        /// FollowTheMoney Representation, PROV actedOnBehalfOf.
        SpeaksFor "speaks-for" "speaks for",
        /// FollowTheMoney Representation.
        Represents "represents" "represents",
        /// schema.org memberOf.
        MemberOf "member-of" "is a member of",
        /// An embassy of a state (ours).
        MissionOf "mission-of" "is a mission of",
    }
}

impl RelationType {
    /// Whether this is a tie of office (needs `sources`, no `status`) rather than a claim.
    pub fn is_office(self) -> bool {
        use RelationType::{MemberOf, MissionOf, PartOf, Represents, SpeaksFor};
        matches!(self, PartOf | SpeaksFor | Represents | MemberOf | MissionOf)
    }
}

terms! {
    /// How far a claim is agreed. EuRepoC `settled`; never a verdict of the newsroom's own.
    "status" Status {
        /// Asserted; nobody in the file answers it.
        Alleged "alleged" "alleged",
        /// Asserted by some, disputed by others.
        Disputed "disputed" "disputed",
        /// Undisputed record: a sanction that was announced, an indictment that was filed.
        Settled "settled" "on record",
        /// Taken back by who asserted it.
        Withdrawn "withdrawn" "withdrawn",
    }
}

terms! {
    /// How a source prints a statement (PARC).
    "directness" Directness {
        /// A whole clause or more between quotation marks.
        Direct "direct" "quoted",
        /// Words between quotation marks inside the source's own sentence.
        Mixed "mixed" "quoted in part",
        /// No quotation marks: told in the source's words.
        Indirect "indirect" "paraphrased",
    }
}

//! Where in a file a reader stands: for the paths and nouns of messages.

/// The parts of an incident file that hold records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// The file itself.
    File,
    /// Its `incident`.
    Head,
    Camps,
    Sources,
    Actors,
    Relations,
    Statements,
    Events,
    Conflicts,
    Corrections,
    #[cfg(feature = "check")]
    Waivers,
    #[cfg(feature = "check")]
    SignOffs,
}

impl List {
    /// The lists whose records have ids that others refer to.
    pub(crate) const REFERABLE: [Self; 7] = [
        Self::Camps,
        Self::Sources,
        Self::Actors,
        Self::Relations,
        Self::Statements,
        Self::Events,
        Self::Conflicts,
    ];

    /// The field of the file that holds it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::File => "",
            Self::Head => "incident",
            Self::Camps => "camps",
            Self::Sources => "sources",
            Self::Actors => "actors",
            Self::Relations => "relations",
            Self::Statements => "statements",
            Self::Events => "events",
            Self::Conflicts => "conflicts",
            Self::Corrections => "corrections",
            #[cfg(feature = "check")]
            Self::Waivers => "waivers",
            #[cfg(feature = "check")]
            Self::SignOffs => "sign_offs",
        }
    }

    /// Whether it is no list but one record.
    fn is_one(self) -> bool {
        matches!(self, Self::File | Self::Head)
    }

    /// What one of its records is called.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::File => "incident file",
            Self::Head => "incident",
            Self::Camps => "camp",
            Self::Sources => "source",
            Self::Actors => "actor",
            Self::Relations => "relation",
            Self::Statements => "statement",
            Self::Events => "event",
            Self::Conflicts => "conflict",
            Self::Corrections => "correction",
            #[cfg(feature = "check")]
            Self::Waivers => "waiver",
            #[cfg(feature = "check")]
            Self::SignOffs => "sign-off",
        }
    }
}

/// A record of a file, or a part of one: a report of a statement, an answer of a conflict. Small, for it is copied
/// a lot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'n> {
    pub(crate) list: List,
    /// Which kind of part of the record, if not the record itself.
    part: Option<Part>,
    /// The record's position in its list, where that is one.
    index: usize,
    /// The part's position in the record.
    part_index: usize,
    /// The record's id as far as it has one.
    pub(crate) id: &'n str,
}

/// The parts that records have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Report,
    Answer,
}

impl Part {
    /// The field that holds such parts.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Report => "reports",
            Self::Answer => "answers",
        }
    }

    /// What one of them is called.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Answer => "answer",
        }
    }
}

/// What a fault leads to, as the end of a message.
pub(crate) type Outcome = (&'static str, &'static str);

/// A field is left out, the rest of its record is kept.
pub(crate) const FIELD: Outcome = ("field", " is left out");
/// An entry of a list is left out, the others are kept.
pub(crate) const ENTRY: Outcome = ("entry", " is left out");

impl<'n> Place<'n> {
    /// The file, its head, or a list as a whole.
    pub(crate) fn single(list: List) -> Self {
        Self {
            list,
            part: None,
            index: 0,
            part_index: 0,
            id: "",
        }
    }

    /// The parts of this record as a whole.
    pub(crate) fn parts(self, part: Part) -> Self {
        Self {
            part: Some(part),
            ..self
        }
    }

    /// One record of a list, or one of the parts of a record.
    pub(crate) fn nth(mut self, index: usize) -> Self {
        match self.part {
            Some(_) => self.part_index = index,
            None => self.index = index,
        }
        self
    }

    /// The field that holds the list or the parts.
    pub(crate) fn key(&self) -> &'static str {
        match self.part {
            Some(part) => part.key(),
            None => self.list.key(),
        }
    }

    /// What stands here: "statement", "report".
    pub(crate) fn noun(&self) -> &'static str {
        match self.part {
            Some(part) => part.noun(),
            None => self.list.noun(),
        }
    }

    /// What a fault leads to that cannot be mended within this record.
    pub(crate) fn outcome(&self) -> Outcome {
        if self.list.is_one() {
            // The file and its head are never left out as a whole.
            ("map", " is shown without it")
        } else {
            (self.noun(), " is left out")
        }
    }

    /// The path within the file: `statements[3].reports[0]`.
    pub(crate) fn path(&self) -> String {
        let mut path = self.list.key().to_owned();
        if !self.list.is_one() {
            push_index(&mut path, self.index);
        }
        if let Some(part) = self.part {
            path.push('.');
            path.push_str(part.key());
            push_index(&mut path, self.part_index);
        }
        path
    }
}

fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&index.to_string());
    path.push(']');
}

//! The JSON Schema (draft 2020-12) of the incident file, from the Rust types.
//!
//! Names, types and descriptions are the types' own; what types cannot say (an indirect report has a paraphrase, a
//! claim has a status) and the examples are added here. The reader stays the judge: it also resolves references.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::incident::limits::{
    MAX_CONTEXT_CHARS, MAX_ID_CHARS, MAX_NAME_CHARS, MAX_QUOTE_CHARS, MAX_TEXT_CHARS,
    MAX_TITLE_CHARS, MAX_URL_CHARS,
};
use crate::incident::{FORMAT_VERSION, Incident, PartialDate, RelationType, Term};

/// Fields that hold an id of their own.
const IDS: [&str; 1] = ["id"];
/// Fields that hold the id, or ids, of other records.
const REFERENCES: [&str; 17] = [
    "record",
    "lead",
    "excerpt_of",
    "camp",
    "from",
    "to",
    "asserted_by",
    "disputed_by",
    "sources",
    "speaker",
    "about",
    "source",
    "actors",
    "report",
    "changed",
    "answers",
    "reports",
];

/// Examples for the fields of a record: type, field, example. All are plainly fictional.
const EXAMPLES: [(&str, &str, &str); 44] = [
    ("Story", "id", r#""ministry-hack""#),
    (
        "Story",
        "title",
        r#""The hack of Ministry A: who blames whom""#,
    ),
    (
        "Story",
        "summary",
        r#""On 2 May 2030 Ministry A named Group B as the attacker; State C denied it.""#,
    ),
    ("Story", "language", r#""en""#),
    ("Story", "began", r#""2029""#),
    ("Story", "disclosed", r#""2030-05-02""#),
    ("Story", "lead", r#"["a-accuses", "c-denies"]"#),
    ("Camp", "title", r#""Accused, and answering""#),
    ("Source", "id", r#""example-daily""#),
    ("Source", "publisher", r#""Example Daily""#),
    ("Source", "agency", r#""Example Wire""#),
    ("Source", "headline", r#""Ministry A blames Group B""#),
    ("Source", "url", r#""https://daily.example/ministry-a""#),
    ("Source", "published", r#""2030-05-03""#),
    ("Source", "language", r#""cs""#),
    ("Source", "text", r#""daily-2030-05-03""#),
    ("Source", "excerpt_of", r#""example-wire""#),
    ("Actor", "id", r#""ministry-a""#),
    ("Actor", "name", r#""Ministry A""#),
    ("Actor", "aliases", r#"["MA", "the ministry"]"#),
    ("Actor", "roles", r#"["victim", "attributor"]"#),
    ("Actor", "camp", r#""targeted""#),
    (
        "Actor",
        "about",
        r#""The ministry whose network was broken into.""#,
    ),
    ("Relation", "id", r#""b-hit-a""#),
    ("Relation", "from", r#""group-b""#),
    ("Relation", "to", r#""ministry-a""#),
    ("Relation", "asserted_by", r#"["a-accuses"]"#),
    ("Relation", "disputed_by", r#"["c-denies"]"#),
    ("Relation", "sources", r#"["example-daily"]"#),
    ("Statement", "id", r#""a-accuses""#),
    ("Statement", "speaker", r#""ministry-a""#),
    ("Statement", "stance", r#"["accuse"]"#),
    ("Statement", "to", r#"["group-b"]"#),
    ("Statement", "about", r#"["a-accuses"]"#),
    ("Statement", "venue", r#""post on X""#),
    ("Report", "source", r#""example-daily""#),
    ("Report", "quote", r#""Group B broke into our network""#),
    ("Report", "paraphrase", r#""The ministry blames Group B.""#),
    ("Report", "prefix", r#""the ministry said: “""#),
    ("Report", "suffix", r#""”, and named the group""#),
    ("Event", "title", r#""Ministry A names Group B""#),
    ("Conflict", "question", r#""When did it begin?""#),
    ("Answer", "says", r#""In the spring of 2029.""#),
    (
        "Correction",
        "text",
        r#""An earlier version named another month. It was April.""#,
    ),
];

/// The longest texts: type, field, characters.
const LENGTHS: [(&str, &str, usize); 24] = [
    ("Story", "title", MAX_TITLE_CHARS),
    ("Story", "summary", MAX_TEXT_CHARS),
    ("Camp", "title", MAX_TITLE_CHARS),
    ("Source", "publisher", MAX_NAME_CHARS),
    ("Source", "agency", MAX_NAME_CHARS),
    ("Source", "author", MAX_NAME_CHARS),
    ("Source", "headline", MAX_TITLE_CHARS),
    ("Source", "url", MAX_URL_CHARS),
    ("Actor", "name", MAX_NAME_CHARS),
    ("Actor", "about", MAX_TEXT_CHARS),
    ("Relation", "about", MAX_TEXT_CHARS),
    ("Statement", "capacity", MAX_NAME_CHARS),
    ("Statement", "venue", MAX_NAME_CHARS),
    ("Report", "quote", MAX_QUOTE_CHARS),
    ("Report", "paraphrase", MAX_TEXT_CHARS),
    ("Report", "original", MAX_QUOTE_CHARS),
    ("Report", "prefix", MAX_CONTEXT_CHARS),
    ("Report", "suffix", MAX_CONTEXT_CHARS),
    ("Event", "title", MAX_TITLE_CHARS),
    ("Conflict", "question", MAX_TITLE_CHARS),
    ("Answer", "says", MAX_TEXT_CHARS),
    ("Correction", "text", MAX_TEXT_CHARS),
    ("Waiver", "reason", MAX_TEXT_CHARS),
    ("SignOff", "by", MAX_NAME_CHARS),
];

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A date as far as the source gives it: a year, a month or a day, as in ISO 8601.",
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            "examples": ["2030", "2030-05", "2030-05-02"]
        })
    }
}

/// The schema, as it is published in `schema/incident.schema.json`.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let root = settings.into_generator().into_root_schema_for::<Incident>();
    let mut schema = Map::new();
    for (key, value) in [
        (
            "$schema",
            json!("https://json-schema.org/draft/2020-12/schema"),
        ),
        ("title", json!("Incident file of Actor Map, version 1")),
    ] {
        add(&mut schema, key, value);
    }
    for (key, value) in root.to_value().as_object().into_iter().flatten() {
        schema.entry(key.clone()).or_insert_with(|| value.clone());
    }
    finish("Incident", &mut schema);
    let types = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, of_type) in types.into_iter().flatten() {
        if let Some(of_type) = of_type.as_object_mut() {
            finish(name, of_type);
        }
    }
    Value::Object(schema)
}

/// The schema as the published file has it.
///
/// # Errors
/// If it cannot be written; that does not happen.
pub fn schema_text() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&schema()).map(|text| text + "\n")
}

/// Adds to a type what its Rust type cannot say.
fn finish(name: &str, schema: &mut Map<String, Value>) {
    plain_description(schema);
    if let Some(Value::Array(terms)) = schema.get_mut("oneOf") {
        terms
            .iter_mut()
            .filter_map(Value::as_object_mut)
            .for_each(plain_description);
    }
    let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (field, of_field) in fields {
        if let Some(of_field) = of_field.as_object_mut() {
            plain_description(of_field);
            finish_field(name, field, of_field);
        }
    }
    // Fields of the newsroom's own are never misspelt ones.
    schema.insert("patternProperties".into(), json!({"^x-": {}}));
    schema.insert("additionalProperties".into(), json!(false));
    match name {
        "Incident" => set(
            schema,
            &["properties", "version"],
            json!({"description": "The format's version.", "const": FORMAT_VERSION}),
        ),
        "Source" => add(
            schema,
            "anyOf",
            json!([{"required": ["publisher"]}, {"required": ["headline"]}]),
        ),
        "Report" => {
            add(
                schema,
                "if",
                json!({"properties": {"directness": {"const": "indirect"}}, "required": ["directness"]}),
            );
            add(
                schema,
                "then",
                json!({"required": ["paraphrase"], "properties": {"quote": false, "prefix": false, "suffix": false, "part": false}}),
            );
            add(
                schema,
                "else",
                json!({"required": ["quote"], "properties": {"paraphrase": false}}),
            );
        }
        "Relation" => {
            let offices = RelationType::ALL.iter().filter(|kind| kind.is_office());
            let offices: Vec<&str> = offices.map(|kind| kind.id()).collect();
            add(
                schema,
                "if",
                json!({"properties": {"type": {"enum": offices}}, "required": ["type"]}),
            );
            add(
                schema,
                "then",
                json!({"required": ["sources"], "properties": {"status": false, "sources": {"minItems": 1}}}),
            );
            add(
                schema,
                "else",
                json!({"required": ["status"], "anyOf": [{"required": ["asserted_by"]}, {"required": ["sources"]}]}),
            );
        }
        _ => {}
    }
}

fn finish_field(of: &str, field: &str, schema: &mut Map<String, Value>) {
    // No field is ever null: what the sources do not say is left out.
    if let Some(Value::Array(types)) = schema.get("type").cloned() {
        let kept: Vec<Value> = types
            .into_iter()
            .filter(|kind| *kind != json!("null"))
            .collect();
        if let [only] = kept.as_slice() {
            schema.insert("type".into(), only.clone());
        }
    }
    if let Some(Value::Array(any)) = schema.remove("anyOf") {
        for (key, value) in any.into_iter().filter_map(of_reference).flatten() {
            schema.insert(key, value);
        }
    }
    for (of_type, name, example) in EXAMPLES {
        if (of_type, name) == (of, field) {
            let example = serde_json::from_str(example).unwrap_or_else(|_| json!(example));
            schema.insert("examples".into(), json!([example]));
        }
    }
    for (of_type, name, most) in LENGTHS {
        if (of_type, name) == (of, field) {
            schema.insert("maxLength".into(), json!(most));
        }
    }
    let is_text = schema.get("type") == Some(&json!("string"));
    // A prefix may be a space, and whether a quotation may be empty its report says.
    if is_text && !matches!(field, "prefix" | "suffix") {
        schema.insert("pattern".into(), json!("\\S"));
    }
    let id =
        json!({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_ID_CHARS});
    if is_text
        && (IDS.contains(&field) || REFERENCES.contains(&field))
        && !(field == "about" && of != "Statement" && of != "Conflict")
    {
        add_all(schema, &id);
    }
    if let Some(items) = schema.get_mut("items").and_then(Value::as_object_mut)
        && items.get("type") == Some(&json!("string"))
        && REFERENCES.contains(&field)
    {
        add_all(items, &id);
    }
    if schema.get("type") == Some(&json!("array"))
        && schema
            .get("items")
            .is_some_and(|items| items.get("$ref").is_none() || matches!(field, "stance" | "roles"))
    {
        schema.insert("uniqueItems".into(), json!(field != "aliases"));
    }
    match (of, field) {
        ("Statement", "stance" | "reports") | ("Incident", "actors") => {
            schema.insert("minItems".into(), json!(1));
        }
        ("Conflict", "answers") => {
            schema.insert("minItems".into(), json!(2));
        }
        (_, "url") => {
            schema.insert("pattern".into(), json!("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"));
        }
        (_, "language" | "translated_from") => {
            schema.insert(
                "pattern".into(),
                json!("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
            );
        }
        (_, "part") => {
            schema.remove("format");
            schema.insert("minimum".into(), json!(1));
        }
        _ => {}
    }
}

/// The entries of a schema that is no `null`.
fn of_reference(schema: Value) -> Option<Map<String, Value>> {
    match schema {
        Value::Object(schema) if schema.get("type") != Some(&json!("null")) => Some(schema),
        _ => None,
    }
}

/// Descriptions are for editors: links into the Rust documentation become plain words.
fn plain_description(schema: &mut Map<String, Value>) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let mut plain = text
            .replace("[`FORMAT_VERSION`]", "1")
            .replace(['`', '[', ']'], "");
        plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        *text = plain;
    }
}

fn add(schema: &mut Map<String, Value>, key: &str, value: Value) {
    schema.insert(key.to_owned(), value);
}

fn add_all(schema: &mut Map<String, Value>, from: &Value) {
    for (key, value) in from.as_object().into_iter().flatten() {
        schema.insert(key.clone(), value.clone());
    }
}

fn set(schema: &mut Map<String, Value>, path: &[&str], value: Value) {
    if let [key, rest @ ..] = path {
        match rest {
            [] => add(schema, key, value),
            _ => {
                if let Some(inner) = schema.get_mut(*key).and_then(Value::as_object_mut) {
                    set(inner, rest, value);
                }
            }
        }
    }
}

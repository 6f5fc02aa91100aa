//! Pictures as PNG, with the system's fonts or the ones that are named.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{FontResolver, Options, Tree};

use super::faces::by_script;
pub use super::missing::Missing;
use super::setting::SERIF;
use crate::view::svg::FONTS;

/// Faces that are looked for on the system, the first one found is taken: free ones first, with the most scripts.
const FAMILIES: [&str; 8] = [
    "DejaVu Sans",
    "Noto Sans",
    "Liberation Sans",
    "Open Sans",
    "Arial",
    "Helvetica",
    "Helvetica Neue",
    "Segoe UI",
];

/// The same for titles and quotations; where there is none, they are in the face of all else.
const SERIF_FAMILIES: [&str; 5] = [
    "Georgia",
    "Noto Serif",
    "Liberation Serif",
    "Times New Roman",
    "DejaVu Serif",
];

/// Why there is no picture.
#[derive(Debug)]
pub enum Error {
    /// A font file cannot be read.
    Font(PathBuf, std::io::Error),
    /// A font file has no font in it.
    NotAFont(PathBuf),
    /// There is no font.
    NoFont,
    /// The fonts do not have every character.
    Missing(Missing),
    /// The picture cannot be drawn; says why.
    Drawing(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(path, cause) => {
                write!(f, "cannot read the font {}: {cause}", path.display())
            }
            Self::NotAFont(path) => write!(
                f,
                "there is no font in {}; name a .ttf or .otf file",
                path.display()
            ),
            Self::NoFont => write!(
                f,
                "this system has none of the fonts a picture can be set in ({}); install one, such as the package \
                 fonts-dejavu-core, or name font files with --font",
                FAMILIES.join(", ")
            ),
            Self::Missing(missing) => missing.fmt(f),
            Self::Drawing(cause) => write!(f, "the picture cannot be drawn: {cause}"),
        }
    }
}

impl std::error::Error for Error {}

/// Fonts to set pictures in. Reading the system's takes a moment, so they are read once.
#[derive(Clone)]
pub struct Fonts {
    database: Arc<Database>,
    family: String,
}

impl Fonts {
    /// Those of these files, or the system's if none is named.
    ///
    /// # Errors
    /// If a file cannot be read or holds no font, or none is found.
    pub fn load(files: &[PathBuf]) -> Result<Self, Error> {
        let mut database = Database::new();
        let mut family = None;
        for file in files {
            let bytes = std::fs::read(file).map_err(|cause| Error::Font(file.clone(), cause))?;
            let before = database.len();
            database.load_font_data(bytes);
            let mut faces = database.faces().skip(before);
            let face = faces.next().ok_or_else(|| Error::NotAFont(file.clone()))?;
            let name = face.families.first().map(|(name, _)| name.clone());
            family = family.or(name);
        }
        let mut serif = None;
        if files.is_empty() {
            database.load_system_fonts();
            family = first(&database, &FAMILIES);
            serif = first(&database, &SERIF_FAMILIES);
        }
        let family = family.ok_or(Error::NoFont)?;
        database.set_serif_family(serif.unwrap_or_else(|| family.clone()));
        database.set_sans_serif_family(&family);
        Ok(Self {
            database: Arc::new(database),
            family,
        })
    }
}

/// The first of these families that there is.
fn first(database: &Database, families: &[&str]) -> Option<String> {
    let has = |family: &&&str| {
        let query = Query {
            families: &[Family::Name(family)],
            ..Query::default()
        };
        database.query(&query).is_some()
    };
    families.iter().find(has).map(|&family| family.to_owned())
}

/// An SVG document as PNG, `scale` times its size.
///
/// # Errors
/// If it is no sound SVG, or too large to be held, or has characters that no font has.
pub fn draw(svg: &str, scale: f32, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let failed = |cause: &dyn fmt::Display| Error::Drawing(cause.to_string());
    // The document asks for what a browser has; here there is one family of each kind.
    let asks = |faces: &str| ["font-family=\"", faces, "\""].concat();
    let svg = svg.replace(&asks(FONTS), &asks("sans-serif"));
    let svg = svg.replace(&asks(SERIF), &asks("serif"));
    let svg = by_script(&svg, &fonts.database);
    let options = Options {
        font_family: fonts.family.clone(),
        fontdb: fonts.database.clone(),
        // Each letter has its font by now: another one would take the whole line.
        font_resolver: FontResolver {
            select_fallback: Box::new(|_, _, _| None),
            ..FontResolver::default()
        },
        ..Options::default()
    };
    let tree = Tree::from_str(&svg, &options).map_err(|cause| failed(&cause))?;
    if let Some(missing) = Missing::of(&tree) {
        return Err(Error::Missing(missing));
    }
    let size = tree.size().to_int_size().scale_by(scale);
    let size = size.ok_or_else(|| Error::Drawing("it has no size".into()))?;
    let mut pixels = Pixmap::new(size.width(), size.height())
        .ok_or_else(|| Error::Drawing("it is too large".into()))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|cause| failed(&cause))
}

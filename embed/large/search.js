/** Texts as they are searched. */

/**
 * Letters that are searched as others: they have no accent that normalisation could take off, or are another language's form
 * of the same letter. "ـ" only makes a word longer, and goes.
 */
const ALIKE = { ı: "i", ł: "l", đ: "d", ð: "d", ø: "o", ħ: "h", ß: "ss", æ: "ae", œ: "oe", ς: "σ", ي: "ی", ى: "ی", ك: "ک", ة: "ه", ـ: "" };
const OTHERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");
/** Marks ignored in search, where they are optional; in other scripts they are vowels. */
const ACCENTS = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{M}+/gu;

/** A text as it is searched: without case and accents, whatever the reader's language. */
export const folded = (text) =>
  text.normalize("NFD").replace(ACCENTS, "$1").toLowerCase().replace(OTHERS, (letter) => ALIKE[letter]);

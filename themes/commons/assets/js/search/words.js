// Words as search compares them: case, accents and other marks don't count, so "jose" finds José and "strasse" Straße.

// Letters that Unicode doesn't take apart, and Arabic ones that people write for each other.
const ALIKE = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", þ: "th", ı: "i", ŋ: "n",
  ى: "ي", ة: "ه", ک: "ك", ی: "ي", ς: "σ",
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");
// Accents, Hebrew points, Arabic vowel signs and the stroke that only lengthens a word. In other scripts marks are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]/gu;
// C++ and C# are words too.
const WORD = /[\p{L}\p{N}\p{M}\u0640]+(?:[+#]+(?![\p{L}\p{N}]))?/gu;
// Where no spaces stand between words, each sign is one.
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter])
    .normalize("NFC");

// Every word of the text with its place: [start, end, folded word].
export const pieces = (text) => {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    if (!SPACELESS.test(match[0])) {
      found.push([match.index, match.index + match[0].length, fold(match[0])]);
      continue;
    }
    let place = match.index;
    for (const sign of match[0]) {
      found.push([place, place + sign.length, fold(sign)]);
      place += sign.length;
    }
  }
  return found;
};

export const words = (text) => pieces(text).map(([, , word]) => word).filter(Boolean);

/**
 * What people type into a search box, as syllables without marks. Vietnamese typed with the keyboard layout off leaves
 * its keystrokes behind ("nguyeenx" by Telex, "nguye6n4" by VNI); those are undone here.
 */
import { searchText } from "#foundation/i18n/index.ts";

/** The syllables of a text: lower case, without marks, without punctuation. */
export function syllablesOf(text: string): readonly string[] {
  return searchText(text).match(/[a-z0-9]+/g) ?? [];
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The syllable with its marks, its tone moved to the end, so that "hòa" and "hoà" are one. */
function markedSyllable(syllable: string): string {
  const decomposed = syllable.normalize("NFD");
  const tone = decomposed.match(toneMarks)?.[0] ?? "";
  return decomposed.replace(toneMarks, "").normalize("NFC") + tone;
}

/** As `syllablesOf`, marks kept. Both lists run in step. */
export function markedSyllablesOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map(markedSyllable);
}

const repeatedLetter = /([a-z])\1+/g;

/** No syllable holds s, f, r, x, j, z or w after its first vowel: there they are Telex keys. */
function withoutTelex(syllable: string): string {
  const firstVowel = syllable.search(/[aeiouyw]/);
  if (firstVowel < 0) return syllable;
  const onset = syllable.slice(0, firstVowel);
  const rime = syllable
    .slice(firstVowel)
    .replace(/^w/, "u")
    .replace(/[sfrxjzw]/g, "");
  return (onset + rime).replace(repeatedLetter, "$1");
}

/** VNI writes marks as digits after the letter: d9, a6, o7, e6, and 1 to 5 for the tone. */
function withoutVni(syllable: string): string {
  return /^[a-z]/.test(syllable) ? syllable.replace(/[0-9]/g, "") : syllable;
}

/** The syllables somebody may have meant by what they typed, what stands there first. */
export function readingsOf(typed: string): readonly string[] {
  return [...new Set([typed, typed.replace(repeatedLetter, "$1"), withoutVni(typed), withoutTelex(typed)])].filter(
    (reading) => reading !== "",
  );
}

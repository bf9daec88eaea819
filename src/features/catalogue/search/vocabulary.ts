/** Every word that occurs in the catalogue, and which of them a typed word may stand for. */
import { readingsOf } from "./syllables.ts";
import { typingDistance } from "./typing-distance.ts";

export type Match = { readonly wordId: number; readonly closeness: number };

export type Vocabulary = {
  readonly size: number;
  add(word: string): number;
  idOf(word: string): number | undefined;
  /** `isUnfinished`: the word at the end of the box, where the rest may still be typed. */
  matches(typed: string, isUnfinished: boolean): readonly Match[];
  /** "khaisinh" → ["khai", "sinh"], when both halves are known and the whole is not. */
  split(typed: string): readonly [string, string] | undefined;
};

const closeness = {
  same: 1,
  reading: 0.96,
  begins: 0.75,
  oneSlip: 0.6,
  twoSlips: 0.35,
  oneSlipFromKnown: 0.3,
} as const;
// The same words are typed again and again; beyond this many somebody is only filling our memory.
const mostRemembered = 5_000;

function letters(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const masks: number[] = [];
  const remembered = new Map<string, readonly Match[]>();

  const nearby = (typed: string, isUnfinished: boolean): readonly Match[] => {
    const best = new Map<number, number>();
    const offer = (wordId: number, close: number) => {
      if (close > (best.get(wordId) ?? 0)) best.set(wordId, close);
    };
    const readings = readingsOf(typed);
    for (const reading of readings) {
      const wordId = ids.get(reading);
      if (wordId !== undefined) offer(wordId, reading === typed ? closeness.same : closeness.reading);
    }
    const isKnown = best.size > 0;
    for (const reading of readings) {
      const isNumber = /^[0-9]/.test(reading);
      const most = isNumber || reading.length < 3 ? 0 : reading.length < 6 || isKnown ? 1 : 2;
      const mask = letters(reading);
      for (let wordId = 0; wordId < words.length; wordId++) {
        const word = words[wordId] ?? "";
        if (isUnfinished && reading.length >= 2 && word.length > reading.length && word.startsWith(reading)) {
          offer(wordId, closeness.begins);
        }
        if (most === 0 || word.length < 3 || Math.abs(word.length - reading.length) > most) continue;
        // Each slip changes at most two letters of the set.
        if (bitCount(mask ^ (masks[wordId] ?? 0)) > 2 * most) continue;
        const slips = typingDistance(reading, word, most);
        if (slips === 0 || slips > most) continue;
        const close = isKnown ? closeness.oneSlipFromKnown : slips === 1 ? closeness.oneSlip : closeness.twoSlips;
        // A wrong first letter is rare on a keyboard, and halves the chance that this word was meant.
        offer(wordId, word[0] === reading[0] ? close : close / 2);
      }
    }
    return [...best].map(([wordId, close]) => ({ wordId, closeness: close }));
  };

  return {
    get size() {
      return words.length;
    },
    add(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      ids.set(word, words.length);
      masks.push(letters(word));
      remembered.clear();
      return words.push(word) - 1;
    },
    idOf: (word) => ids.get(word),
    matches(typed, isUnfinished) {
      const key = isUnfinished ? `${typed}…` : typed;
      let found = remembered.get(key);
      if (found === undefined) {
        found = nearby(typed, isUnfinished);
        if (remembered.size >= mostRemembered) remembered.clear();
        remembered.set(key, found);
      }
      return found;
    },
    split(typed) {
      if (typed.length < 4 || readingsOf(typed).some((reading) => ids.has(reading))) return undefined;
      for (let at = 2; at <= typed.length - 2; at++) {
        const first = typed.slice(0, at);
        const second = typed.slice(at);
        if (ids.has(first) && ids.has(second)) return [first, second];
      }
      return undefined;
    },
  };
}

/**
 * Finds procedures the way people ask for them. In memory, since a whole country's catalogue is a few thousand short texts
 * and slips of Vietnamese typing need rules that no database dictionary has (docs/adr/0006).
 */
import type { Guidance } from "../guidance.ts";
import type { ProcedureVersion } from "../procedure.ts";
import { markedSyllablesOf, syllablesOf } from "./syllables.ts";
import { createVocabulary, type Match } from "./vocabulary.ts";

export type ProcedureSearch = {
  /** Best first. Nothing for a text that says nothing. */
  find(q: string): readonly ProcedureVersion[];
};

/** How much a word counts by where it stands. */
const weights = { name: 10, everyday: 9, nameEn: 8, event: 4, field: 5, code: 10, result: 3, component: 1.5 } as const;

/** Words that say only that somebody asks; dropped when anything else was said. None means something else without marks. */
const fillers = new Set(
  (
    "toi minh muon xin gi nao thi la dau cua voi mot cac nhung cach hoi giup khi phai duoc " +
    "how to do i want a an the of for my in on at get need where what is please"
  ).split(" "),
);
const fillerPairs = new Set(["thu tuc", "ho so", "the nao", "o dau", "lam sao", "nhu the", "can gi", "huong dan"]);
const mostTyped = 200;
const mostWords = 24;

type Entry = {
  readonly version: ProcedureVersion;
  /** Word ids of the name, in order, and of each everyday phrase: where words stand side by side. */
  readonly phrases: readonly (readonly number[])[];
  readonly markedName: ReadonlySet<string>;
  readonly isMostAsked: boolean;
};

/** Where a word stands, and how much it counts there. */
type Posting = { readonly entryIds: Uint32Array; readonly weights: Float64Array };

type Asked = {
  readonly typed: string;
  readonly marked: string;
  readonly matches: readonly Match[];
  readonly rarity: number;
};

export function createProcedureSearch(versions: readonly ProcedureVersion[], guidance: Guidance): ProcedureSearch {
  const vocabulary = createVocabulary();
  const collected: Map<number, number>[] = [];
  const entries: Entry[] = [];
  const eventsOf = (code: string) => guidance.lifeEvents.filter((event) => event.procedures.includes(code));
  const fieldsByName = new Map(guidance.fields.map((field) => [field.name, field]));

  const index = (entryId: number, text: string, weight: number): readonly number[] =>
    syllablesOf(text).map((syllable) => {
      const wordId = vocabulary.add(syllable);
      let found = collected[wordId];
      if (found === undefined) {
        found = new Map();
        collected[wordId] = found;
      }
      if (weight > (found.get(entryId) ?? 0)) found.set(entryId, weight);
      return wordId;
    });

  for (const version of versions) {
    const { definition, code } = version;
    const entryId = entries.length;
    const name = index(entryId, definition.name, weights.name);
    const nameEn = index(entryId, definition.nameEn, weights.nameEn);
    const everyday = (guidance.everydayWords[code] ?? []).map((words) => index(entryId, words, weights.everyday));
    index(entryId, definition.field, weights.field);
    index(entryId, fieldsByName.get(definition.field)?.nameEn ?? "", weights.field);
    index(entryId, definition.result, weights.result);
    for (const component of definition.components) index(entryId, component.name, weights.component);
    for (const event of eventsOf(code)) {
      for (const words of [event.name, event.nameEn, ...event.words]) index(entryId, words, weights.event);
    }
    entries.push({
      version,
      phrases: [name, nameEn, ...everyday],
      markedName: new Set(markedSyllablesOf(definition.name)),
      isMostAsked: guidance.mostAsked.includes(code),
    });
  }

  // Flat arrays: the commonest words stand in thousands of procedures, and each question walks through them.
  const postings: readonly Posting[] = collected.map((found) => ({
    entryIds: Uint32Array.from(found.keys()),
    weights: Float64Array.from(found.values()),
  }));
  // A word in every name says little, a word in one says nearly all.
  const rarities = postings.map(({ entryIds }) => Math.log(1 + entries.length / entryIds.length));
  const commonest = Math.log(1 + entries.length);

  const askedOf = (q: string): readonly Asked[] => {
    const text = q.slice(0, mostTyped);
    const marked = markedSyllablesOf(text);
    const typed = syllablesOf(text).slice(0, mostWords);
    const isOpen = !/\s$/.test(q);
    const said = typed
      .map((word, at) => ({ word, marked: marked[at] ?? word, isLast: isOpen && at === typed.length - 1 }))
      .flatMap((one) => {
        const halves = vocabulary.split(one.word);
        return halves === undefined ? [one] : halves.map((word) => ({ ...one, word, marked: word }));
      });
    const pairAt = (at: number) => fillerPairs.has(`${said[at]?.word} ${said[at + 1]?.word}`);
    const telling = said.filter(({ word }, at) => !fillers.has(word) && !pairAt(at) && !pairAt(at - 1));
    return (telling.length > 0 ? telling : said).map(({ word, marked, isLast }) => {
      const matches = vocabulary.matches(word, isLast);
      const exact = matches.find((match) => match.closeness >= 0.9);
      const rarity = exact === undefined ? commonest * 0.7 : (rarities[exact.wordId] ?? commonest);
      return { typed: word, marked, matches, rarity };
    });
  };

  /** Neighbours in the question that are neighbours here too: "bán lẻ rượu" is more than its three words. */
  const togetherness = (entry: Entry, asked: readonly Asked[]): number => {
    if (asked.length === 0) return 0;
    let best = 0;
    for (const phrase of entry.phrases) {
      const standsAt = asked.map(({ matches }) => {
        const places: number[] = [];
        for (let at = 0; at < phrase.length; at++) {
          const match = matches.find(({ wordId, closeness }) => wordId === phrase[at] && closeness > 0.5);
          if (match !== undefined) places.push(at);
        }
        return places;
      });
      let pairs = 0;
      for (let at = 1; at < asked.length; at++) {
        if (standsAt[at]?.some((place) => standsAt[at - 1]?.includes(place - 1))) pairs++;
      }
      const held = new Set(standsAt.flat()).size;
      const answered = standsAt.filter((places) => places.length > 0).length / asked.length;
      const coverage = phrase.length === 0 ? 0 : held / phrase.length;
      const order = asked.length > 1 ? pairs / (asked.length - 1) : 0;
      best = Math.max(best, order * 3 + coverage * answered * 4);
    }
    return best;
  };

  const marksAgree = (entry: Entry, asked: readonly Asked[]): number => {
    let agreeing = 0;
    for (const { marked, typed } of asked) {
      if (marked !== typed && entry.markedName.has(marked)) agreeing++;
    }
    return asked.length === 0 ? 0 : agreeing / asked.length;
  };

  const byCode = (q: string): readonly ProcedureVersion[] | undefined => {
    const typed = q.trim();
    if (!/^[0-9][0-9.]{2,}$/.test(typed)) return undefined;
    const digits = typed.replaceAll(".", "");
    return versions.filter(({ code }) => {
      const all = code.replaceAll(".", "");
      return all.startsWith(digits) || all.endsWith(digits);
    });
  };

  return {
    find(q) {
      const byNumber = byCode(q);
      if (byNumber !== undefined && byNumber.length > 0) return byNumber;
      const asked = askedOf(q);
      const wanted = asked.reduce((sum, { rarity }) => sum + rarity, 0);
      if (wanted === 0) return [];

      const scores = new Float64Array(entries.length);
      const shares = new Float64Array(entries.length);
      const bestScores = new Float64Array(entries.length);
      const bestShares = new Float64Array(entries.length);
      for (const { matches, rarity } of asked) {
        // Of all words this one may stand for, only the best counts in each procedure.
        bestScores.fill(0);
        bestShares.fill(0);
        for (const { wordId, closeness } of matches) {
          const posting = postings[wordId];
          if (posting === undefined) continue;
          for (let at = 0; at < posting.entryIds.length; at++) {
            const entryId = posting.entryIds[at] ?? 0;
            const score = closeness * (posting.weights[at] ?? 0);
            if (score > (bestScores[entryId] ?? 0)) bestScores[entryId] = score;
            if (closeness > (bestShares[entryId] ?? 0)) bestShares[entryId] = closeness;
          }
        }
        const part = rarity / wanted;
        for (let entryId = 0; entryId < entries.length; entryId++) {
          scores[entryId] = (scores[entryId] ?? 0) + (bestScores[entryId] ?? 0) * part;
          shares[entryId] = (shares[entryId] ?? 0) + (bestShares[entryId] ?? 0) * part;
        }
      }

      let bestShare = 0;
      for (const share of shares) if (share > bestShare) bestShare = share;
      const enough = Math.max(0.3, bestShare * 0.6);
      const ranked: { entry: Entry; score: number }[] = [];
      for (let entryId = 0; entryId < entries.length; entryId++) {
        const share = shares[entryId] ?? 0;
        const entry = entries[entryId];
        if (entry === undefined || share < enough) continue;
        ranked.push({ entry, score: (scores[entryId] ?? 0) * share });
      }
      ranked.sort((a, b) => b.score - a.score);
      // The finer questions are asked of those only that can still come first.
      const finalists = ranked.slice(0, 60).map(({ entry, score }) => ({
        entry,
        score: score + togetherness(entry, asked) + 1.5 * marksAgree(entry, asked) + (entry.isMostAsked ? 0.8 : 0),
      }));
      finalists.sort((a, b) => b.score - a.score || (a.entry.version.code < b.entry.version.code ? -1 : 1));
      return [...finalists, ...ranked.slice(60)].map(({ entry }) => entry.version);
    },
  };
}

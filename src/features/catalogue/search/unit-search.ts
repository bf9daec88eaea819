/** Finds a ward by its name, also without marks, with a slip, or by the name it bears since a merger. */
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { readingsOf, syllablesOf } from "./syllables.ts";
import { typingDistance } from "./typing-distance.ts";

export type FoundUnit = {
  readonly unit: Unit;
  /** The later name that was asked for. */
  readonly nowPartOf: string | null;
  /** Its whole name was typed, so it is probably what was meant. */
  readonly isWholeName: boolean;
};

const mostTyped = 60;
/** Words that stand before a name and tell nothing apart. */
const kinds = new Set(["phuong", "xa", "p", "x", "ward", "commune", "ubnd", "uy", "ban", "nhan", "dan", "tp"]);

function tellingPart(text: string): readonly string[] {
  const all = syllablesOf(text.slice(0, mostTyped));
  const telling = all.filter((syllable) => !kinds.has(syllable));
  return telling.length > 0 ? telling : all;
}

/** 2: the same words; 1: the same but for one slip; 0: another name. */
function closeness(asked: readonly string[], name: readonly string[]): 0 | 1 | 2 {
  if (asked.length === 0 || asked.length > name.length) return 0;
  let slips = 0;
  for (const [at, syllable] of asked.entries()) {
    const known = name[at] ?? "";
    const isLast = at === asked.length - 1;
    if (readingsOf(syllable).some((reading) => reading === known || (isLast && known.startsWith(reading)))) continue;
    if (syllable.length < 3 || typingDistance(syllable, known, 1) > 1) return 0;
    slips++;
  }
  return slips === 0 ? 2 : slips === 1 ? 1 : 0;
}

export function findWards(organisation: Organisation, q: string, limit = 5): readonly FoundUnit[] {
  const asked = tellingPart(q);
  // One letter begins half of all names.
  if (asked.join("").length < 2) return [];
  const found: (FoundUnit & { readonly rank: number })[] = [];
  for (const unit of organisation.units) {
    if (unit.kind !== "ward" && unit.kind !== "commune") continue;
    const name = tellingPart(unit.shortName);
    const own = closeness(asked, name);
    if (own > 0) {
      found.push({ unit, nowPartOf: null, isWholeName: own === 2 && asked.length === name.length, rank: own + 2 });
      continue;
    }
    for (const successor of unit.laterChanges.flatMap(({ successors }) => successors)) {
      const later = closeness(asked, tellingPart(successor));
      if (later === 0) continue;
      found.push({ unit, nowPartOf: successor, isWholeName: false, rank: later });
      break;
    }
  }
  return found.sort((a, b) => b.rank - a.rank).slice(0, limit);
}

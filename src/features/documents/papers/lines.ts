/** Text broken into lines of runs. Pure: it is told how wide a text is. */
import type { Face } from "./typefaces.ts";

export type Run = { readonly text: string; readonly face?: Face };
export type Line = { readonly runs: readonly Required<Run>[]; readonly width: number; readonly isLast: boolean };
export type Measure = (text: string, face: Face) => number;

type Word = { readonly text: string; readonly face: Face; readonly width: number; readonly joinsNext: boolean };

/** `indent` shortens the first line of each paragraph. */
export function breakLines(runs: readonly Run[], fullWidth: number, measure: Measure, indent = 0): readonly Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let width = 0;
  let maxWidth = fullWidth - indent;

  const close = (isLast: boolean) => {
    lines.push({ runs: joined(words), width, isLast });
    words = [];
    width = 0;
    maxWidth = isLast ? fullWidth - indent : fullWidth;
  };

  for (const paragraph of paragraphs(runs)) {
    const tokens = paragraph.flatMap((run, at) => toWords(run, paragraph[at + 1], measure));
    let group: Word[] = [];
    for (const token of tokens) {
      group.push(token);
      if (token.joinsNext) continue;
      for (const part of fitting(group, maxWidth, measure)) {
        const space = words.length === 0 ? 0 : measure(" ", words.at(-1)?.face ?? "regular");
        const partWidth = part.reduce((sum, word) => sum + word.width, 0);
        if (words.length > 0 && width + space + partWidth > maxWidth) {
          close(false);
          width = partWidth;
        } else {
          width += space + partWidth;
        }
        words.push(...part);
      }
      group = [];
    }
    close(true);
  }
  return lines;
}

/** A line break somebody typed starts a new paragraph. */
function paragraphs(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text
      .normalize("NFC")
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .entries()) {
      if (at > 0) found.push([]);
      found.at(-1)?.push({ ...run, text });
    }
  }
  return found;
}

/** A run may end in the middle of a word: "Số: " and "12" are two words, "H56" and "," are one. */
function toWords(run: Run, next: Run | undefined, measure: Measure): Word[] {
  const face = run.face ?? "regular";
  const runsOn = next !== undefined && /^[^ \t]/.test(next.text);
  return [...run.text.matchAll(/[^ \t]+/g)].map((match) => {
    const end = match.index + match[0].length;
    return { text: match[0], face, width: measure(match[0], face), joinsNext: runsOn && end === run.text.length };
  });
}

/** A word that is longer than the line is cut, after a stroke or a hyphen if it has one, so that nothing runs off the paper. */
function fitting(group: readonly Word[], maxWidth: number, measure: Measure): Word[][] {
  if (group.reduce((sum, word) => sum + word.width, 0) <= maxWidth) return [[...group]];
  const parts: Word[][] = [];
  for (const word of group) {
    const part = (text: string) => {
      parts.push([{ ...word, text, width: measure(text, word.face), joinsNext: false }]);
    };
    let piece = "";
    for (const letter of word.text) {
      if (piece !== "" && measure(piece + letter, word.face) > maxWidth) {
        const cut = Math.max(piece.lastIndexOf("/"), piece.lastIndexOf("-")) + 1;
        const at = cut > 1 ? cut : piece.length;
        part(piece.slice(0, at));
        piece = piece.slice(at);
      }
      piece += letter;
    }
    part(piece);
  }
  return parts;
}

/** Words of the same face become one run again; a space stands between words that were apart. */
function joined(words: readonly Word[]): Required<Run>[] {
  const runs: { text: string; face: Face }[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const space = before !== undefined && !before.joinsNext ? " " : "";
    const last = runs.at(-1);
    if (last && last.face === word.face) last.text += space + word.text;
    else {
      if (last && space !== "") last.text += " ";
      runs.push({ text: word.text, face: word.face });
    }
  }
  return runs;
}

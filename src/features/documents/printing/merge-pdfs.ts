/**
 * Many papers as one file to be printed. What was issued is copied object by object as it is, page for page, with its tags;
 * only numbers change. The signatures cannot come along, since each stands for a file of its own: what they show on the page
 * does. Knows the files that this program writes, and refuses others.
 */
import {
  objectBytes,
  type PdfStructure,
  PdfStructureError,
  pageNumbers,
  readStructure,
} from "../signing/pdf-structure.ts";

/** Numbers of the objects every merged file begins with. */
const catalogNo = 1;
const pagesNo = 2;
const treeNo = 3;
const infoNo = 4;

export function mergePdfs(papers: readonly Buffer[], title: string): Buffer {
  const target = openTarget();
  const pages: number[] = [];
  const documents: number[] = [];
  const marks: string[] = [];
  for (const paper of papers) {
    const copied = copyPaper(target, paper, marks.length);
    pages.push(...copied.pages);
    documents.push(...copied.documents);
    marks.push(...copied.marks);
  }
  const references = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(" ");
  target.set(
    catalogNo,
    `<< /Type /Catalog /Pages ${pagesNo} 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot ${treeNo} 0 R` +
      " /ViewerPreferences << /DisplayDocTitle true >> >>",
  );
  target.set(pagesNo, `<< /Type /Pages /Count ${pages.length} /Kids [${references(pages)}] >>`);
  const nums = marks.map((list, key) => `${key} [${list}]`).join("\n");
  target.set(
    treeNo,
    `<< /Type /StructTreeRoot /K [${references(documents)}] /ParentTreeNextKey ${marks.length} /ParentTree << /Nums [\n${nums}\n] >> >>`,
  );
  const titleHex = Buffer.from(`\ufeff${title.normalize("NFC")}`, "utf16le")
    .swap16()
    .toString("hex");
  target.set(infoNo, `<< /Title <${titleHex}> /Producer (motcua) >>`);
  return target.finish();
}

type Target = ReturnType<typeof openTarget>;

function openTarget() {
  const objects = new Map<number, Buffer>();
  let last = infoNo;
  return {
    take(): number {
      last += 1;
      return last;
    },
    set(number: number, dictionary: string, stream?: Buffer): void {
      const parts: Buffer[] = [Buffer.from(`${number} 0 obj\n${dictionary}\n`, "latin1")];
      if (stream !== undefined) parts.push(Buffer.from("stream\n"), stream, Buffer.from("\nendstream\n"));
      objects.set(number, Buffer.concat([...parts, Buffer.from("endobj\n")]));
    },
    finish(): Buffer {
      const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n", "latin1")];
      let at = parts[0]?.length ?? 0;
      let table = `xref\n0 ${last + 1}\n0000000000 65535 f \n`;
      for (let number = 1; number <= last; number += 1) {
        const object = objects.get(number);
        if (object === undefined) throw new Error(`Object ${number} was taken and never written`);
        table += `${String(at).padStart(10, "0")} 00000 n \n`;
        parts.push(object);
        at += object.length;
      }
      table += `trailer\n<< /Size ${last + 1} /Root ${catalogNo} 0 R /Info ${infoNo} 0 R >>\nstartxref\n${at}\n%%EOF\n`;
      return Buffer.concat([...parts, Buffer.from(table, "latin1")]);
    },
  };
}

/** Copies the pages of a paper and all that hangs on them. `firstKey`: of the marks of its first page in the new tree. */
function copyPaper(target: Target, pdf: Buffer, firstKey: number) {
  const structure = readStructure(pdf);
  const catalog = dictionaryOf(pdf, structure, structure.root);
  const tree = Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1]);
  const treeText = dictionaryOf(pdf, structure, tree);
  const lists = new Map(
    [...treeText.matchAll(/(\d+) \[((?:\d+ 0 R\s?)*)\]/g)].map(([, key, list = ""]) => [Number(key), list]),
  );
  const pageNos = pageNumbers(pdf, structure);
  // The parent of pages and the root of tags are one for all papers.
  const renumbered = new Map<number, number>([[tree, treeNo]]);
  const pagesRoot = Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1]);
  renumbered.set(pagesRoot, pagesNo);
  const waiting: number[] = [];
  const numberOf = (old: number): number => {
    const known = renumbered.get(old);
    if (known !== undefined) return known;
    const number = target.take();
    renumbered.set(old, number);
    waiting.push(old);
    return number;
  };
  const moved = (text: string) => renumber(text, numberOf);

  const pages = pageNos.map(numberOf);
  const documents = [...(/\/K \[([^\]]*)\]/.exec(treeText)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, number]) =>
    numberOf(Number(number)),
  );
  const marks: string[] = [];
  const keys = new Map<number, number>();
  for (const pageNo of pageNos) {
    const key = Number(/\/StructParents (\d+)/.exec(dictionaryOf(pdf, structure, pageNo))?.[1]);
    const list = lists.get(key);
    if (list === undefined) throw new PdfStructureError(`Page ${pageNo} has no place in the tree of tags`);
    keys.set(key, firstKey + marks.length);
    marks.push(moved(list));
  }
  for (let old = waiting.pop(); old !== undefined; old = waiting.pop()) {
    const { dictionary, stream } = objectBytes(pdf, structure, old);
    const shown = asStamp(dictionary).replace(/\/StructParents (\d+)/, (_, key) => {
      return `/StructParents ${keys.get(Number(key))}`;
    });
    target.set(numberOf(old), moved(shown), stream);
  }
  return { pages, documents, marks };
}

function dictionaryOf(pdf: Buffer, structure: PdfStructure, number: number): string {
  return objectBytes(pdf, structure, number).dictionary;
}

/** References anywhere but within texts, which may say "12 0 R" and mean it. */
function renumber(text: string, numberOf: (old: number) => number): string {
  return text.replace(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b/g, (whole, old?: string) =>
    old === undefined ? whole : `${numberOf(Number(old))} 0 R`,
  );
}

/** The field of a signature shows a frame; as a stamp it shows the same, and claims nothing. */
function asStamp(dictionary: string): string {
  if (!dictionary.includes("/Subtype /Widget")) return dictionary;
  const part = (pattern: RegExp) => pattern.exec(dictionary)?.[0] ?? "";
  const said = part(/\/TU <[0-9A-F]*>/).replace("/TU", "/Contents");
  return `<< /Type /Annot /Subtype /Stamp /F 4 ${said} ${part(/\/Rect \[[^\]]*\]/)} ${part(/\/P \d+ 0 R/)} ${part(/\/AP << [^>]*>>/)} >>`;
}

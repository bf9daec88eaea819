/**
 * Adds signatures to a PDF, each as a revision of its own after the bytes that were there, so that an earlier signature
 * stays valid under a later one. PAdES: SubFilter ETSI.CAdES.detached.
 */
import { createHash } from "node:crypto";
import type { SignatureField } from "../papers/signature-block.ts";
import { signedAttributes, signedData } from "./cms.ts";
import { objectText, pageNumber, readStructure } from "./pdf-structure.ts";
import type { Signer, SignerIdentity } from "./signer.ts";

/** Room for the signature, in bytes: two certificates and, one day, a time stamp. */
const signatureRoom = 7168;

export type SignatureOrder = {
  readonly identity: SignerIdentity;
  /** Where the signature shows itself. */
  readonly field: SignatureField;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
};

export async function signPdf(pdf: Buffer, orders: readonly SignatureOrder[], signer: Signer): Promise<Buffer> {
  let signed = pdf;
  for (const order of orders) signed = await addSignature(signed, order, signer);
  return signed;
}

async function addSignature(pdf: Buffer, order: SignatureOrder, signer: Signer): Promise<Buffer> {
  const certificates = await signer.certificatesOf(order.identity);
  const [certificate] = certificates;
  if (!certificate) throw new Error("The signer has no certificate");
  const { file, contentsAt, contentsEnd } = withPlaceholder(pdf, order);
  const fileHash = createHash("sha256")
    .update(file.subarray(0, contentsAt))
    .update(file.subarray(contentsEnd))
    .digest();
  const attributes = signedAttributes(fileHash, certificate);
  const signature = await signer.sign(order.identity, createHash("sha256").update(attributes).digest());
  const cms = signedData({ certificates, attributes, signature });
  if (cms.length > signatureRoom) throw new Error(`A signature of ${cms.length} bytes does not fit`);
  file.write(cms.toString("hex"), contentsAt + 1, "latin1");
  return file;
}

/** The file with everything but the signature itself, for which room is left. */
function withPlaceholder(pdf: Buffer, order: SignatureOrder) {
  const structure = readStructure(pdf);
  const { field } = order;
  const page = pageNumber(pdf, structure, field.page);
  const pageText = objectText(pdf, structure, page);
  const catalogText = objectText(pdf, structure, structure.root);
  const [signatureObject, looksObject, fieldObject] = [structure.size, structure.size + 1, structure.size + 2];
  const existing = [...(/\/Fields \[([^\]]*)\]/.exec(catalogText)?.[1] ?? "").matchAll(/\d+ 0 R/g)].length;
  const name = `${field.by}${existing + 1}`;

  const height = Number(/\/MediaBox \[[\d.]+ [\d.]+ [\d.]+ ([\d.]+)\]/.exec(pageText)?.[1] ?? "842");
  const rectangle = [field.x, height - field.y - field.height, field.x + field.width, height - field.y].map(figure);
  const looks = looksOf(field);

  const contents = `<${"0".repeat(signatureRoom * 2)}>`;
  const rangePlaceholder = `[0 ${"*".repeat(10)} ${"*".repeat(10)} ${"*".repeat(10)}]`;
  const objects: [number, string][] = [
    [
      signatureObject,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${rangePlaceholder}` +
        ` /Contents ${contents} /M (${pdfTime(order.at)}) /Name ${pdfText(order.identity.name)}` +
        ` /Reason ${pdfText(order.reason)} /Location ${pdfText(order.location)} >>`,
    ],
    [
      looksObject,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 ${figure(field.width)} ${figure(field.height)}] /Resources << >>` +
        ` /Length ${looks.length} >>\nstream\n${looks}\nendstream`,
    ],
    [
      fieldObject,
      // Printed, and locked: 4 + 128.
      `<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (${name}) /TU ${pdfText(`${order.reason}: ${order.identity.name}`)}` +
        ` /Rect [${rectangle.join(" ")}] /P ${page} 0 R /V ${signatureObject} 0 R /AP << /N ${looksObject} 0 R >> >>`,
    ],
    [page, withReference(pageText, "Annots", fieldObject)],
    [structure.root, withField(catalogText, fieldObject)],
  ];

  let body = "\n";
  const offsets = new Map<number, number>();
  for (const [number, text] of objects) {
    offsets.set(number, pdf.length + body.length);
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const xrefAt = pdf.length + body.length;
  const id = createHash("sha256").update(pdf).digest("hex").slice(0, 32);
  body +=
    `${xrefTable(offsets)}trailer\n<< /Size ${structure.size + 3} /Root ${structure.root} 0 R` +
    `${structure.info === null ? "" : ` /Info ${structure.info}`} /ID [${structure.id} <${id}>] /Prev ${structure.xrefAt} >>\n` +
    `startxref\n${xrefAt}\n%%EOF\n`;

  const contentsAt = pdf.length + body.indexOf(contents);
  const contentsEnd = contentsAt + contents.length;
  const total = pdf.length + body.length;
  const range = `[0 ${contentsAt} ${contentsEnd} ${total - contentsEnd}]`.padEnd(rangePlaceholder.length);
  // Everything written here is within ASCII, so that a character is a byte.
  const file = Buffer.concat([pdf, Buffer.from(body.replace(rangePlaceholder, range), "latin1")]);
  return { file, contentsAt, contentsEnd };
}

function xrefTable(offsets: ReadonlyMap<number, number>): string {
  const rows = [...offsets].toSorted(([a], [b]) => a - b);
  let table = "xref\n";
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]?.[0] === (rows[to - 1]?.[0] ?? 0) + 1) to += 1;
    table += `${rows[from]?.[0]} ${to - from}\n`;
    for (const [, offset] of rows.slice(from, to)) table += `${String(offset).padStart(10, "0")} 00000 n \n`;
    from = to;
  }
  return table;
}

/** Adds a reference to a list in a dictionary, making the list if it is not there. */
function withReference(dictionary: string, key: string, number: number): string {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`);
  const found = list.exec(dictionary);
  if (found) return dictionary.replace(list, `/${key} [${found[1]?.trim()} ${number} 0 R]`);
  return dictionary.replace(/>>$/, `/${key} [${number} 0 R]\n>>`);
}

function withField(catalog: string, number: number): string {
  if (catalog.includes("/AcroForm")) return withReference(catalog, "Fields", number);
  return catalog.replace(/>>$/, `/AcroForm << /SigFlags 3 /Fields [${number} 0 R] >>\n>>`);
}

const colours = { official: "0.043 0.247 0.541", unit: "0.702 0.078 0.106" } as const;

/** A frame around what the page says of the signature: the page holds the words, so that they can be read aloud. */
function looksOf(field: SignatureField): string {
  const inset = 0.5;
  return `q ${colours[field.by]} RG 0.9 w ${inset} ${inset} ${figure(field.width - 2 * inset)} ${figure(field.height - 2 * inset)} re S Q`;
}

function figure(value: number): string {
  return value.toFixed(2);
}

/** UTF-16 in hexadecimal digits: any language, and nothing to escape. */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text.normalize("NFC"), "utf16le").swap16().toString("hex").toUpperCase()}>`;
}

/** In the city's time, with its zone. */
function pdfTime(at: Date): string {
  const city = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `D:${city.replace(/[-:T]/g, "").slice(0, 14)}+07'00'`;
}

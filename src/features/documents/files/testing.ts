import { deflateRawSync } from "node:zlib";

/** The smallest files of each kind, for tests: here and in other features. */

export function aPdf(text = "Giấy khai sinh"): Buffer {
  const objects = [
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n% ${text}\n`,
  ];
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object) => {
    const at = Buffer.byteLength(body);
    body += object;
    return at;
  });
  const xrefAt = Buffer.byteLength(body);
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(
    `${body}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${xrefAt}\n%%EOF\n`,
  );
}

export function aPng(width = 1, height = 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const part = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, part("IHDR", head), part("IDAT", Buffer.alloc(2)), part("IEND", Buffer.alloc(0))]);
}

export function aJpg(width = 2, height = 2): Buffer {
  const frame = Buffer.alloc(19);
  frame.set([0xff, 0xc0, 0, 17, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame, Buffer.from([0xff, 0xd9])]);
}

export function aHeic(): Buffer {
  const box = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + data.length);
    head.write(name, 4, "latin1");
    return Buffer.concat([head, data]);
  };
  return Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0mif1heic")), box("mdat", Buffer.alloc(64))]);
}

/** An archive of the given files, packed. */
export function anArchive(files: { readonly [name: string]: string | Buffer }): Buffer {
  const bodies: Buffer[] = [];
  const listing: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(plain.length, 8);
    const nameBytes = Buffer.alloc(2);
    nameBytes.writeUInt16LE(Buffer.byteLength(name));
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, nameBytes]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.alloc(2), Buffer.from(name), packed]);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    const entryRest = Buffer.concat([Buffer.alloc(12), offset, Buffer.from(name)]);
    listing.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, entryRest);
    bodies.push(local);
    at += local.length;
  }
  const table = Buffer.concat(listing);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, table, end]);
}

export function aDocx(): Buffer {
  return anArchive({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" });
}

export function anXlsx(): Buffer {
  return anArchive({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
}

/** A file as it arrives over the network: in pieces. */
export async function* arriving(content: Buffer, pieceBytes = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

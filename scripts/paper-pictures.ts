/**
 * Makes the pictures of docs/papers.md anew: the forms of the one-stop office in both sets, from the templates of the sample
 * city with sample data, marked MẪU. `node scripts/paper-pictures.ts` with the pinned Node; needs `pdftoppm` (poppler).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { specimensOf } from "../src/features/documents/papers/specimens.ts";
import { readPaperTemplates } from "../src/features/documents/papers/template.ts";

const project = resolve(import.meta.dirname, "..");
const pictures = join(project, "docs/pictures/papers");
const forms = ["receipt", "supplementRequest", "refusal", "apology", "stopNotice", "controlSlip", "register"];
/** Dots an inch: small enough for a page of text, large enough to be read. */
const dots = { A4: 72, A5: 96 };
const mostBytes = 60 * 1024;

const templates = readPaperTemplates(join(project, "cities/thanh-hoa-2020"));
const specimens = specimensOf(templates, {
  origin: "https://motcua.example",
  ward: "Ủy ban nhân dân phường Lam Sơn",
  unit: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  place: "Lam Sơn",
  city: "Ủy ban nhân dân thành phố Thanh Hóa",
  division: "Phòng Tài nguyên và Môi trường",
  cityPlace: "Thanh Hóa",
  isSpecimen: true,
});

mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "paper-pictures-"));
for (const key of forms) {
  const specimen = specimens.find((one) => one.key === key);
  if (specimen === undefined) throw new Error(`There is no paper ${key}`);
  for (const { name } of specimen.profiles) {
    const { pdf } = await specimen.set(name);
    const isSmall = pdf.includes("/MediaBox [0 0 419.");
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    const picture = join(pictures, `${key}-${name}`);
    const resolution = String(isSmall ? dots.A5 : dots.A4);
    const done = spawnSync("pdftoppm", ["-r", resolution, "-singlefile", file], { maxBuffer: 64 * 1024 * 1024 });
    if (done.error !== undefined || done.status !== 0)
      throw new Error("pdftoppm is needed: apt-get install poppler-utils");
    writeFileSync(`${picture}.png`, inSixteenColours(done.stdout));
    const { size } = statSync(`${picture}.png`);
    console.log(`${key}-${name}.png ${Math.ceil(size / 1024)} KB`);
    if (size > mostBytes) throw new Error(`${key}-${name}.png is larger than ${mostBytes / 1024} KB`);
  }
}
rmSync(folder, { recursive: true });

/** Papers are black, blue and red on white: sixteen colours show them in a quarter of the bytes. Takes a PPM, gives a PNG. */
function inSixteenColours(ppm: Buffer): Buffer {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString("latin1", 0, 40));
  if (head === null) throw new Error("pdftoppm gave no picture");
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = ppm.subarray(head[0].length);
  const palette = [...shades(0, 0, 0, 8), ...shades(0x0b, 0x3f, 0x8a, 4), ...shades(0xb3, 0x14, 0x1b, 4)];
  const nearest = new Map<number, number>();
  const colourOf = (at: number): number => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const key = (red << 16) | (green << 8) | blue;
    const known = nearest.get(key);
    if (known !== undefined) return known;
    const far = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    const found = far.indexOf(Math.min(...far));
    nearest.set(key, found);
    return found;
  };
  const rowBytes = Math.ceil(width / 2);
  const rows = Buffer.alloc(height * (rowBytes + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (rowBytes + 1) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (colourOf((y * width + x) * 3) << (x % 2 === 0 ? 4 : 0));
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", size),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** From the colour itself to white. */
function shades(
  red: number,
  green: number,
  blue: number,
  count: number,
): readonly (readonly [number, number, number])[] {
  return Array.from({ length: count }, (_, at) => {
    const lighter = (part: number) => Math.round(part + ((255 - part) * at) / (count - 1 + (count === 8 ? 0 : 1)));
    return [lighter(red), lighter(green), lighter(blue)] as const;
  });
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * What setting and signing a paper costs: every kind with its sample data, in turns, so that no kind has the quiet minutes to
 * itself. On a busy machine time on the wall measures the neighbours; CPU time stands beside it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openLocalSigner, readPaperTemplates, type SetPaper, signPdf } from "#features/documents/index.ts";
import { specimensOf } from "#features/documents/papers/specimens.ts";
import { systemClock } from "#foundation/clock/index.ts";

const rounds = 25;
const targets = { renderMs: 40, signMs: 25 };

const city = resolve(import.meta.dirname, "../../cities/thanh-hoa-2020");
const specimens = specimensOf(readPaperTemplates(city), {
  origin: "https://motcua.example",
  ward: "Ủy ban nhân dân phường Lam Sơn",
  unit: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  place: "Lam Sơn",
  city: "Ủy ban nhân dân thành phố Thanh Hóa",
  division: "Phòng Tài nguyên và Môi trường",
  cityPlace: "Thanh Hóa",
  isSpecimen: false,
});
const folder = mkdtempSync(join(tmpdir(), "motcua-bench-papers-"));
const signer = await openLocalSigner({ folder, clock: systemClock });

function sign({ pdf, signatures }: SetPaper): Promise<Buffer> {
  const orders = signatures.map((field) => ({
    field,
    reason: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    location: "Lam Sơn",
    at: new Date(),
    identity: { kind: field.by, id: field.by, name: "Nguyễn Thị Thanh Thủy", organisation: "UBND phường Lam Sơn" },
  }));
  return signPdf(pdf, orders, signer);
}

type Cost = { readonly wall: number; readonly cpu: number };
async function costOf<Made>(make: () => Promise<Made>): Promise<readonly [Made, Cost]> {
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const made = await make();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return [made, { wall, cpu: (user + system) / 1000 }];
}

const costs = specimens.map((specimen) => ({
  specimen,
  render: [] as Cost[],
  sign: [] as Cost[],
  signatures: 0,
  kilobytes: 0,
}));
for (let round = -3; round < rounds; round += 1) {
  for (const cost of costs) {
    const profile = cost.specimen.profiles.at(0)?.name;
    if (profile === undefined) continue;
    const [set, render] = await costOf(() => cost.specimen.set(profile));
    const [signed, signing] = await costOf(() => sign(set));
    if (round < 0) continue;
    cost.render.push(render);
    cost.sign.push(signing);
    cost.signatures = set.signatures.length;
    cost.kilobytes = Math.round(signed.length / 1024);
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (list: readonly Cost[], of: keyof Cost) =>
  Number((list.map((cost) => cost[of]).toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0).toFixed(1));
const rows = costs.map(({ specimen, render, sign: signing, signatures, kilobytes }) => ({
  paper: specimen.key,
  renderMs: median(render, "wall"),
  renderCpuMs: median(render, "cpu"),
  signMs: median(signing, "wall"),
  signCpuMs: median(signing, "cpu"),
  signatures,
  kilobytes,
}));
console.table(rows);

// 200 results as a leader signs them between two meetings: set, signed twice, one after the other on one core.
const decision = specimens.find(({ key }) => key === "decision");
const [, batch] = await costOf(async () => {
  for (let at = 0; at < 200 && decision !== undefined; at += 1) await sign(await decision.set("vn-2018"));
});
const slowest = (of: "renderMs" | "renderCpuMs" | "signMs" | "signCpuMs") => Math.max(...rows.map((row) => row[of]));
console.log(
  JSON.stringify({
    bench: "papers",
    rounds,
    slowestRenderMs: slowest("renderMs"),
    slowestRenderCpuMs: slowest("renderCpuMs"),
    slowestSignMs: slowest("signMs"),
    slowestSignCpuMs: slowest("signCpuMs"),
    twoHundredDecisionsSeconds: Number((batch.wall / 1000).toFixed(1)),
    twoHundredDecisionsCpuSeconds: Number((batch.cpu / 1000).toFixed(1)),
    targets,
  }),
);

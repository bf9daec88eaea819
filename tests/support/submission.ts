import type { TestProgram } from "./program.ts";

/** A whole one-page PDF whose content is this text, so that different texts give different files. */
export function aPdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 40 100 Td (${text.replace(/[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

export async function anUpload(
  program: Pick<TestProgram, "ask">,
  who: string,
  content: Buffer,
  name = "giấy tờ.pdf",
): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(content)], { type: "application/pdf" }), name);
  const answer = await program.ask(who, "POST", "/api/v1/uploads", form);
  if (answer.status !== 201) throw new Error(`Upload refused: ${answer.bytes.toString()}`);
  return answer.json.uploadId;
}

let serial = 0;

/** A birth registration with everything it needs, on the published form's own example. */
export async function aBirthRegistration(program: Pick<TestProgram, "ask">, who: string, unitCode?: string) {
  return aSubmission(program, who, "1.001193", unitCode);
}

export async function aSubmission(
  program: Pick<TestProgram, "ask">,
  who: string,
  procedureCode: string,
  unitCode?: string,
) {
  const { json: procedure } = await program.ask(null, "GET", `/api/v1/procedures/${procedureCode}`);
  const needed = procedure.components.filter(
    (component: { kind: string; required: boolean }) => component.kind === "document" && component.required,
  );
  const components: { componentKey: string; uploadIds: string[] }[] = [];
  for (const { componentKey } of needed) {
    serial++;
    components.push({ componentKey, uploadIds: [await anUpload(program, who, aPdf(`${componentKey} ${serial}`))] });
  }
  return {
    procedureCode,
    unitCode: unitCode ?? procedure.units[0].code,
    owner: { kind: "citizen", name: "Nguyễn Thị Ánh Tuyết", idNumber: "038190001234", phone: "0912345678" },
    answers: procedure.formSchema.examples[0] as Record<string, unknown>,
    components,
    resultChannel: "online",
  };
}

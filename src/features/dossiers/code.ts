/**
 * Dossier codes: unit id, day of receipt, number within the day (TT 01/2018/TT-VPCP art. 19; unit ids since
 * 20/2020/QĐ-TTg). Four digits at least; the ten-thousandth of a day simply has five.
 */
export function dossierCode(agencyId: string, day: string, number: number): string {
  return `${agencyId}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${String(number).padStart(4, "0")}`;
}

const shape = /^([A-Z0-9]{3}(?:\.[A-Z0-9]{2,3})*)-(\d{6})-(\d{4,})$/;

/** A code as people type it: spaces and letter case forgiven. Undefined when it cannot be one. */
export function readDossierCode(typed: string): string | undefined {
  const code = typed.normalize("NFC").replace(/\s+/g, "").replace(/[–—−]/g, "-").toUpperCase();
  return code.length <= 60 && shape.test(code) ? code : undefined;
}

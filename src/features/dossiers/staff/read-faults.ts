/** What an official writes beside each paper that is missing or wrong, as the forms of the desk send it. */
import type { SupplementFault } from "../decide.ts";

export function readFaults(form: URLSearchParams): readonly SupplementFault[] {
  const faults: SupplementFault[] = [];
  for (const [name, value] of form) {
    const message = value.trim().normalize("NFC");
    if (name.startsWith("loi.") && message !== "") faults.push({ componentKey: name.slice("loi.".length), message });
  }
  const other = form.get("loi-khac")?.trim().normalize("NFC") ?? "";
  if (other !== "") faults.push({ legalBasis: form.get("can-cu") ?? "", message: other });
  return faults;
}

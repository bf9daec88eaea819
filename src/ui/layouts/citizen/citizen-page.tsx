import { Document, type PageProps } from "../document.tsx";

/** The site for everyone: large type, few words, one thing to do. */
export function CitizenPage(props: PageProps) {
  return <Document {...props} site="citizen" />;
}

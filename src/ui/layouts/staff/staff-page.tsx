import type { MastheadSearch } from "#ui/masthead/masthead.tsx";
import { Document, type PageProps } from "../document.tsx";

/** The site for officials: denser, wider, always with a way to a dossier by code, name or ID number. */
export function StaffPage(props: PageProps & { readonly search?: MastheadSearch | undefined }) {
  return <Document {...props} site="staff" isPrivate />;
}

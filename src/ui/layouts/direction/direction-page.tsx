import type { MastheadSearch } from "#ui/masthead/masthead.tsx";
import { Document, type PageProps } from "../document.tsx";

/** The site for those who answer for the whole: figures first, each opening to its dossiers. */
export function DirectionPage(props: PageProps & { readonly search?: MastheadSearch | undefined }) {
  return <Document {...props} site="direction" isPrivate />;
}

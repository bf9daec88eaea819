// What pdfkit 0.20 takes and its published types do not name yet.
import "pdfkit";

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      bbox?: readonly number[];
    }
  }
  namespace PDFKit {
    interface PDFDocument {
      /** More of the metadata (XMP). */
      appendXML(xml: string): void;
    }
    interface PDFStructureElement {
      /** Written when the element is whole and has its place; until then its attributes can be told. */
      readonly dictionary: { readonly data: Record<string, unknown> };
    }
  }
}

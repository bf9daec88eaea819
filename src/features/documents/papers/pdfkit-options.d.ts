// What pdfkit 0.20 takes and its published types do not name yet.
import "pdfkit";

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: "Column" | "Row" | "Both";
      bbox?: readonly number[];
    }
  }
}

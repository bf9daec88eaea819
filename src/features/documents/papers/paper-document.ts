/**
 * A document as papers are kept: PDF/A-2a (ISO 19005-2), with its language, its title and its own description. It says of
 * itself what it is; `pdf-a.test.ts` checks what it promises.
 */
import PDFDocument from "pdfkit";

export type AboutPaper = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly at: Date;
};

export class PaperDocument extends PDFDocument {
  constructor(size: { readonly width: number; readonly height: number }, about: AboutPaper) {
    super({
      size: [size.width, size.height],
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pdfVersion: "1.7",
      subset: "PDF/A-2a",
      tagged: true,
      lang: "vi-VN",
      displayTitle: true,
      bufferPages: true,
      // The typefaces are told by the sheet; left to itself pdfkit would put Helvetica into every paper.
      font: "",
      autoFirstPage: false,
      info: {
        Title: composed(about.title),
        Subject: composed(about.subject),
        Author: composed(about.author),
        Creator: "motcua",
        Producer: "motcua",
        CreationDate: about.at,
        ModDate: about.at,
      },
    });
  }

  /** pdfkit writes names into the metadata as they stand, so that "A & B" would break it, and leaves out what it can. */
  _addInfo(): void {
    const { Title = "", Subject = "", Author = "", CreationDate = new Date(0) } = this.info;
    const at = `${CreationDate.toISOString().slice(0, 19)}Z`;
    this.appendXML(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(Title)}</rdf:li></rdf:Alt></dc:title>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${inXml(Subject)}</rdf:li></rdf:Alt></dc:description>
      <dc:creator><rdf:Seq><rdf:li>${inXml(Author)}</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
      <xmp:CreateDate>${at}</xmp:CreateDate>
      <xmp:ModifyDate>${at}</xmp:ModifyDate>
      <xmp:CreatorTool>motcua</xmp:CreatorTool>
      <pdf:Producer>motcua</pdf:Producer>
    </rdf:Description>`);
  }
}

/** One line as it is written: neither file nor metadata take what cannot be printed. */
function composed(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\p{Cs}]+/gu, " ");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function inXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

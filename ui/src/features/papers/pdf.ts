/** pdf.js, loaded when the first paper is shown; its worker is a file of ours. */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { Source } from "../../transport";
import { transport } from "../../transport";

let library: Promise<typeof import("pdfjs-dist")> | undefined;

function load(): Promise<typeof import("pdfjs-dist")> {
  library ??= import("pdfjs-dist").then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).href;
    return pdfjs;
  });
  return library;
}

/** There is no such paper, or not for this person. */
export class NoPaper extends Error {}

/** Reads a paper. Fonts stand in it, so that no other file is asked for. */
export async function openPaper(source: Source): Promise<PDFDocumentProxy> {
  const [pdfjs, response] = await Promise.all([load(), fetch(transport().url(source), { credentials: "same-origin" })]);
  if (!response.ok) throw new NoPaper(String(response.status));
  const data = new Uint8Array(await response.arrayBuffer());
  return pdfjs.getDocument({ data, isEvalSupported: false }).promise;
}

/** What stands on a page. Read piece by piece: `getTextContent` goes through a stream in a way that WebKitGTK does not know. */
export async function textOf(page: PDFPageProxy): Promise<string> {
  const reader = page.streamTextContent().getReader();
  const texts: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return texts.join(" ");
    for (const item of value.items) texts.push("str" in item ? item.str : "");
  }
}

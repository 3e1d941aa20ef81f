/** All pages of a paper, one below the other, white in dark mode too; each is drawn as sharp as the screen is. */
import { Spin } from "antd";
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist";
import type { ReactElement } from "react";
import { useEffect, useRef, useState } from "react";
import type { Source } from "../../transport";
import { word } from "../../words/i18n";
import { openPaper, textOf } from "./pdf";
import "./papers.css";

/** PDF points to CSS pixels at 100 %. */
const POINT = 96 / 72;

export function PaperPages({
  source,
  zoom,
  onPages,
  onFailed,
}: {
  source: Source;
  /** 1 is the size on paper; nothing: as wide as the place. */
  zoom: number | null;
  onPages?: (pages: number) => void;
  onFailed?: (error: unknown) => void;
}): ReactElement {
  const [pages, setPages] = useState<PDFPageProxy[]>([]);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const told = useRef({ onPages, onFailed });
  told.current = { onPages, onFailed };

  useEffect(() => {
    let paper: PDFDocumentProxy | undefined;
    let gone = false;
    setPages([]);
    setFailed(false);
    const read = async () => {
      paper = await openPaper(source);
      const all: PDFPageProxy[] = [];
      for (let n = 1; n <= paper.numPages && !gone; n += 1) all.push(await paper.getPage(n));
      if (gone) return;
      setPages(all);
      told.current.onPages?.(all.length);
    };
    read().catch((error: unknown) => {
      if (gone) return;
      setFailed(true);
      told.current.onFailed?.(error);
    });
    return () => {
      gone = true;
      void paper?.loadingTask.destroy();
    };
  }, [source]);

  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const watch = new ResizeObserver(() => setRoom(place.clientWidth));
    watch.observe(place);
    setRoom(place.clientWidth);
    return () => watch.disconnect();
  }, []);

  return (
    <div className="paper-pages" ref={box}>
      {failed && (
        <p className="bad" role="alert">
          {word("ui.papers.failed")}
        </p>
      )}
      {!failed && pages.length === 0 && <Spin className="paper-wait" />}
      {room > 0 &&
        pages.map((page, n) => (
          <PaperPage key={page.pageNumber} page={page} of={pages.length} n={n + 1} zoom={zoom} room={room} />
        ))}
    </div>
  );
}

function PaperPage({
  page,
  n,
  of,
  zoom,
  room,
}: {
  page: PDFPageProxy;
  n: number;
  of: number;
  zoom: number | null;
  room: number;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const natural = page.getViewport({ scale: POINT });
  const scale = zoom ?? room / natural.width;
  const width = Math.round(natural.width * scale);
  useEffect(() => {
    const on = canvas.current;
    if (!on) return;
    const viewport = page.getViewport({ scale: POINT * scale * (window.devicePixelRatio || 1) });
    on.width = viewport.width;
    on.height = viewport.height;
    const task: RenderTask = page.render({ canvas: on, viewport });
    // Another zoom takes the place of this drawing; that it was broken off is no failure.
    task.promise.catch(() => {});
    return () => task.cancel();
  }, [page, scale]);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const said = await textOf(page);
      if (!gone) setText(said);
    };
    // The page is seen without, and a page that goes meanwhile has nothing to say.
    read().catch(() => {});
    return () => {
      gone = true;
    };
  }, [page]);
  return (
    <figure className="paper" style={{ width }} aria-label={word("ui.papers.page", { n, of })}>
      <canvas ref={canvas} style={{ width, height: (width * natural.height) / natural.width }} />
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
}

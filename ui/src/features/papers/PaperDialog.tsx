/** A paper as it prints, before it goes to the printer. */
import { Modal } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import type { Source } from "../../transport";
import { word } from "../../words/i18n";
import { PaperPages } from "./PaperPages";
import { PaperTools } from "./PaperTools";

export interface Shown {
  source: Source;
  title: string;
  /** Under which a copy is kept. */
  name: string;
  /** Not issued: it may not leave the house. */
  draft: boolean;
}

export function PaperDialog({ shown, onClose }: { shown: Shown; onClose: () => void }): ReactElement {
  const [zoom, setZoom] = useState<number | null>(null);
  const [pages, setPages] = useState(0);
  return (
    <Modal
      open
      className="paper-dialog"
      width="min(1000px, calc(100vw - 32px))"
      style={{ top: 16, paddingBottom: 0 }}
      title={
        <>
          {shown.title} {shown.draft && <span className="chip">{word("ui.papers.draft")}</span>}
        </>
      }
      footer={null}
      onCancel={onClose}
    >
      <PaperTools source={shown.source} name={shown.name} pages={pages} zoom={zoom} onZoom={setZoom} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keys */}
      <section className="paper-scroll" tabIndex={0} aria-label={shown.title}>
        <PaperPages source={shown.source} zoom={zoom} onPages={setPages} />
      </section>
    </Modal>
  );
}

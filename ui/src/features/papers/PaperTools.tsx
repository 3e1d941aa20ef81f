/** What can be done with a paper that is shown: its size, printing it by the system's viewer, keeping a copy. */
import { Button } from "antd";
import { Download, MoveHorizontal, Printer, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactElement } from "react";
import { useSay } from "../../data/say";
import type { Source } from "../../transport";
import { transport } from "../../transport";
import { word } from "../../words/i18n";

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2];

export function PaperTools({
  source,
  name,
  pages,
  zoom,
  onZoom,
}: {
  source: Source;
  /** The file's name when it is kept. */
  name: string;
  pages: number;
  zoom: number | null;
  onZoom: (zoom: number | null) => void;
}): ReactElement {
  const say = useSay();
  const act = (what: Promise<unknown>) => void what.catch((error: unknown) => say.failed(error));
  const step = (by: 1 | -1) => {
    const at = STEPS.findIndex((one) => one >= (zoom ?? 1));
    onZoom(STEPS[Math.min(STEPS.length - 1, Math.max(0, at + by))] ?? 1);
  };
  const icon = { size: 16, strokeWidth: 1.5 };
  return (
    <div className="paper-tools" role="toolbar" aria-label={word("ui.papers.tools")}>
      <span className="small second">{pages > 0 && word("ui.papers.pages", { n: pages })}</span>
      <Button
        type="text"
        icon={<ZoomOut {...icon} />}
        aria-label={word("ui.papers.smaller")}
        onClick={() => step(-1)}
      />
      <span className="small paper-zoom">{zoom === null ? word("ui.papers.fit") : `${zoom * 100}%`}</span>
      <Button type="text" icon={<ZoomIn {...icon} />} aria-label={word("ui.papers.larger")} onClick={() => step(1)} />
      <Button
        type="text"
        icon={<MoveHorizontal {...icon} />}
        aria-label={word("ui.papers.to_width")}
        aria-pressed={zoom === null}
        onClick={() => onZoom(null)}
      />
      <span className="grow" />
      <Button icon={<Download {...icon} />} onClick={() => act(transport().save(source, name))}>
        {word("ui.papers.save")}
      </Button>
      <Button icon={<Printer {...icon} />} onClick={() => act(transport().open(source))}>
        {word("ui.papers.print")}
      </Button>
    </div>
  );
}

/** How far the house is with something long; asked for while it is under way (CONTRACT.md, The data folder). */
import { useEffect, useState } from "react";
import type { FolderView } from "../../transport";
import { transport } from "../../transport";

const EVERY = 300;

export function useDoing(running: boolean): FolderView["doing"] {
  const [doing, setDoing] = useState<FolderView["doing"]>(null);
  useEffect(() => {
    if (!running) return setDoing(null);
    const timer = window.setInterval(() => {
      void transport()
        .folderState()
        .then((view) => setDoing(view.doing))
        .catch(() => {});
    }, EVERY);
    return () => window.clearInterval(timer);
  }, [running]);
  return doing;
}

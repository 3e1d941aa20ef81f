/**
 * A paste that no field can hold (a whole log, a file that was opened as text) stays out before it is typed: the browser would
 * be busy with it for a minute, and the house would refuse it. What stands in the field stays.
 */
import { App } from "antd";
import { useEffect } from "react";
import { word } from "../words/i18n";

/** Characters; more than the house takes for any text, which says so itself for everything shorter. */
const MOST = 200_000;

export function usePasteLimit(): void {
  const { message } = App.useApp();
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const { length } = event.clipboardData?.getData("text/plain") ?? "";
      if (length <= MOST) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void message.error(word("ui.error.pasted", { n: length.toLocaleString("en-US") }), 8);
    };
    window.addEventListener("paste", listen, { capture: true });
    return () => window.removeEventListener("paste", listen, { capture: true });
  }, [message]);
}

/** Files that are dropped or pasted anywhere on a page, not only into a field made for them. */
import { useEffect, useRef } from "react";
import { filesOf } from "./Files";

/** A paste that brings words into a field is words: Excel and Word put a picture of them beside. */
function isWords(event: ClipboardEvent): boolean {
  const into = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]");
  return Boolean(into) && (event.clipboardData?.getData("text/plain") ?? "") !== "";
}

/** While the page is shown, takes what is dropped or pasted on it. A field that took the event itself has it alone. */
export function useFilesAnywhere(take: (files: File[]) => void): void {
  const current = useRef(take);
  current.current = take;
  useEffect(() => {
    const taken = (event: Event, data: DataTransfer | null) => {
      const files = filesOf(data);
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      current.current(files);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isWords(event)) taken(event, event.clipboardData);
    };
    const drop = (event: DragEvent) => taken(event, event.dataTransfer);
    // Without this the browser would leave the page and show the file.
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    window.addEventListener("paste", paste);
    window.addEventListener("drop", drop);
    window.addEventListener("dragover", over);
    return () => {
      window.removeEventListener("paste", paste);
      window.removeEventListener("drop", drop);
      window.removeEventListener("dragover", over);
    };
  }, []);
}

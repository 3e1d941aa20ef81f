/** Short messages that come and go; read out by screen readers. What must be acted on stands on the page instead. */
import { App } from "antd";
import { useMemo } from "react";
import type { Procedure } from "../types.gen";
import { sentences } from "./speak";

export function useSay() {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done: (text: string) => void message.success(text),
      /** A refusal, all its sentences. */
      failed: (error: unknown, procedure?: Procedure) => void message.error(sentences(error, procedure).join(" "), 6),
    }),
    [message],
  );
}

/** Editors of their own, by the path of the field that they edit, and the tools into which a long section is parted. */
import type { ComponentType } from "react";
import type { EditorProps } from "../../../../fields/context";
import { ActionsEditor } from "./ActionsEditor";
import { BackToEditor } from "./BackToEditor";
import { BonesEditor } from "./BonesEditor";
import { CheckEditor } from "./CheckEditor";
import "./editors.css";
import { IsNotEditor } from "./IsNotEditor";
import { PlacesEditor } from "./PlacesEditor";
import { WhysEditor } from "./WhysEditor";

export const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {
  "containment.places": PlacesEditor,
  "causes.whys": WhysEditor,
  "causes.bones": BonesEditor,
  "problem.is_not": IsNotEditor,
  "actions.lines": ActionsEditor,
  "approval.back_to": BackToEditor,
  "check_list.lines": CheckEditor,
};

/** One tool of a section: its word `ui.task.tool.*`, and the fields that it shows. */
export interface Tool {
  name: string;
  fields: readonly string[];
}

/** Sections that are too long for one sheet; all others are shown whole. */
export const TOOLS: Readonly<Record<string, readonly Tool[]>> = {
  causes: [
    { name: "whys", fields: ["whys"] },
    { name: "bones", fields: ["bones"] },
    { name: "proof", fields: ["changed", "verification", "reproducible", "told", "by", "on", "files"] },
  ],
  problem: [
    {
      name: "problem",
      fields: ["statement", "told", "what", "when", "where_", "who", "why", "how", "how_many", "others"],
    },
    { name: "is_not", fields: ["is_not"] },
  ],
};

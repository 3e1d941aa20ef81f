/** Editors of their own, by the path of the field that they edit. */
import type { ComponentType } from "react";
import type { EditorProps } from "../../../../fields/context";

export const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {};

/** What the fields of a form share: whose case it is, the procedure, what is required and what is wrong. */
import type { ComponentType } from "react";
import { createContext, useContext } from "react";
import type { Procedure } from "../types.gen";
import type { Body, FieldInfo, FieldType } from "./registry";

/** An editor of its own for a field, in place of the control that its type gets. */
export interface EditorProps {
  path: string;
  field: FieldInfo;
  value: unknown;
  onChange: (value: unknown) => void;
  readOnly: boolean;
}

export interface FormShared {
  /** The case; null while it is not registered. */
  case: number | null;
  procedure: Procedure | undefined;
  /** `section.field` and `section.list.field` that a task demands. */
  required: ReadonlySet<string>;
  /** What is wrong, by path. */
  errors: ReadonlyMap<string, string>;
  readOnly: boolean;
  /** Bodies of other sections, for fields that point at their lines. */
  bodies: Readonly<Record<string, Body>>;
  /** Editors of their own, by path. */
  editors: Readonly<Record<string, ComponentType<EditorProps>>>;
}

export const NOTHING_SHARED: FormShared = {
  case: null,
  procedure: undefined,
  required: new Set(),
  errors: new Map(),
  readOnly: false,
  bodies: {},
  editors: {},
};

export const FormContext = createContext<FormShared>(NOTHING_SHARED);

export function useForm(): FormShared {
  return useContext(FormContext);
}

export type ControlProps = {
  id: string;
  path: string;
  type: FieldType;
  value: unknown;
  onChange: (value: unknown) => void;
  readOnly?: boolean | undefined;
  /** For a control whose label is not beside it, as in a table. */
  label?: string | undefined;
  invalid?: boolean | undefined;
  required?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** Id of the text that says what is wrong. */
  describedBy?: string | undefined;
};

/** What every control is told. */
export function shared(props: ControlProps) {
  return {
    id: props.id,
    "aria-label": props.label,
    "aria-required": props.required || undefined,
    "aria-invalid": props.invalid || undefined,
    "aria-describedby": props.describedBy,
    disabled: props.readOnly ?? false,
    autoFocus: props.autoFocus ?? false,
    ...(props.invalid ? { status: "error" as const } : {}),
  };
}

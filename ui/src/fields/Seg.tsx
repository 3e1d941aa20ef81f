/**
 * Choices side by side: one stop of Tab, arrows choose, Space takes the one that has the focus, Delete takes it back. antd's
 * own segments stop once for the group and once more in it, and show no focus while nothing is chosen.
 */
import type { ReactElement } from "react";
import { onKeys } from "../ui/keys";

export function Seg({
  id,
  labelledBy,
  options,
  value,
  onChange,
  readOnly = false,
  required = false,
  invalid = false,
  describedBy,
}: {
  id: string;
  labelledBy: string;
  options: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
  readOnly?: boolean;
  required?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
}): ReactElement {
  const at = options.findIndex((one) => one.value === value);
  const choose = (next: number) => {
    const n = (next + options.length) % options.length;
    onChange(options[n]?.value ?? null);
    document.getElementById(`${id}-${n}`)?.focus();
  };
  const next = () => choose(at + 1);
  const before = () => choose(at < 0 ? -1 : at - 1);
  const none = () => onChange(null);
  const keys = onKeys({
    ...{ ArrowRight: next, ArrowDown: next, ArrowLeft: before, ArrowUp: before },
    ...{ Delete: none, Backspace: none },
  });
  return (
    <span
      id={id}
      className="seg"
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-required={required}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onKeyDown={keys}
    >
      {options.map((one, n) => (
        // A button that is a radio: a press chooses it, Space too.
        // biome-ignore lint/a11y/useSemanticElements: native radios that nobody has chosen take a stop of Tab each
        <button
          key={one.value}
          id={`${id}-${n}`}
          type="button"
          role="radio"
          aria-checked={n === at}
          tabIndex={n === Math.max(at, 0) ? 0 : -1}
          disabled={readOnly}
          onClick={() => onChange(one.value)}
        >
          {one.label}
        </button>
      ))}
    </span>
  );
}

/** A control with its label above, for what is not a field of the registry. */
import type { ReactElement } from "react";
import { useId } from "react";

export function Labelled({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: (id: string) => ReactElement;
}): ReactElement {
  const id = useId();
  return (
    <div className={`col ${className}`}>
      <label htmlFor={id} className="small second">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

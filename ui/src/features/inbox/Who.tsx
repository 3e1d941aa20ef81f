/** Number, customer and what happened: always together, in this order, in every list of the inbox. */
import type { ReactElement } from "react";
import { useNames } from "../../data/masters";

export function Who({
  of,
  about,
}: {
  of: { number: string; customer: number | null; summary: string };
  /** Product and lot, where the list knows them. */
  about?: string;
}): ReactElement {
  const names = useNames();
  return (
    <span className="inbox-who">
      <span className="inbox-line">
        <span className="strong clip">{names.customer(of.customer)}</span>
        <span className="small second">{of.number}</span>
      </span>
      <span className="small second clip">{about ? `${about}　${of.summary}` : of.summary}</span>
    </span>
  );
}

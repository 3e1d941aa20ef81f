/** What the proof says, beside the form: each fault in words, with its place to jump to; then what should be looked at. */
import type { ReactElement } from "react";
import type { Checked, FaultView, Procedure } from "../../../types.gen";
import { Mark } from "../../../ui/Mark";
import { word } from "../../../words/i18n";
import { faultText, gapText, placeText } from "./faults";

const PROVED = ["reached", "ends", "own", "one"] as const;

export function Proof({
  checked,
  checking,
  failed,
  procedure,
  onGo,
}: {
  checked: Checked | null;
  checking: boolean;
  failed: string[];
  procedure: Procedure | null;
  onGo: (fault: FaultView) => void;
}): ReactElement {
  const known = procedure ?? undefined;
  const faults = checked?.faults ?? [];
  return (
    <aside className="panel procedure-card procedure-proof" aria-label={word("ui.procedures.edit.proof")}>
      <div className="panel-head">
        <h2 className="grow">{word("ui.procedures.edit.proof")}</h2>
        <span className="small second" role="status">
          {checking
            ? word("ui.procedures.edit.checking")
            : faults.length > 0
              ? word("ui.procedures.edit.faults", { n: faults.length })
              : checked && word("ui.procedures.edit.proved")}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll grow" tabIndex={0} aria-label={word("ui.procedures.edit.found")}>
        {failed.length > 0 && <p className="procedure-say bad">{failed.join(" ")}</p>}
        <ul>
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>
              <button type="button" className="plain procedure-say" onClick={() => onGo(fault)}>
                <span className="small second">
                  <Mark state="late" size={13} /> {placeText(fault, known)}
                </span>
                <span>{faultText(fault, known)}</span>
              </button>
            </li>
          ))}
          {checked?.warnings.map((fault) => (
            <li key={JSON.stringify(fault)}>
              <button type="button" className="plain procedure-say" onClick={() => onGo(fault)}>
                <span className="small second">
                  <Mark state="heed" size={13} /> {word("ui.procedures.edit.heed")} · {placeText(fault, known)}
                </span>
                <span>{faultText(fault, known)}</span>
              </button>
            </li>
          ))}
          {known &&
            checked?.gaps.map((gap) => (
              <li key={JSON.stringify(gap)} className="procedure-say">
                <span className="small second">
                  <Mark state="heed" size={13} /> {word("ui.procedures.edit.heed")}
                </span>
                <span>{gapText(gap, known)}</span>
              </li>
            ))}
        </ul>
        {checked && faults.length === 0 && (
          <ul className="procedure-proved second">
            {PROVED.map((one) => (
              <li key={one}>
                <Mark state="done" size={13} /> {word(`ui.procedures.edit.proves.${one}`)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
}

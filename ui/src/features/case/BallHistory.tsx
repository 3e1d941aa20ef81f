/** Who held the ball and for how long, the longest first; and each stretch of it, the newest first (D-5, D-12). */
import { Popover } from "antd";
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import type { Names } from "../../data/masters";
import { roleName, taskName, useNames } from "../../data/masters";
import type { Ball, Holder, Procedure } from "../../types.gen";
import { moment, span } from "../../ui/time";
import { word } from "../../words/i18n";
import "./ball.css";

function partyName(holder: Holder, names: Names, procedure: Procedure): string {
  if (holder === "anyone") return word("by.anyone");
  if ("party" in holder) return word("ui.case.ball_outside", { who: holder.party });
  if ("person" in holder) return names.who(holder.person);
  if ("department" in holder) return names.department(holder.department);
  if ("head" in holder) return word("by.head", { who: names.department(holder.head) });
  return roleName(procedure, holder.role);
}

const minutes = (millis: number) => Math.max(Math.round(millis / 60_000), 0);

export function BallHistory({ ball, procedure }: { ball: Ball; procedure: Procedure }): ReactElement | null {
  if (ball.shares.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={word("ui.case.ball_history")}
      content={<History ball={ball} procedure={procedure} />}
    >
      <button type="button" className="plain mini second case-ball-more">
        {word("ui.case.ball_more")}
      </button>
    </Popover>
  );
}

function History({ ball, procedure }: { ball: Ball; procedure: Procedure }): ReactElement {
  const now = useNow();
  const names = useNames();
  const most = Math.max(...ball.shares.map((share) => share.millis), 1);
  return (
    <div className="case-ball-history">
      <table>
        <caption className="visually-hidden">{word("ui.case.ball_history")}</caption>
        <tbody>
          {ball.shares.map((share) => (
            <tr key={JSON.stringify(share.holder)}>
              <th scope="row">{partyName(share.holder, names, procedure)}</th>
              <td className="case-ball-bar">
                <span style={{ width: `${(share.millis / most) * 100}%` }} />
              </td>
              <td className="num">{span(minutes(share.millis))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="small second">
        {[...ball.stretches].reverse().map((one) => (
          <li key={one.from}>
            {moment(one.from, now)} – {one.until ? moment(one.until, now) : word("ui.case.ball_now")}
            {"　"}
            {partyName(one.holder, names, procedure)}
            {one.task && ` · ${taskName(procedure, one.task.task)}`}
          </li>
        ))}
      </ol>
    </div>
  );
}

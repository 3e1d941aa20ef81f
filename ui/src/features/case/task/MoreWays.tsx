/** Other ways with a task, where the procedure and the house allow them: one menu, a dialog for each. */
import { Button, Dropdown } from "antd";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useSession } from "../../../data/session";
import type { Task } from "../../../types.gen";
import { word } from "../../../words/i18n";
import type { TaskProps } from "./useTask";
import { WayDialog } from "./WayDialog";
import type { Way } from "./ways";
import { waysOf } from "./ways";

export function MoreWays({
  of,
  keep,
  ...props
}: TaskProps & { of: Task | undefined; keep: () => Promise<void> }): ReactElement | null {
  const me = useSession().me.account;
  const [way, setWay] = useState<Way | null>(null);
  const ways = waysOf(props.task, of, me);
  if (ways.length === 0) return null;
  return (
    <>
      <Dropdown
        autoFocus
        trigger={["click"]}
        menu={{
          items: ways.map((one) => ({ key: one, label: `${word(`ui.task.way.${one}`)}…` })),
          onClick: ({ key }) => setWay(key as Way),
        }}
      >
        <Button icon={<ChevronDown size={14} strokeWidth={1.5} />} iconPlacement="end">
          {word("ui.task.ways")}
        </Button>
      </Dropdown>
      {way && of && <WayDialog {...props} of={of} way={way} keep={keep} onClose={() => setWay(null)} />}
    </>
  );
}

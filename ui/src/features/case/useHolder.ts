/** Who holds a task, with the people and departments of the house. */
import { useCallback, useMemo } from "react";
import { useNow } from "../../data/clock";
import { useDepartments, useNames, usePeople } from "../../data/masters";
import type { CaseView, Procedure, TaskRow } from "../../types.gen";
import { today } from "../../ui/time";
import type { Holder } from "./holder";
import { holderOf } from "./holder";

export function useHolder(view: CaseView, procedure: Procedure): (row: TaskRow) => Holder {
  const people = usePeople();
  const departments = useDepartments();
  const names = useNames();
  const day = today(useNow());
  const house = useMemo(() => ({ people, departments, names, today: day }), [people, departments, names, day]);
  return useCallback((row) => holderOf(row, view, procedure, house), [view, procedure, house]);
}

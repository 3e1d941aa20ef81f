/** The answer and the signature: bordered choices, the box in which is signed, the opinion, and one act as wide as the pane. */
import { Button, Input, Radio, Select } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { stageName } from "../../data/masters";
import { blockedText } from "../../data/speak";
import type { CaseView, Procedure, Task, TaskView } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Notice } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { backTo, Cited, Offers, SignBox, Story } from "../case/task";
import type { useApproval } from "./useApproval";

/** Beside the answer: passed on 转审, one more asked 加签. */
const HAND_ON = ["pass", "pass_back", "ask"] as const;

export function SignPane({
  approval,
  task,
  of,
  procedure,
  view,
  onHanded,
}: {
  approval: ReturnType<typeof useApproval>;
  task: TaskView;
  of: Task;
  procedure: Procedure;
  view: CaseView;
  /** It was passed on: it is somebody else's from now on. */
  onHanded: (after: CaseView) => void;
}): ReactElement {
  const id = useId();
  const [password, setPassword] = useState("");
  const { answer } = approval;
  const answers = task.fills.some((fill) => fill.target === "approval");
  const stages = backTo(procedure, task.row.stage);
  const rejected = answer === "rejected";
  // What this person fills here is asked for here; what stands in the way beside it is said by the house.
  const others = task.blocked.filter(
    (one) => (one.why !== "missing" && one.why !== "said_otherwise") || !one.field.startsWith("approval."),
  );
  const lacks = [
    ...others.map((one) => blockedText(one, procedure)),
    ...(answers && answer === null ? [word("ui.approval.choose")] : []),
    ...(rejected && approval.reason.trim() === "" ? [word("ui.approval.say_why")] : []),
    ...(rejected && stages.length > 1 && approval.backTo === "" ? [word("ui.approval.say_where")] : []),
  ];
  const can = lacks.length === 0 && password !== "";
  const go = () => {
    if (can) void approval.sign(password);
  };
  useKeys({ "Ctrl+Enter": go });
  const act = !answers
    ? word("ui.task.sign.go_long")
    : word(rejected ? "ui.approval.sign_rejected" : "ui.approval.sign_approved");
  return (
    <section className="sign-pane" aria-label={word("ui.approval.pane")}>
      <Cited procedure={procedure} version={view.head.procedure} task={of} />
      <Story row={task.row} />
      {approval.changed.length > 0 && (
        <Notice>{word("ui.task.sign.changed", { what: approval.changed.join(word("ui.list.comma")) })}</Notice>
      )}
      {approval.stops.map((one) => (
        <Notice key={JSON.stringify(one)} tone="bad">
          {blockedText(one, procedure)}
        </Notice>
      ))}
      {answers && (
        <Radio.Group
          className="sign-answers"
          aria-label={word("ui.approval.answer")}
          value={answer}
          onChange={(event) => approval.set("answer", event.target.value)}
        >
          <Radio value="approved" data-on={answer === "approved" || undefined}>
            {word("choice.answer.approved")}
          </Radio>
          <Radio value="rejected" data-on={rejected || undefined}>
            {word("ui.approval.reject_to")}
          </Radio>
        </Radio.Group>
      )}
      <Offers view={view} task={task} procedure={procedure} only={HAND_ON} onDone={onHanded} />
      {rejected && stages.length > 1 && (
        <Select
          aria-label={word("ui.approval.where")}
          placeholder={word("ui.approval.where")}
          value={approval.backTo || null}
          options={stages.map((stage) => ({ value: stage, label: stageName(procedure, stage) }))}
          onChange={(stage) => approval.set("back_to", stage)}
        />
      )}
      {of.signs && (
        <SignBox
          meaning={of.signs.meaning}
          text={approval.manifest?.text}
          procedure={procedure}
          password={password}
          onPassword={setPassword}
          onEnter={go}
          tried={approval.tried}
        />
      )}
      {answers && (
        <Input.TextArea
          id={`${id}-opinion`}
          aria-label={word("ui.approval.opinion")}
          aria-required={rejected}
          placeholder={word(rejected ? "ui.approval.opinion_needed" : "ui.approval.opinion")}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={approval.reason}
          onChange={(event) => approval.set("reason", event.target.value)}
        />
      )}
      <Button
        type="primary"
        size="large"
        block
        disabled={!can}
        loading={approval.busy}
        aria-describedby={`${id}-note`}
        onClick={go}
      >
        {act} <kbd>Ctrl Enter</kbd>
      </Button>
      <p id={`${id}-note`} className="small second">
        {lacks.length > 0 ? lacks.join(word("ui.list.semicolon")) : word("ui.task.sign.final")}
      </p>
      <span className="visually-hidden">{named(of.name)}</span>
    </section>
  );
}

/** The control for each type of field: one place that knows which. */
import { Checkbox, DatePicker, Input, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactElement } from "react";
import { CHOICES } from "../fields.gen";
import { local, stampOf } from "../ui/time";
import { word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared, useForm } from "./context";
import { FilesControl } from "./Files";
import { ListControl } from "./Lists";
import { Master } from "./Master";
import { AccountControl, WhoControl } from "./People";
import { LineControl } from "./PointsAt";
import { listOf } from "./registry";
import { Seg } from "./Seg";
import { ToldControl } from "./Told";
import { choicesOf } from "./tree";

/** Choices with so few words, and so short, stand side by side; others drop down. */
const SIDE_BY_SIDE = 4;
const SIDE_BY_SIDE_WIDTH = 220;

/** About how wide they are: a Chinese character as wide as the type is high, a Latin one half of it. */
function widthOf(labels: string[]): number {
  return labels.reduce((sum, label) => sum + 24 + [...label].reduce((w, sign) => w + (sign > "\u2e7f" ? 13 : 7), 0), 0);
}

export function Control(props: ControlProps): ReactElement {
  const { type } = props;
  switch (type.is) {
    case "text":
      return <TextControl {...props} />;
    case "house":
      return (
        <Input.TextArea
          {...shared(props)}
          autoSize={{ minRows: 2, maxRows: 12 }}
          value={(props.value as string) ?? ""}
          onChange={(event) => props.onChange(event.target.value)}
        />
      );
    case "told":
      return <ToldControl {...props} />;
    case "choice":
      return <ChoiceControl {...props} words={CHOICES[type.of] ?? []} of={type.of} />;
    case "tick":
      return (
        <Checkbox
          id={props.id}
          aria-label={props.label}
          disabled={props.readOnly ?? false}
          checked={props.value === true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      );
    case "number":
      return (
        <InputNumber
          {...shared(props)}
          style={{ width: "100%" }}
          min={0}
          precision={0}
          value={props.value as number | null}
          onChange={(value) => props.onChange(value)}
        />
      );
    case "amount":
      return (
        <InputNumber
          {...shared(props)}
          style={{ width: "100%" }}
          min={0}
          precision={2}
          suffix={word("ui.field.yuan")}
          value={props.value === null || props.value === undefined ? null : (props.value as number) / 100}
          onChange={(value) => props.onChange(value === null ? null : Math.round(value * 100))}
        />
      );
    case "date":
      return (
        <DatePicker
          {...picker(props)}
          format="YYYY-MM-DD"
          value={props.value ? dayjs(props.value as string) : null}
          onChange={(day) => props.onChange(day ? day.format("YYYY-MM-DD") : null)}
        />
      );
    case "stamp":
      return (
        <DatePicker
          {...picker(props)}
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          value={props.value ? dayjs(local(props.value as string).format("YYYY-MM-DD HH:mm:ss")) : null}
          onChange={(time) => props.onChange(time ? stampOf(time) : null)}
        />
      );
    case "who":
      return <WhoControl {...props} />;
    case "account":
      return <AccountControl {...props} />;
    case "customer":
    case "product":
    case "department":
    case "person":
      return <Master {...props} of={type.is} />;
    case "line":
      return <LineControl {...props} />;
    case "file":
      return <FilesControl {...props} many={false} />;
    case "list":
      return type.item.is === "file" ? <FilesControl {...props} many /> : <ListControl {...props} item={type.item} />;
    case "lines":
      throw new Error(`${props.path}: lines are drawn by Lines`);
  }
}

/**
 * Pickers close over a typed date on blur, so that Tab is enough. What the pointer happens to lie on is not written into the
 * field while somebody types there.
 */
function picker(props: ControlProps) {
  return {
    ...shared(props),
    style: { width: "100%" },
    needConfirm: false,
    previewValue: false as const,
    placeholder: "",
  };
}

/** A text, or a word of the procedure's own list where it has one for this field. */
function TextControl(props: ControlProps): ReactElement {
  const list = listOf(useForm().procedure, props.path);
  if (list) {
    return (
      <Select
        {...shared(props)}
        style={{ width: "100%" }}
        showSearch={{ optionFilterProp: "label" }}
        allowClear
        placeholder={word("ui.field.choose")}
        value={(props.value as string) || null}
        options={choicesOf(list)}
        optionRender={({ data }) => <span style={{ paddingLeft: data.depth * 16 }}>{data.name}</span>}
        onChange={(code) => props.onChange(code ?? "")}
      />
    );
  }
  return (
    <Input
      {...shared(props)}
      value={(props.value as string) ?? ""}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

function ChoiceControl(props: ControlProps & { words: readonly string[]; of: string }): ReactElement {
  const options = props.words.map((value) => ({ value, label: word(`choice.${props.of}.${value}`) }));
  // Worst first is the order of the rules; people read from ordinary to worst, and yes before no.
  options.reverse();
  const fits = options.length <= SIDE_BY_SIDE && widthOf(options.map((one) => one.label)) <= SIDE_BY_SIDE_WIDTH;
  if (fits && props.label === undefined) {
    return (
      <Seg
        id={props.id}
        labelledBy={`${props.id}-label`}
        options={options}
        value={props.value as string | null}
        onChange={props.onChange}
        readOnly={props.readOnly ?? false}
        required={props.required ?? false}
        invalid={props.invalid ?? false}
        describedBy={props.describedBy}
      />
    );
  }
  return (
    <Select
      {...shared(props)}
      style={{ width: "100%", minWidth: 90 }}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={props.label === undefined ? word("ui.field.choose") : undefined}
      value={(props.value as string | null) ?? null}
      options={options}
      onChange={(value) => props.onChange(value ?? null)}
    />
  );
}

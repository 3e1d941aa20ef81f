/** What the document says of paper: words as it means them, other documents that it cites, and the forms that it prints. */
import { Checkbox, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { FormBox } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { Lines, Lists, NameInputs } from "./Lines";
import { newBox, newDocument, newForm, newTerm } from "./make";
import { removeDocument } from "./ops";
import { FORMS, formOptions, signedOptions } from "./options";
import { NamesPart, OnePart, Part, TextPart, useList, useShown } from "./parts";

export function TermsForm(): ReactElement {
  return (
    <Lists hint="terms_hint">
      <Lines
        {...useList("term")}
        alone
        framed
        what={(term, n) => named(term.word) || word("ui.procedures.edit.term", { n: n + 1 })}
        add={word("ui.procedures.edit.add_term")}
        make={newTerm}
      >
        {(term, put, n) => (
          <>
            <NamesPart
              label={word("ui.procedures.edit.term_word")}
              at={`term.${n}.word`}
              value={term.word}
              onChange={(said) => put({ ...term, word: said })}
            />
            <NamesPart
              long
              label={word("ui.procedures.edit.term_meaning")}
              at={`term.${n}.meaning`}
              value={term.meaning}
              onChange={(meaning) => put({ ...term, meaning })}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}

export function DocumentsForm(): ReactElement {
  const { procedure, change } = useShown();
  return (
    <Lists hint="documents_hint">
      <Lines
        {...useList("document")}
        alone
        framed
        what={(one, n) => named(one.title) || word("ui.procedures.edit.document_n", { n: n + 1 })}
        add={word("ui.procedures.edit.add_document")}
        make={() => newDocument(procedure)}
        onRemove={(n) => change((copy) => removeDocument(copy, n))}
      >
        {(one, put, n) => (
          <>
            <TextPart
              label={word("ui.procedures.edit.document_number")}
              at={`document.${n}.number`}
              value={one.number}
              onChange={(number) => put({ ...one, number })}
            />
            <TextPart
              label={word("ui.procedures.edit.document_version")}
              at={`document.${n}.version`}
              value={one.version}
              hint={word("ui.procedures.edit.document_version_hint")}
              onChange={(version) => put({ ...one, version })}
            />
            <NamesPart
              long
              label={word("ui.procedures.edit.document_title")}
              at={`document.${n}.title`}
              value={one.title}
              onChange={(title) => put({ ...one, title })}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}

export function FormsForm(): ReactElement {
  const { procedure } = useShown();
  return (
    <Lists hint="forms_hint">
      <Lines
        {...useList("form")}
        framed
        what={(_, n) => word("ui.procedures.edit.form_n", { n: n + 1 })}
        add={word("ui.procedures.edit.add_form")}
        make={() => newForm(procedure, FORMS)}
        full={FORMS.every((form) => procedure.form.some((used) => used.form === form))}
      >
        {(use, put, n) => (
          <>
            <OnePart
              label={word("ui.procedures.form.form")}
              at={`form.${n}.form`}
              value={use.form}
              options={formOptions(use.form)}
              onChange={(form) => form && put({ ...use, form })}
            />
            <TextPart
              label={word("ui.procedures.form.number")}
              at={`form.${n}.number`}
              value={use.number}
              onChange={(number) => put({ ...use, number })}
            />
            <TextPart
              label={word("ui.procedures.form.version")}
              at={`form.${n}.version`}
              value={use.version}
              onChange={(version) => put({ ...use, version })}
            />
            <Part label={word("ui.procedures.edit.keep")} at={`form.${n}.keep_years`}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={1}
                  max={99}
                  precision={0}
                  value={use.keep_years}
                  suffix={word("ui.procedures.edit.keep_years")}
                  onChange={(years) => put({ ...use, keep_years: years ?? 1 })}
                />
              )}
            </Part>
            <BoxesPart at={`form.${n}.boxes`} value={use.boxes} onChange={(boxes) => put({ ...use, boxes })} />
            <Checkbox checked={use.unmarked} onChange={(e) => put({ ...use, unmarked: e.target.checked })}>
              {word("ui.procedures.edit.unmarked")}
            </Checkbox>
          </>
        )}
      </Lines>
    </Lists>
  );
}

/** In the order of signing: what each is called, and whose signature stands in it. */
function BoxesPart({
  at,
  value,
  onChange,
}: {
  at: string;
  value: FormBox[];
  onChange: (boxes: FormBox[]) => void;
}): ReactElement {
  const { procedure } = useShown();
  const what = (n: number) => word("ui.procedures.edit.box", { n: n + 1 });
  return (
    <Part several label={word("ui.procedures.form.boxes")}>
      {() => (
        <Lines
          at={at}
          value={value}
          what={(_, n) => what(n)}
          add={word("ui.procedures.edit.add_box")}
          make={newBox}
          onChange={onChange}
        >
          {(box, put, n) => (
            <>
              <NameInputs label={what(n)} value={box} onChange={(names) => put({ ...box, ...names })} />
              <Select
                aria-label={word("ui.procedures.edit.box_tasks", { n: n + 1 })}
                mode="multiple"
                popupMatchSelectWidth={false}
                showSearch={{ optionFilterProp: "label" }}
                placeholder={word("ui.procedures.edit.by_hand")}
                value={box.tasks}
                options={signedOptions(procedure, box.tasks)}
                onChange={(tasks: string[]) => put({ ...box, tasks })}
              />
            </>
          )}
        </Lines>
      )}
    </Part>
  );
}

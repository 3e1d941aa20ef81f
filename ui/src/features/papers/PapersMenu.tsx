/** Printing and exporting: the forms that the procedure offers, what they still lack, and those that were issued (D-8). */
import { Button, Drawer, Segmented } from "antd";
import { ChevronDown, Eye, Printer } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { useSay } from "../../data/say";
import type { CaseView, FormLanguage, FormUse, Gap, IssuedView, Procedure } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { moment } from "../../ui/time";
import { language as screen, word } from "../../words/i18n";
import type { Shown } from "./PaperDialog";
import { PaperDialog } from "./PaperDialog";
import { byPlace, draftSource, formName, gapsOf, issuedSource } from "./paper";
import "./papers.css";

const LANGUAGES: FormLanguage[] = ["zh", "en", "both"];

export function PapersMenu({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<Printer size={16} strokeWidth={1.5} />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {word("ui.papers.menu")} <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={word("ui.papers.menu")} size={480} destroyOnHidden>
        <Papers view={view} procedure={procedure} />
      </Drawer>
    </>
  );
}

function Papers({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement {
  const [language, setLanguage] = useState<FormLanguage>(screen());
  const [gaps, setGaps] = useState<{ form: string; gaps: Gap[] } | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const issued = useRead("form_list", { case: view.case }).data?.forms ?? [];
  const issue = useWrite("form_issue");
  const say = useSay();
  const { number } = view.head;

  const show = (paper: IssuedView) =>
    setShown({
      source: issuedSource(paper),
      title: `${formName(paper.form)} · ${word("ui.papers.nth", { n: paper.issue })}`,
      name: `${number} ${paper.form}.pdf`,
      draft: false,
    });
  const preview = (form: FormUse) =>
    setShown({
      source: draftSource(view, form.form, language),
      title: formName(form.form),
      name: `${number} ${form.form} ${word("ui.papers.draft")}.pdf`,
      draft: true,
    });
  const print = async (form: string, accept: boolean) => {
    try {
      const paper = await issue.mutateAsync({ case: view.case, form, language, accept_gaps: accept });
      setGaps(null);
      show(paper);
    } catch (error) {
      const lacks = gapsOf(error);
      if (lacks) setGaps({ form, gaps: lacks });
      else say.failed(error, procedure);
    }
  };

  return (
    <div className="papers">
      <div className="row">
        <span className="small second" id="papers-language">
          {word("ui.papers.language")}
        </span>
        <Segmented
          tabIndex={-1}
          aria-labelledby="papers-language"
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: word(`ui.papers.lang.${value}`) }))}
          onChange={(value) => {
            setLanguage(value);
            setGaps(null);
          }}
        />
      </div>
      <ul className="papers-forms" aria-label={word("ui.papers.forms")}>
        {procedure.form.map((form) => (
          <li key={form.form}>
            <div className="row">
              <span className="grow">
                {formName(form.form)}
                <span className="small dim papers-no">
                  {form.number} {form.version}
                </span>
              </span>
              <Button size="small" icon={<Eye size={14} strokeWidth={1.5} />} onClick={() => preview(form)}>
                {word("ui.papers.preview")}
              </Button>
              <Button
                size="small"
                icon={<Printer size={14} strokeWidth={1.5} />}
                loading={issue.isPending && issue.variables?.form === form.form}
                onClick={() => void print(form.form, false)}
              >
                {word("ui.papers.issue")}
              </Button>
            </div>
            {gaps?.form === form.form && (
              <Lacks gaps={gaps.gaps} onAnyway={() => void print(form.form, true)} onCancel={() => setGaps(null)} />
            )}
          </li>
        ))}
      </ul>
      <h3>{word("ui.papers.issued")}</h3>
      {issued.length === 0 && <p className="small dim">{word("ui.papers.none")}</p>}
      <ul className="papers-issued" aria-label={word("ui.papers.issued")}>
        {issued.toReversed().map((paper) => (
          <Issued key={paper.id} paper={paper} onShow={() => show(paper)} />
        ))}
      </ul>
      {shown && <PaperDialog shown={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

/** What the form lacks, before it is issued all the same. */
function Lacks({
  gaps,
  onAnyway,
  onCancel,
}: {
  gaps: Gap[];
  onAnyway: () => void;
  onCancel: () => void;
}): ReactElement {
  return (
    <div className="papers-gaps" role="alert">
      <p className="strong">
        <Mark state="heed" size={14} /> {word("ui.papers.gaps", { n: gaps.length })}
      </p>
      <ul>
        {byPlace(gaps).map(({ place, wrong, texts }) => (
          <li key={`${place} ${wrong}`} className="small">
            <strong>{place}</strong>：{word(`wrong.${wrong}`)}
            <span className="dim clip papers-gap-text">{texts.filter(Boolean).join(word("ui.list.semicolon"))}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button size="small" onClick={onCancel}>
          {word("ui.papers.mend")}
        </Button>
        <Button size="small" onClick={onAnyway}>
          {word("ui.papers.anyway")}
        </Button>
      </div>
    </div>
  );
}

function Issued({ paper, onShow }: { paper: IssuedView; onShow: () => void }): ReactElement {
  const now = useNow();
  const names = useNames();
  return (
    <li>
      <button type="button" className="plain" onClick={onShow}>
        <span className="row">
          <span className="grow clip">
            {formName(paper.form)} · {word("ui.papers.nth", { n: paper.issue })} ·{" "}
            {word(`ui.papers.lang.${paper.language}`)}
          </span>
          {paper.outdated && (
            <span className="small heed-text">
              <Mark state="heed" size={12} /> {word("ui.papers.outdated")}
            </span>
          )}
        </span>
        <span className="small second row">
          <span className="grow">
            {moment(paper.at, now)} {names.account(paper.by)}
          </span>
          <span>{word("ui.papers.code", { code: paper.code })}</span>
        </span>
      </button>
    </li>
  );
}

/** 规程: the list of controlled documents; behind it one version as it stands, or a draft that is written on. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useLocation, useParams } from "wouter";
import { useRead } from "../../data/client";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import { Empty, Notice, Page } from "../../ui/Page";
import { word } from "../../words/i18n";
import { EditorPage } from "./edit/EditorPage";
import { ListPage } from "./ListPage";
import "./procedures.css";
import "./edit/edit.css";
import { VersionPage } from "./VersionPage";

export function ProceduresPage(): ReactElement {
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const list = useRead("procedure_list", {});
  const may = useSession().may("work");
  const open = (next: number) => go(`/procedures/${next}?`);
  if (list.isError) {
    return (
      <Page title={word("ui.procedures.title")}>
        <Notice tone="bad" action={<Button onClick={() => void list.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(list.error).join(" ")}
        </Notice>
      </Page>
    );
  }
  if (!list.data) return <Page title={word("ui.procedures.title")}>{null}</Page>;
  const lines = list.data.procedures;
  if (id === undefined) return <ListPage lines={lines} onOpen={open} />;
  const shown = lines.find((line) => `${line.id}` === id);
  if (!shown) {
    return (
      <Page title={word("ui.procedures.title")}>
        <section className="panel grow">
          <Empty title={word("ui.procedures.none")} text={word("ui.procedures.none_text")}>
            <Button onClick={() => go("/procedures?")}>{word("ui.procedures.to_list")}</Button>
          </Empty>
        </section>
      </Page>
    );
  }
  if (shown.state === "draft" && may) {
    return <EditorPage key={shown.id} line={shown} lines={lines} onLeave={() => go("/procedures?")} />;
  }
  return <VersionPage key={shown.id} line={shown} lines={lines} onGo={open} />;
}

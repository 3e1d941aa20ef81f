/** A page: its head, its body, and the strip at its foot where the hand ends. */
import type { ReactElement, ReactNode } from "react";

export function Page({
  title,
  head,
  children,
}: {
  title: ReactNode;
  /** Search and actions, at the right. */
  head?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {head}
      </header>
      <div className="page-body">{children}</div>
    </div>
  );
}

/** A bordered part of a page with a head of its own. */
export function Panel({
  title,
  aside,
  foot,
  label,
  className,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  foot?: ReactNode;
  label?: string;
  className?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={`panel col ${className ?? ""}`} aria-label={label}>
      {title !== undefined && (
        <div className="panel-head">
          <h2 className="grow">{title}</h2>
          {aside}
        </div>
      )}
      <div className="scroll grow">{children}</div>
      {foot !== undefined && <div className="panel-foot">{foot}</div>}
    </section>
  );
}

/** What will be here, and up to three things to do; the first one is the primary. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="row">{children}</div>
    </div>
  );
}

/** A sentence that must be heeded, with what to do. */
export function Notice({
  tone = "heed",
  children,
  action,
}: {
  tone?: "heed" | "bad";
  children: ReactNode;
  action?: ReactNode;
}): ReactElement {
  return (
    <div className="notice" data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <span>{children}</span>
      {action}
    </div>
  );
}

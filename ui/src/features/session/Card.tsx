/** What stands in the middle of the screen before there is a page: the mark of the product, a title, and one thing to do. */
import { Segmented } from "antd";
import type { ReactElement, ReactNode } from "react";
import icon from "../../../../icons/kesu.svg";
import type { Lang } from "../../types.gen";
import { language, speak, word } from "../../words/i18n";
import { rememberScreen } from "./recent";

export function Brand({
  title,
  text,
  aside,
  id,
}: {
  title: string;
  text?: string;
  aside?: ReactNode;
  id?: string;
}): ReactElement {
  return (
    <header className="session-brand">
      <img src={icon} alt="" width={36} height={36} />
      <div className="grow">
        <h1 id={id}>{title}</h1>
        {text !== undefined && <p className="second">{text}</p>}
      </div>
      {aside}
    </header>
  );
}

/** The language of this screen, until it is known whose it is. */
export function Languages(): ReactElement {
  return (
    <Segmented
      tabIndex={-1}
      aria-label={word("ui.session.language")}
      options={[
        { value: "zh", label: word("ui.session.zh") },
        { value: "en", label: word("ui.session.en") },
      ]}
      value={language()}
      onChange={(lang) => {
        speak(lang as Lang);
        rememberScreen("language", lang as Lang);
      }}
    />
  );
}

export function Card({ children, wide = false }: { children: ReactNode; wide?: boolean }): ReactElement {
  return (
    <main className="session-screen">
      <div className={wide ? "session-card session-wide" : "session-card"}>{children}</div>
    </main>
  );
}

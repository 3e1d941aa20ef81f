/** Words that a customer may read, in the languages in which they are written; the one is never filled from the other (D-6). */
import { Input, Segmented } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import type { Told } from "../types.gen";
import { language, word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared } from "./context";

export function ToldControl(props: ControlProps): ReactElement {
  const told = (props.value as Told | null) ?? { zh: "", en: "" };
  const only = told.zh === "" && told.en !== "" ? "en" : told.en === "" && told.zh !== "" ? "zh" : language();
  const [lang, setLang] = useState<"zh" | "en">(only);
  const area = (of: "zh" | "en") => (
    <Input.TextArea
      {...shared(props)}
      lang={of === "zh" ? "zh-CN" : "en"}
      autoSize={{ minRows: 2, maxRows: 12 }}
      value={told[of]}
      onChange={(event) => props.onChange({ ...told, [of]: event.target.value })}
    />
  );
  return (
    <div className="told">
      {area(lang)}
      <Segmented
        tabIndex={-1}
        size="small"
        className="told-lang"
        aria-label={word("ui.field.language")}
        value={lang}
        onChange={(value) => setLang(value)}
        options={(["zh", "en"] as const).map((of) => ({
          value: of,
          label: `${word(`ui.field.${of}`)}${told[of].trim() === "" ? "" : " ✓"}`,
        }))}
      />
    </div>
  );
}

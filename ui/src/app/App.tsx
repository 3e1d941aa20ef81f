/** The whole: words, theme, who is signed in, and the page that the address names. */
import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactElement } from "react";
import { lazy, Suspense, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { client } from "../data/client";
import { Gate } from "../features/session";
import type { ThemeChoice } from "../ui/theme";
import { antdTheme, useDark } from "../ui/theme";
import { catalogue } from "../words/i18n";

/** Whoever has to sign in first waits for none of the pages. */
const Pages = lazy(() => import("./Pages"));

export function App(): ReactElement {
  return (
    <I18nextProvider i18n={catalogue}>
      <QueryClientProvider client={client}>
        <Themed />
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Themed(): ReactElement {
  const { i18n } = useTranslation();
  const [choice, setChoice] = useState<ThemeChoice>("system");
  const dark = useDark(choice);
  return (
    <ConfigProvider
      locale={i18n.language === "zh" ? zhCN : enUS}
      theme={antdTheme(dark)}
      componentSize="medium"
      button={{ autoInsertSpace: false }}
    >
      <AntApp style={{ height: "100%" }} message={{ maxCount: 3 }}>
        <Router hook={useHashLocation}>
          <Gate onTheme={setChoice}>
            <Suspense fallback={null}>
              <Pages />
            </Suspense>
          </Gate>
        </Router>
      </AntApp>
    </ConfigProvider>
  );
}

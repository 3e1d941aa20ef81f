/** Words of the product: the catalogue of the house, and `ui.*`, which only the form set uses. Chinese first. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "../../../words/en.json";
import faultEn from "../../../words/fault.en.json";
import faultZh from "../../../words/fault.zh.json";
import uiEn from "../../../words/ui.en.json";
import uiZh from "../../../words/ui.zh.json";
import zh from "../../../words/zh.json";
import type { Lang } from "../types.gen";

void i18next.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: false,
  resources: {
    zh: { translation: { ...zh, fault: faultZh, ui: uiZh } },
    en: { translation: { ...en, fault: faultEn, ui: uiEn } },
  },
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** For the provider of the page: parts speak through `word`. */
export const catalogue = i18next;

export function speak(lang: Lang): void {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
}

export function language(): Lang {
  return i18next.language === "en" ? "en" : "zh";
}

/** A word that is asked for by a made-up key: the key itself must not reach the screen. */
export function word(key: string, values?: Record<string, string | number>): string {
  return i18next.exists(key) ? i18next.t(key, values) : (key.split(".").pop() ?? key);
}

/** What a name is in the language of the screen; the other one where this one is empty. */
export function named(names: { zh: string; en: string }): string {
  return language() === "zh" ? names.zh || names.en : names.en || names.zh;
}

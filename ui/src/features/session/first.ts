/** What the first run asks, and when it has been said well enough to ask the house; the house judges for good. */
import type { InitFolder } from "../../transport";
import type { Lang } from "../../types.gen";
import { word } from "../../words/i18n";

export interface Wanted {
  path: string;
  plantZh: string;
  plantEn: string;
  login: string;
  name: string;
  password: string;
  again: string;
  /** A folder of made-up cases instead. */
  sample: boolean;
}

export const NOTHING: Wanted = {
  path: "",
  plantZh: "",
  plantEn: "",
  login: "",
  name: "",
  password: "",
  again: "",
  sample: false,
};

const SHORTEST = 8;

/** What is still wrong, by the name of the field, in the order of the screen. */
export function faults(wanted: Wanted): Partial<Record<keyof Wanted, string>> {
  const found: Partial<Record<keyof Wanted, string>> = {};
  const say = (field: keyof Wanted, key: string) => {
    found[field] = word(`ui.session.first.need_${key}`);
  };
  if (!wanted.sample) {
    if (wanted.plantZh.trim() === "") say("plantZh", "plant");
    if (wanted.login.trim() === "") say("login", "login");
    if (wanted.name.trim() === "") say("name", "name");
  }
  if ([...wanted.password].length < SHORTEST) say("password", "length");
  else if (wanted.password !== wanted.again) say("again", "same");
  return found;
}

/** The sample never lies where the real data would: beside it, where the place may be chosen. */
export function pathOf(wanted: Wanted, movable: boolean): string {
  return wanted.sample && movable ? `${wanted.path}-sample` : wanted.path;
}

export function initOf(wanted: Wanted, movable: boolean, language: Lang): InitFolder {
  const where = movable ? { path: pathOf(wanted, movable) } : {};
  if (wanted.sample) return { ...where, sample: true, password: wanted.password, language };
  return {
    ...where,
    plant: { zh: wanted.plantZh.trim(), en: wanted.plantEn.trim() },
    login: wanted.login.trim(),
    name: wanted.name.trim(),
    password: wanted.password,
    language,
  };
}

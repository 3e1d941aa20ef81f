/** antd's tokens from the table of visual-language §§ 2, 3, 7. Density is by tokens, never by `compactAlgorithm`. */
import type { ThemeConfig } from "antd";
import { theme } from "antd";
import { useEffect, useState } from "react";

interface Colours {
  bg: string;
  surface: string;
  sunken: string;
  raised: string;
  hover: string;
  line: string;
  line2: string;
  text1: string;
  text2: string;
  text3: string;
  accent: string;
  accentFill: string;
  accentText: string;
  accentHover: string;
  accentSoft: string;
  red: string;
  ochre: string;
}

const LIGHT: Colours = {
  bg: "#F3F5F6",
  surface: "#FFFFFF",
  sunken: "#F8F9FA",
  raised: "#FFFFFF",
  hover: "#F1F4F6",
  line: "#E2E6E9",
  line2: "#C8CFD5",
  text1: "#1A2128",
  text2: "#47525C",
  text3: "#626D77",
  accent: "#17608A",
  accentFill: "#17608A",
  accentText: "#124E71",
  accentHover: "#124E71",
  accentSoft: "#E7F0F6",
  red: "#B3261E",
  ochre: "#7A5200",
};

const DARK: Colours = {
  bg: "#14181C",
  surface: "#1B2025",
  sunken: "#181C21",
  raised: "#242B31",
  hover: "#222930",
  line: "#2B333A",
  line2: "#414C55",
  text1: "#E5EAEE",
  text2: "#B4BEC7",
  text3: "#919DA7",
  accent: "#74B9DE",
  accentFill: "#2B78A6",
  accentText: "#9CCFEA",
  accentHover: "#24668E",
  accentSoft: "#16303F",
  red: "#FF8F85",
  ochre: "#E0B65C",
};

/** The theme of antd, light or dark. */
export function antdTheme(dark: boolean): ThemeConfig {
  const c = dark ? DARK : LIGHT;
  return {
    zeroRuntime: true,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: "var(--face)",
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeLG: 15,
      fontWeightStrong: 700,
      borderRadius: 4,
      borderRadiusSM: 3,
      borderRadiusLG: 6,
      controlHeight: 28,
      controlHeightSM: 24,
      controlHeightLG: 36,
      controlOutlineWidth: 0,
      motion: false,
      colorBgLayout: c.bg,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBorder: c.line2,
      colorBorderSecondary: c.line,
      colorText: c.text1,
      colorTextSecondary: c.text2,
      colorTextTertiary: c.text3,
      colorTextQuaternary: c.text3,
      colorTextPlaceholder: c.text3,
      colorTextDisabled: c.text3,
      colorTextDescription: c.text2,
      colorPrimary: c.accentFill,
      colorInfo: c.accent,
      colorLink: c.accent,
      colorSuccess: c.accent,
      colorWarning: c.ochre,
      colorError: c.red,
    },
    components: {
      // antd's own hover is a lighter accent: on dark it is too faint as a text, and below a white one too light.
      Button: {
        colorPrimaryHover: c.accentHover,
        defaultHoverColor: c.accentText,
        defaultHoverBorderColor: c.accent,
        defaultActiveColor: c.accentText,
        defaultActiveBorderColor: c.accent,
      },
      Table: { headerBg: c.sunken, rowHoverBg: c.hover, rowSelectedBg: c.accentSoft, cellPaddingBlock: 5 },
      Tabs: { itemSelectedColor: c.accentText, inkBarColor: c.accent, itemHoverColor: c.accent },
      Segmented: { itemSelectedColor: c.accentText },
    },
  };
}

export type ThemeChoice = "system" | "light" | "dark";

/** Is it dark now? Follows the system where nobody chose. */
export function useDark(choice: ThemeChoice): boolean {
  const [system, setSystem] = useState(() => window.matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setSystem(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  const dark = choice === "system" ? system : choice === "dark";
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return dark;
}

/** Every page, its place in the rail, and its address. A new page is one row here (docs/how-to/page.md). */
import type { LucideIcon } from "lucide-react";
import { FileText, Inbox, Network, Settings, SquareKanban, Wrench } from "lucide-react";
import type { ComponentType, LazyExoticComponent } from "react";
import { lazy } from "react";

export interface Route {
  path: string;
  page: LazyExoticComponent<ComponentType> | ComponentType;
  /** In the rail: its icon, and the word `ui.rail.*`. */
  rail?: { icon: LucideIcon; word: string };
  /** Which entry of the rail is lit while this page is shown. */
  under: string;
}

const page = <M,>(load: () => Promise<M>, pick: (module: M) => ComponentType) =>
  lazy(async () => ({ default: pick(await load()) }));

export const ROUTES: Route[] = [
  {
    path: "/",
    page: page(
      () => import("../features/inbox"),
      (m) => m.InboxPage,
    ),
    rail: { icon: Inbox, word: "inbox" },
    under: "/",
  },
  {
    path: "/cases",
    page: page(
      () => import("../features/register"),
      (m) => m.RegisterPage,
    ),
    rail: { icon: FileText, word: "cases" },
    under: "/cases",
  },
  {
    path: "/cases/new",
    page: page(
      () => import("../features/intake"),
      (m) => m.IntakePage,
    ),
    under: "/cases",
  },
  {
    path: "/cases/:case",
    page: page(
      () => import("../features/case"),
      (m) => m.CasePage,
    ),
    under: "/cases",
  },
  {
    path: "/cases/:case/sign/:task/:round/*?",
    page: page(
      () => import("../features/approval"),
      (m) => m.ApprovalPage,
    ),
    under: "/",
  },
  {
    path: "/board",
    page: page(
      () => import("../features/board"),
      (m) => m.BoardPage,
    ),
    rail: { icon: SquareKanban, word: "board" },
    under: "/board",
  },
  {
    path: "/actions",
    page: page(
      () => import("../features/actions"),
      (m) => m.ActionsPage,
    ),
    rail: { icon: Wrench, word: "actions" },
    under: "/actions",
  },
  {
    path: "/procedures/:id?",
    page: page(
      () => import("../features/procedures"),
      (m) => m.ProceduresPage,
    ),
    rail: { icon: Network, word: "procedures" },
    under: "/procedures",
  },
  {
    path: "/settings/:tab?",
    page: page(
      () => import("../features/settings"),
      (m) => m.SettingsPage,
    ),
    rail: { icon: Settings, word: "settings" },
    under: "/settings",
  },
];

/** The parts of 设置, in the order of the list at the left; the word of each is `ui.settings.tab.{id}`. */
import type { LucideIcon } from "lucide-react";
import { Building2, CalendarDays, DatabaseBackup, Info, Package, ShieldCheck, User, Users } from "lucide-react";

export type TabId = "me" | "people" | "departments" | "masters" | "calendar" | "backup" | "security" | "about";

export const SETTING_TABS: readonly { id: TabId; icon: LucideIcon }[] = [
  { id: "me", icon: User },
  { id: "people", icon: Users },
  { id: "departments", icon: Building2 },
  { id: "masters", icon: Package },
  { id: "calendar", icon: CalendarDays },
  { id: "backup", icon: DatabaseBackup },
  { id: "security", icon: ShieldCheck },
  { id: "about", icon: Info },
];

/** Who is signed in, and what they may do; the house decides again at every call. */
import { createContext, useContext } from "react";
import type { MyView, Permission } from "../types.gen";

export interface Session {
  me: MyView;
  may(permission: Permission): boolean;
  /** Asks for another user (or the same after a lock); what is typed is kept first. */
  switchUser(): void;
  signOut(): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("pages are drawn for somebody who is signed in");
  return session;
}

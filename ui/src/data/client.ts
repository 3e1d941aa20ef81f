/**
 * Commands as hooks: reading is cached, writing carries a request id so that a retry is carried out once, and a session
 * that ended is said once for all pages.
 */
import type { UseQueryOptions, UseQueryResult } from "@tanstack/react-query";
import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CommandName, Request, Response } from "../transport";
import { Refusal, transport, Unreachable } from "../transport";
import { heard, onReached } from "./reach";

/** Reading is tried again where nobody answered; a refusal is an answer. */
const retry = (count: number, error: Error) => error instanceof Unreachable && count < 2;

export const client = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
});

// What was asked in vain meanwhile is asked again.
onReached(() => void client.invalidateQueries());

type Listener = () => void;
const expired = new Set<Listener>();

/** Called when the house says that nobody is signed in any more. */
export function onExpired(listener: Listener): () => void {
  expired.add(listener);
  return () => expired.delete(listener);
}

export function isExpired(error: unknown): boolean {
  return error instanceof Refusal && error.error.code === "forbidden" && error.error.needs === "signed_in";
}

/** Calls a command once. What pages call where a hook does not fit. */
export async function call<N extends CommandName>(
  name: N,
  request: Request<N>,
  id?: string,
  leaving?: boolean,
): Promise<Response<N>> {
  try {
    const answer = await transport().call(name, request, id, leaving);
    heard(true);
    return answer;
  } catch (error) {
    heard(!(error instanceof Unreachable));
    if (isExpired(error)) for (const listener of expired) listener();
    throw error;
  }
}

/** Reads: one page of the house, kept while the page is shown. */
export function useRead<N extends CommandName>(
  name: N,
  request: Request<N>,
  options: { enabled?: boolean; every?: number; keep?: boolean } = {},
) {
  const asked = {
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: (before: Response<N> | undefined) => before } : {}),
    // No answer of the list is a function, which the library's types cannot know of a generic one.
  } as UseQueryOptions<Response<N>, Error>;
  return useQuery(asked) as UseQueryResult<Response<N>, Error>;
}

/** What a write makes stale, by the first word of the query's key. A case touches every list. */
const TOUCHES: Partial<Record<CommandName, CommandName[]>> = {
  account_add: ["account_list", "people_list"],
  account_save: ["account_list", "people_list", "me"],
  account_reset: ["account_list"],
  account_endorse: ["account_list"],
  post_save: ["people_list", "account_list", "me"],
  master_save: ["master_list"],
  plant_save: ["master_list", "inbox_list", "digest", "board", "register_list", "case_get"],
  calendar_save: ["calendar_get", "inbox_list", "digest", "board", "register_list", "case_get"],
  calendar_import: ["calendar_get", "inbox_list", "digest", "board", "register_list", "case_get"],
  tasks_hand_over: ["people_list", "account_list", "me", "master_list", "inbox_list", "digest", "board", "case_get"],
  setting_save: ["setting_get"],
  procedure_adopt: ["procedure_list", "procedure_library"],
  procedure_copy: ["procedure_list"],
  procedure_draft_save: ["procedure_list", "procedure_get", "procedure_check", "procedure_compare"],
  procedure_issue: ["procedure_list", "procedure_get", "procedure_check", "procedure_compare"],
  procedure_withdraw: ["procedure_list", "procedure_get"],
  draft_save: [],
  draft_drop: ["draft_list"],
  preference_save: ["preference_get"],
  form_issue: ["form_list"],
  duty_done: ["duty_list"],
  document_save: ["document_list"],
  suggestion_add: ["suggestion_list"],
  suggestion_decide: ["suggestion_list"],
  file_claim: ["file_list", "case_get", "case_timeline"],
};
const OF_CASES: CommandName[] = [
  "case_get",
  "case_timeline",
  "inbox_list",
  "digest",
  "board",
  "register_list",
  "action_list",
  "file_list",
  "form_list",
];

/** An id for a request; the same request sent again keeps it. */
export function requestId(): string {
  return crypto.randomUUID();
}

/** Writes. A call that nobody answered may be repeated with the same id: it is carried out once. */
export function useWrite<N extends CommandName>(name: N) {
  const queries = useQueryClient();
  return useMutation<Response<N>, Error, Request<N>>({
    mutationFn: async (request) => {
      const id = requestId();
      try {
        return await call(name, request, id);
      } catch (error) {
        if (error instanceof Unreachable) return call(name, request, id);
        throw error;
      }
    },
    onSuccess: () => stale(queries, name),
  });
}

/** Says that what these commands show may have changed. */
export function stale(queries: QueryClient, by: CommandName): void {
  for (const name of TOUCHES[by] ?? OF_CASES) void queries.invalidateQueries({ queryKey: [name] });
}

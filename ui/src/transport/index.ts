/** Which way leads to the house: the window's own, or HTTP. */
import { http } from "./http";
import { tauri } from "./tauri";
import type { Transport } from "./transport";

export { now, onSkew } from "./skew";
export * from "./transport";

let chosen: Transport = http();

/** Chosen once, before the first page is drawn. */
export function chooseTransport(): void {
  if ("__TAURI_INTERNALS__" in window) chosen = tauri();
}

/** The way to the house. */
export function transport(): Transport {
  return chosen;
}

/** For tests of parts: a house that answers as the test says. */
export function useTransport(other: Transport): void {
  chosen = other;
}

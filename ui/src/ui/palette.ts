/** Opens the palette from anywhere: a search button of a page knows nothing of the app that draws it. */

export const OPEN_PALETTE = "kesu:palette";

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_PALETTE));
}

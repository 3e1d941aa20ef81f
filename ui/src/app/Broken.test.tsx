// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Broken } from "./Broken";

let broken = true;
function Page({ name }: { name: string }) {
  if (broken) throw new Error(`${name} fell over`);
  return <h1>{name}</h1>;
}
const at = (path: string) => (
  <Broken at={path}>
    <Page name={path} />
  </Broken>
);

beforeEach(() => {
  broken = true;
  // React says aloud what broke.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("a page that breaks says so, and is shown again when it is tried again", async () => {
  render(at("/cases"));
  expect(screen.getByRole("alert").textContent).toContain("/cases fell over");
  broken = false;
  await userEvent.click(screen.getByRole("button"));
  expect(screen.getByRole("heading").textContent).toBe("/cases");
});

test("another page is shown whole", () => {
  const shown = render(at("/cases"));
  broken = false;
  shown.rerender(at("/actions"));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("heading").textContent).toBe("/actions");
});

/** What is shown to whoever is signed in: the page that the address names, in its shell. */
import type { ReactElement } from "react";
import { Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { Palette } from "./Palette";
import { ROUTES } from "./routes";
import { Shell } from "./Shell";

export default function Pages(): ReactElement {
  return (
    <Switch>
      {ROUTES.map((route) => {
        const PageOf = route.page;
        return (
          <Route key={route.path} path={route.path}>
            <Shell under={route.under}>
              <Suspense fallback={null}>
                <PageOf />
              </Suspense>
            </Shell>
            <Palette />
          </Route>
        );
      })}
      {/* An address that names no page leads to the first one, not to an empty window. */}
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

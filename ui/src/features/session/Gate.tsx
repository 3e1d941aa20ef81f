/**
 * Nobody sees a page who is not signed in: first run, sign-in, lock, quick switch of user.
 *
 * Once somebody is signed in, the pages stay mounted below whatever is asked over them, so that nothing typed is lost; only
 * when another person signs in are they drawn anew.
 */
import { focusManager } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactElement, ReactNode } from "react";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { useLocation } from "wouter";
import { call, client, onExpired } from "../../data/client";
import { keepAll, nextTurn } from "../../data/draft";
import { sentences } from "../../data/speak";
import { transport } from "../../transport";
import type { SignedIn } from "../../types.gen";
import { Notice } from "../../ui/Page";
import type { ThemeChoice } from "../../ui/theme";
import { speak, word } from "../../words/i18n";
import { Brand, Card, Languages } from "./Card";
import type { Why } from "./Cover";
import { Cover } from "./Cover";
import { FirstRun } from "./FirstRun";
import { lastScreen, remember } from "./recent";
import { Signed, themeOf } from "./Signed";
import { SignIn } from "./SignIn";
import { Trouble } from "./Trouble";
import type { Place } from "./where";
import { firstLook, whereWeAre } from "./where";
import "./session.css";

/** In the sample there is nothing to do for its administrator: the quality engineer has a desk full of work. */
const GUIDE = "qe";

/** Everybody in a sample is somebody to look around as; who sits at the desk comes first. */
async function rememberAll(): Promise<void> {
  const { people } = await call("people_list", {});
  const others = people.filter((person) => person.login !== GUIDE).toReversed();
  for (const { login, name } of [...others, ...people.filter((person) => person.login === GUIDE)]) {
    remember({ login, name });
  }
}

export function Gate({
  onTheme,
  children,
}: {
  onTheme: (choice: ThemeChoice) => void;
  children: ReactNode;
}): ReactElement | null {
  const [place, setPlace] = useState<Place>({ is: "asking" });
  const [cover, setCover] = useState<Why | null>(null);
  /** The session of `place.me` still lives below the cover. */
  const alive = useRef(true);
  const [, go] = useLocation();

  const look = useCallback(() => void whereWeAre().then(setPlace), []);
  useEffect(() => void firstLook().then(setPlace), []);
  useEffect(() => {
    onTheme(themeOf(lastScreen("theme")));
    speak(lastScreen("language") === "en" ? "en" : "zh");
  }, [onTheme]);

  useEffect(
    () =>
      onExpired(() => {
        alive.current = false;
        setCover((before) => before ?? "expired");
      }),
    [],
  );
  // While somebody has to sign in, no page asks for news: it would be refused, and a refusal is no news.
  useEffect(() => focusManager.setFocused(cover === null ? undefined : false), [cover]);

  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const endSession = useCallback(async () => {
    alive.current = false;
    // There is nobody to go back to: the cover says so.
    redraw();
    await call("sign_out", {}).catch(() => {});
  }, []);

  const lock = useCallback(() => {
    setCover((before) => {
      if (before === null) void keepAll().then(endSession);
      return before ?? "idle";
    });
  }, [endSession]);
  const switchUser = useCallback(() => {
    void keepAll();
    setCover((before) => before ?? "switch");
  }, []);

  const enter = async (login: string, password: string): Promise<SignedIn> => {
    if (place.is === "in" && alive.current) {
      await keepAll();
      // The window's shell ends the session before by itself.
      if (transport().kind === "http") await endSession();
    }
    const answer = await call("sign_in", { login, password });
    if (answer.is !== "in") return answer;
    const me = await call("me", {});
    remember({ login: me.login, name: me.name });
    alive.current = true;
    if (place.is === "in" && place.me.account === me.account) {
      // What could not be kept while nobody was signed in is kept now.
      void keepAll();
      void client.invalidateQueries();
    } else {
      nextTurn();
      client.clear();
      setPlace((before) => ({ is: "in", me, turn: before.is === "in" ? before.turn + 1 : 0 }));
    }
    setCover(null);
    return answer;
  };

  const signOut = useCallback(async () => {
    await keepAll();
    await endSession();
    nextTurn();
    client.clear();
    go("/");
    setPlace({ is: "out" });
  }, [endSession, go]);

  switch (place.is) {
    case "asking":
      return null;
    case "away":
      return (
        <Card>
          <Brand title={word("ui.session.away")} aside={<Languages />} />
          <div className="session-body">
            <Notice tone="bad">{sentences(place.why).join(" ")}</Notice>
            <Button type="primary" size="large" onClick={look}>
              {word("ui.session.retry")}
            </Button>
          </div>
        </Card>
      );
    case "folder":
      return place.view.state === "none" ? (
        <FirstRun
          view={place.view}
          onMade={async (login, password, sample) => {
            const guided = sample && (await enter(GUIDE, password)).is === "in";
            if (!guided && (await enter(login, password)).is !== "in") return setPlace({ is: "out" });
            if (sample) await rememberAll();
            go(sample ? "/" : "/settings/people");
          }}
          onOpened={(view) => (view.state === "ready" ? look() : setPlace({ is: "folder", view }))}
        />
      ) : (
        <Trouble
          view={place.view}
          onView={(view) => (view.state === "ready" ? look() : setPlace({ is: "folder", view }))}
        />
      );
    case "out":
      return (
        <Card>
          <Brand title={word("ui.product")} text={word("ui.session.title")} aside={<Languages />} />
          <SignIn verb={word("ui.session.enter")} onTry={enter} />
        </Card>
      );
    case "in":
      return (
        <>
          <div className="session-under" inert={cover !== null}>
            <Signed
              key={`${place.me.account}-${place.turn}`}
              me={place.me}
              covered={cover !== null}
              onTheme={onTheme}
              onIdle={lock}
              switchUser={switchUser}
              signOut={() => void signOut()}
            >
              {children}
            </Signed>
          </div>
          {cover !== null && (
            <Cover
              why={cover}
              me={place.me}
              onTry={enter}
              onBack={cover === "switch" && alive.current ? () => alive.current && setCover(null) : undefined}
            />
          )}
        </>
      );
  }
}

import { useInput, usePaste, useWindowSize } from "ink";
import { useSyncExternalStore } from "react";

import type { Moment } from "../base/day.ts";
import { messagesIn } from "../locale/choose.ts";
import { layOut, type Scrolled, type Size } from "../pages/layout.ts";
import { sourceOffset } from "../pages/overlay-pages.ts";
import { row } from "../pages/row.ts";
import { visibleLine } from "../pages/visible-text.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { App, AppMessage } from "./app-state.ts";
import { isText, keyNames, type KeyName } from "./key-name.ts";
import { NO_OPTIONS, type Painter } from "./painter.ts";
import type { Program } from "./program.ts";
import { Rows } from "./rows.tsx";
import type { Theme } from "./theme.ts";
import { scopeOf } from "./update-app.ts";
import { showingOf } from "./update-session.ts";
import { viewApp } from "./view-app.ts";

/** The smallest window that a page fits into. */
const SMALLEST: Size = { columns: 40, rows: 10 };

interface AppProps {
  readonly program: Program<App, AppMessage>;
  /** Returns who draws cards; `null` as long as no sitting was opened. */
  readonly painter: () => Painter | null;
  readonly now: () => Moment;
  readonly theme: Theme;
}

/** Draws the state of the program and hands it the keys; it decides nothing. */
export function AppScreen({ program, painter, now, theme }: AppProps) {
  const app = useSyncExternalStore(program.subscribe, program.state);
  const size = useWindowSize();
  const laid = layOut(viewApp(app, painter(), size), size, app.offset);
  useInput((input, key) => {
    if (scopeOf(program.state()) === "typing" && isText(input, key)) {
      program.send({ type: "entered", text: visibleLine(input) });
      return;
    }
    for (const name of keyNames(input, key)) {
      program.send(pressed(name, { app: program.state(), painter: painter(), size }, now()));
    }
  });
  // What is pasted is no command; where an answer is typed it is a part of it.
  usePaste((text) => program.send({ type: "entered", text: visibleLine(text) }));
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    return <Rows rows={wrapRow(row(messagesIn(app.lang).smallWindow), size.columns)} theme={theme} />;
  }
  return <Rows rows={laid.rows} theme={theme} />;
}

/** What a key is pressed at. */
interface Scene {
  readonly app: App;
  readonly painter: Painter | null;
  readonly size: Size;
}

function pressed(key: KeyName, { app, painter, size }: Scene, moment: Moment): AppMessage {
  const laid: Scrolled = layOut(viewApp(app, painter, size), size, app.offset);
  const showing = app.session === null ? null : showingOf(app.session);
  const isDrawn = showing !== null && painter !== null;
  return {
    type: "pressed",
    key,
    moment,
    extent: { furthest: laid.offset + laid.below, page: Math.max(1, size.rows - 8) },
    options: isDrawn ? painter.options(showing.card, showing.lang) : NO_OPTIONS,
    accepted: isDrawn ? painter.accepted(showing.card, showing.lang) : [],
    sourceOffset: isDrawn && key === "o" ? sourceOffset(painter.source(showing.card, showing.lang), size) : 0,
  };
}

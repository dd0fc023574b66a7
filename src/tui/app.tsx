import { useCursor, useInput, usePaste, useWindowSize } from "ink";
import { useEffect, useSyncExternalStore } from "react";

import type { Moment } from "../base/day.ts";
import { messagesIn } from "../locale/choose.ts";
import { cursorIn } from "../pages/input-rows.ts";
import { layOut, type Scrolled, type Size } from "../pages/layout.ts";
import { sourceOffset } from "../pages/overlay-pages.ts";
import { row } from "../pages/row.ts";
import { visibleText } from "../pages/visible-text.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { App, AppMessage } from "./app-state.ts";
import { isText, keyNames, partsOf, type KeyName } from "./key-name.ts";
import type { Painter } from "./painter.ts";
import type { Program } from "./program.ts";
import { Rows } from "./rows.tsx";
import type { Theme } from "./theme.ts";
import type { Lend } from "./tui-world.ts";
import { scopeOf, takesText } from "./update-app.ts";
import { showingOf } from "./update-session.ts";
import { useLend } from "./use-lend.ts";
import { optionsInFront, viewApp } from "./view-app.ts";

/** The smallest window that a page fits into. */
const SMALLEST: Size = { columns: 40, rows: 10 };

interface AppProps {
  readonly program: Program<App, AppMessage>;
  /** Returns who draws cards; `null` as long as no sitting was opened. */
  readonly painter: () => Painter | null;
  readonly now: () => Moment;
  readonly theme: Theme;
  /** Called with what lends the terminal to another program. */
  readonly onLend: (lend: Lend) => void;
}

/** Draws the state of the program and hands it the keys; it decides nothing. */
export function AppScreen({ program, painter, now, theme, onLend }: AppProps) {
  const app = useSyncExternalStore(program.subscribe, program.state);
  const size = useWindowSize();
  const lend = useLend();
  useEffect(() => {
    onLend(lend);
  }, [onLend, lend]);
  const laid = layOut(viewApp(app, painter(), size), size, app.offset);
  useCursor().setCursorPosition(cursorIn(laid.rows) ?? undefined);
  useInput((input, key) => {
    for (const part of isText(input, key) ? partsOf(input) : [input]) {
      // What comes behind the Enter that ends a line is for the screen after it.
      if (takesText(scopeOf(program.state())) && isText(input, key) && part !== "\r" && part !== "\n") {
        program.send({ type: "entered", text: inOneLine(part) });
        continue;
      }
      for (const name of keyNames(part, key)) {
        program.send(pressed(name, { app: program.state(), painter: painter(), size }, now()));
      }
    }
  });
  // What is pasted is no command; where a line is written it is a part of it.
  usePaste((text) => program.send({ type: "entered", text: inOneLine(text) }));
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    return <Rows rows={wrapRow(row(messagesIn(app.lang).smallWindow), size.columns)} theme={theme} />;
  }
  return <Rows rows={laid.rows} theme={theme} />;
}

/** What is written is one line; its spaces stay, also those at its ends. */
function inOneLine(text: string): string {
  return visibleText(text.replaceAll(/[\r\n]+/gu, " "));
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
    options: optionsInFront(app.session, painter),
    accepted: isDrawn ? painter.accepted(showing.card, showing.lang) : [],
    sourceOffset: isDrawn && key === "o" ? sourceOffset(painter.source(showing.card, showing.lang), size) : 0,
  };
}

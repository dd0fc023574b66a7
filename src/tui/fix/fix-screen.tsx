import { useInput, usePaste, useWindowSize } from "ink";
import { useEffect, useSyncExternalStore } from "react";

import { messagesIn } from "../../locale/choose.ts";
import { layOut, type Size } from "../../pages/layout.ts";
import { row } from "../../pages/row.ts";
import { visibleText } from "../../pages/visible-text.ts";
import { wrapRow } from "../../pages/wrap.ts";
import { isText, keyNames, partsOf } from "../key-name.ts";
import type { Program } from "../program.ts";
import { Rows } from "../rows.tsx";
import { themeFor } from "../theme.ts";
import type { Lend } from "../tui-world.ts";
import { useLend } from "../use-lend.ts";
import type { FixApp, FixMessage } from "./fix-app.ts";
import type { FixWorld } from "./fix-world.ts";
import { fixScopeOf } from "./update-fix.ts";
import { viewFix } from "./view-fix.ts";

/** The smallest window that a page fits into. */
const SMALLEST: Size = { columns: 40, rows: 12 };

interface FixScreenProps {
  readonly program: Program<FixApp, FixMessage>;
  readonly world: FixWorld;
  /** Called with what lends the terminal to another program. */
  readonly onLend: (lend: Lend) => void;
}

/** Draws the screens of exercises and hands them the keys; it decides nothing. */
export function FixScreen({ program, world, onLend }: FixScreenProps) {
  const app = useSyncExternalStore(program.subscribe, program.state);
  const size = useWindowSize();
  const lend = useLend();
  useEffect(() => {
    onLend(lend);
  }, [onLend, lend]);
  const theme = themeFor(world.theme);
  const laid = layOut(viewFix(app, { ...world, moment: world.now() }, size), size, app.offset);
  const press = (key: string): void => {
    const extent = { furthest: laid.offset + laid.below, page: Math.max(1, size.rows - 8) };
    program.send({ type: "pressed", key, moment: world.now(), extent });
  };
  useInput((input, key) => {
    if (key.tab) return press(key.shift ? "shift-tab" : "tab");
    for (const part of isText(input, key) ? partsOf(input) : [input]) {
      if (fixScopeOf(program.state()) === "searching" && isText(input, key) && !/[\r\n]/u.test(part)) {
        program.send({ type: "entered", text: visibleText(part) });
        continue;
      }
      for (const name of keyNames(part, key)) press(name);
    }
  });
  usePaste((text) => program.send({ type: "entered", text: visibleText(text.replaceAll(/[\r\n]+/gu, " ")) }));
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return <Rows rows={wrapRow(row(messagesIn(app.lang).smallWindow), size.columns)} theme={theme} />;
  return <Rows rows={laid.rows} theme={theme} />;
}

import type { RenderOptions } from "ink";

/** How a real terminal is drawn to: on its other screen, and only what has changed. */
export const SCREEN: RenderOptions = {
  alternateScreen: true,
  exitOnCtrlC: false,
  incrementalRendering: true,
  maxFps: 60,
  patchConsole: false,
};

export { textWidth as default } from "../src/pages/text-width.ts";

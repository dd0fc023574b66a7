import { fileURLToPath } from "node:url";

/** The folder of the built program. */
export const BUILT = fileURLToPath(new URL("../../dist/", import.meta.url));

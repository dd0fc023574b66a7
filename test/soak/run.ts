import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { soak } from "./soak.ts";

/** `npm run soak -- --kills N [--seed N]` kills the built program at N random points; exit 1 if an answer was lost. */
const { values } = parseArgs({
  options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const folder = mkdtempSync(join(tmpdir(), "sluice-soak-"));
const program = join(import.meta.dirname, "../../dist/sluice.js");
const report = await soak({ program, folder, kills: Number(values.kills), seed: Number(values.seed) });
for (const fault of report.faults) console.error(fault);
for (const id of report.lost) console.error(`lost: ${id}`);
console.log(
  `${report.killed} killed, ${report.acknowledged} answers acknowledged, ${report.lost.length} lost`,
);
const isGood = report.lost.length === 0 && report.faults.length === 0;
if (isGood) rmSync(folder, { recursive: true });
else console.error(`the data are left in ${folder}`);
process.exit(isGood ? 0 : 1);

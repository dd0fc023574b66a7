import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { soakDocuments } from "./documents.ts";
import { soakExercises } from "./exercises.ts";
import { soak } from "./soak.ts";

/**
 * `npm run soak` kills the built program at 200 random points, and puts the exercises and their checks to the test with
 * 50 interleavings; and 10,000 fuzzed documents are compiled and drawn. `-- --kills N [--seed N]`, `-- --exercises SEEDS`
 * or `-- --documents N [--seed N]` does only the one. Exit 1 if anything was not as it should be.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string" },
    seed: { type: "string", default: "1" },
    exercises: { type: "string" },
    documents: { type: "string" },
  },
});
const isWhole = [values.kills, values.exercises, values.documents].every((one) => one === undefined);
const kills = values.kills ?? (isWhole ? "200" : null);
const seeds = values.exercises ?? (isWhole ? "50" : null);
const documents = values.documents ?? (isWhole ? "10000" : null);
const root = join(import.meta.dirname, "../..");
const isDurable = kills === null || (await killAgainAndAgain(Number(kills)));
const isTaught =
  seeds === null ||
  (await soakExercises({ deck: join(root, "cards"), program: join(root, "dist"), seeds: Number(seeds) }));
const isRead = documents === null || soakDocuments(Number(documents), Number(values.seed));
process.exit(isDurable && isTaught && isRead ? 0 : 1);

async function killAgainAndAgain(times: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-soak-"));
  const program = join(root, "dist/sluice.js");
  const report = await soak({ program, folder, kills: times, seed: Number(values.seed) });
  for (const fault of report.faults) console.error(fault);
  for (const id of report.lost) console.error(`lost: ${id}`);
  console.log(
    `${report.killed} killed, ${report.acknowledged} answers acknowledged, ${report.lost.length} lost`,
  );
  const isGood = report.lost.length === 0 && report.faults.length === 0;
  if (isGood) rmSync(folder, { recursive: true });
  else console.error(`the data are left in ${folder}`);
  return isGood;
}

import type { Command } from "../command.ts";

/** `sluice fix`: broken jobs to be mended, full screen in a terminal. */
export const fix: Command = {
  name: "fix",
  options: ["run", "list"],
  words: 1,
  run: async (context, [id]) => {
    const { fixJobs } = await import("../fix-jobs.ts");
    return await fixJobs(context, id);
  },
};

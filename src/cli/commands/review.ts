import { isOnScreen, type Command } from "../command.ts";

/** `sluice review`: full screen in a terminal, else line by line. */
export const review: Command = {
  name: "review",
  options: [],
  words: 0,
  run: async (context) => {
    if (isOnScreen(context)) {
      const { runScreen } = await import("../run-screen.ts");
      return await runScreen(context, "review");
    }
    const { reviewPlainly } = await import("../plain-review.ts");
    return await reviewPlainly(context);
  },
};
